import { statementsOf } from "../../policies.ts";
import { listed, type Resource, type Resources } from "../../synthesised.ts";
import type { Acknowledgement } from "../finding.ts";

export const ofFunctions: readonly Acknowledgement[] = [
  {
    rules: ["Serverless-LambdaDLQ", "NIST.800.53.R5-LambdaDLQ", "CKV_AWS_116"],
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
    rules: ["NIST.800.53.R5-LambdaInsideVPC", "CKV_AWS_117"],
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
    rules: ["Serverless-LambdaTracing", "Serverless-APIGWXrayEnabled", "CKV_AWS_73"],
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
  {
    rules: ["CKV_AWS_115"],
    reason:
      "CloudFormation alone calls the runner of the self-checks, one at a time, while a deployment goes on. Runs that were reserved for it would be missing where messages wait.",
    contradictedBy: (functions, { all }) =>
      all
        .filter(({ type }) => callers.includes(type))
        .filter(({ properties }) =>
          functions.some(({ id }) => JSON.stringify(properties).includes(`"${id}"`)),
        )
        .map(({ id }) => `${id} lets others call it too`),
    untrueIf: ([runner], { of }) => {
      const [permission] = of("AWS::Lambda::Permission");
      Object.assign(permission?.properties ?? {}, { FunctionName: { Ref: runner?.id } });
    },
  },
  {
    rules: ["CKV_AWS_173"],
    reason:
      "A function's settings are names, ids, addresses and public keys, and no secret. Lambda seals them with a key of AWS's. A key of ours would be asked at each start of a process.",
    contradictedBy: (functions) =>
      functions.flatMap(({ properties }) =>
        Object.keys(variablesOf(properties))
          .filter((name) => !noSecret.includes(name))
          .map((name) => `nothing says that ${name} is no secret`),
      ),
    untrueIf: ([one]) => {
      Object.assign(variablesOf(one?.properties ?? {}), { CLIENT_SECRET: "…" });
    },
  },
  {
    rules: ["W3005"],
    reason:
      "The CDK names each dependency, also one that a reference implies. To CloudFormation both are the same.",
    contradictedBy: (found, { all }) =>
      found.flatMap(({ stack, after }) =>
        after
          .filter((awaited) => !all.some((one) => one.stack === stack && one.id === awaited))
          .map((awaited) => `${awaited} is not in ${stack}, and would be awaited for ever`),
      ),
    untrueIf: ([one]) => {
      Object.assign(one ?? {}, { after: ["Nothing"] });
    },
  },
];

const callers = ["AWS::Lambda::Permission", "AWS::Lambda::EventSourceMapping", "AWS::Scheduler::Schedule"];

const noSecret = [
  "ACCESS_LOG_BUCKET",
  "FAILED_RECORDS_BUCKET",
  "JOURNAL_BUCKET",
  "LOG_LEVEL",
  "MOST_ALONE",
  "MUNICIPALITY",
  "PARTNER_KEYS",
  "POWERTOOLS_METRICS_NAMESPACE",
  "POWERTOOLS_SERVICE_NAME",
  "PSEUDONYM_KEY_ID",
  "QUEUE_URLS",
  "RECORD_KEY_ID",
  "REPORTS_BUCKET",
  "SENT_TABLE_NAME",
  "SIGNING",
  "TABLE_NAME",
  "TOKEN_AUDIENCE",
  "TOKEN_ISSUER",
];

const variablesOf = (properties: Resource["properties"]): object =>
  (properties["Environment"] as { readonly Variables: object }).Variables;

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
