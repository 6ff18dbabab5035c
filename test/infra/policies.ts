import { listed, type Resource, type Resources } from "./synthesised.ts";

export interface Statement {
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** What a policy resource grants to a role, an action at a time: `sqs:SendMessage on inbox-sf-*.fifo`. */
export const granted = (templates: Resources, policy: Resource): readonly string[] =>
  said(templates, { policy, effect: "Allow" });

/** What it denies, in the same words. */
export const denied = (templates: Resources, policy: Resource): readonly string[] =>
  said(templates, { policy, effect: "Deny" });

/** The queues for which it allows that action, with its patterns and its denials as IAM reads them. */
export const queuesFor = (
  templates: Resources,
  { action, policies, queues }: { action: string; policies: readonly Resource[]; queues: readonly string[] },
): readonly string[] => {
  const patterns = (all: readonly string[]) =>
    all
      .filter((each) => each.startsWith(`${action} on `))
      .map((each) => each.slice(`${action} on `.length))
      .map((pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`));
  const [allow, deny] = [granted, denied].map((of) =>
    patterns(policies.flatMap((policy) => of(templates, policy))),
  );
  return queues
    .filter((queue) => allow?.some((pattern) => pattern.test(queue)))
    .filter((queue) => !deny?.some((pattern) => pattern.test(queue)))
    .toSorted();
};

const said = (
  templates: Resources,
  { policy, effect }: { readonly policy: Resource; readonly effect: string },
): readonly string[] =>
  statementsOf(policy)
    .filter(({ Effect }) => Effect === effect)
    .flatMap(({ Action, Resource }) =>
      listed(Action).flatMap((action) =>
        listed(Resource).map((resource) => `${action} on ${nameOf(templates, resource)}`),
      ),
    )
    .sort();

/** The policies of a function's role. */
export const policiesOfFunction = (templates: Resources, name: string): readonly Resource[] => {
  const lambda = templates
    .of("AWS::Lambda::Function")
    .find(({ properties }) => properties["FunctionName"] === `hemvist-${name}`);
  const role = templates.pointedAt(lambda?.properties["Role"]).id;
  return templates
    .of("AWS::IAM::Policy")
    .filter(({ properties }) =>
      listed(properties["Roles"]).some((each) => templates.pointedAt(each).id === role),
    );
};

export const statementsOf = (policy: Resource): readonly Statement[] =>
  statementsIn(policy.properties["PolicyDocument"]);

/** The statements of a policy document. */
export const statementsIn = (document: unknown): readonly Statement[] =>
  (document as { Statement: readonly Statement[] }).Statement;

/** A resource by the name it has in AWS, or by its description where it has none. */
const nameOf = (templates: Resources, reference: unknown): string => {
  if (typeof reference === "string") return reference.replace(/^arn:aws:sqs:eu-north-1:\d{12}:/, "");
  const parts = (reference as { "Fn::Join"?: readonly [string, readonly unknown[]] })["Fn::Join"]?.[1];
  if (parts !== undefined) return parts.map((part) => nameOf(templates, part)).join("");
  const { id, properties } = templates.pointedAt(reference);
  const name = nameProperties.map((property) => properties[property]).find((value) => value !== undefined);
  return typeof name === "string" ? name : id.replace(/[0-9A-F]{8}$/, "");
};

const nameProperties = ["QueueName", "TableName", "FunctionName", "LogGroupName", "Description"];
