import { statementsOf } from "../../policies.ts";
import { listed, type Resource, type Resources } from "../../synthesised.ts";
import type { Acknowledgement } from "../finding.ts";

export const ofFunctions: readonly Acknowledgement[] = [
  {
    rules: ["Serverless-LambdaDLQ", "NIST.800.53.R5-LambdaDLQ"],
    reason:
      "Lambda keeps failed events of asynchronous calls only. Schedules call so, and their functions have a destination for what failed. Every other caller waits for the answer.",
    contradictedBy: (functions, templates) =>
      functions
        .filter((one) => isCalledAsynchronously(one, templates) && !keepsFailures(one, templates))
        .map(({ properties }) => `${String(properties["FunctionName"])} loses what failed`),
    untrueIf: (_functions, { of }) => {
      for (const { properties } of of("AWS::Lambda::EventInvokeConfig"))
        delete properties["DestinationConfig"];
    },
  },
  {
    rules: ["NIST.800.53.R5-LambdaInsideVPC"],
    reason:
      "hemvist has nothing in a network of its own: all that a function calls are services of AWS, which know it by its role, and the issuer of tokens.",
    contradictedBy: (_functions, { all }) =>
      all
        .filter(({ type }) => /^AWS::(EC2|RDS|ElastiCache|EFS)::/.test(type))
        .map(({ id }) => `${id} is in a network`),
    untrueIf: (_functions, { all }) => {
      Object.assign(all[0] ?? {}, { type: "AWS::RDS::DBInstance" });
    },
  },
  {
    rules: ["Serverless-LambdaTracing", "Serverless-APIGWXrayEnabled"],
    reason:
      "A trace would be one more place that knows which calls belong together. Every message and every line of a log has its traceparent or its ids, so a case is followed without. No role may write to X-Ray.",
    contradictedBy: (_found, { of }) =>
      of("AWS::IAM::Policy")
        .filter((policy) =>
          statementsOf(policy).some(({ Action }) =>
            listed(Action).some((action) => String(action).startsWith("xray:")),
          ),
        )
        .map(({ id }) => `${id} allows traces`),
    untrueIf: (_found, { of }) => {
      const [policy] = of("AWS::IAM::Policy");
      if (policy !== undefined)
        Object.assign(statementsOf(policy)[0] ?? {}, { Action: "xray:PutTraceSegments" });
    },
  },
];

/** By a schedule, or by a service that does not wait. */
function isCalledAsynchronously(lambda: Resource, templates: Resources): boolean {
  const permitted = templates
    .of("AWS::Lambda::Permission")
    .filter(({ properties }) => properties["Principal"] !== "apigateway.amazonaws.com")
    .map(({ properties }) => properties["FunctionName"]);
  const scheduled = templates
    .of("AWS::Scheduler::Schedule")
    .map(({ properties }) => (properties["Target"] as { readonly Arn: unknown }).Arn);
  return [...permitted, ...scheduled].some((called) => leadsTo(called, { lambda, templates }));
}

const keepsFailures = (lambda: Resource, templates: Resources): boolean =>
  templates
    .of("AWS::Lambda::EventInvokeConfig")
    .filter(({ properties }) => leadsTo(properties["FunctionName"], { lambda, templates }))
    .some(({ properties }) => JSON.stringify(properties).includes('"OnFailure"'));

/** Whether a function is named, itself or by its alias. */
function leadsTo(
  named: unknown,
  { lambda, templates }: { readonly lambda: Resource; readonly templates: Resources },
): boolean {
  const [, id] = /"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/.exec(JSON.stringify(named)) ?? [];
  if (id === lambda.id) return true;
  const alias = templates.of("AWS::Lambda::Alias").find((one) => one.id === id);
  return alias !== undefined && leadsTo(alias.properties["FunctionName"], { lambda, templates });
}
