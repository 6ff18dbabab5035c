import { listed, type Resource, type Synthesised } from "./synthesised.ts";

export interface Statement {
  readonly Effect: string;
  readonly Action: unknown;
  readonly Resource: unknown;
}

/** What a policy resource grants to a role, an action at a time: `sqs:SendMessage on inbox-sf-centrum.fifo`. */
export const granted = (templates: Synthesised, policy: Resource): readonly string[] =>
  statementsOf(policy)
    .flatMap(({ Action, Resource }) =>
      listed(Action).flatMap((action) =>
        listed(Resource).map((resource) => `${action} on ${nameOf(templates, resource)}`),
      ),
    )
    .sort();

export const statementsOf = (policy: Resource): readonly Statement[] =>
  (policy.properties["PolicyDocument"] as { Statement: readonly Statement[] }).Statement;

/** A resource by the name it has in AWS, or by its description where it has none. */
const nameOf = (templates: Synthesised, reference: unknown): string => {
  if (typeof reference === "string") return reference;
  const parts = (reference as { "Fn::Join"?: readonly [string, readonly unknown[]] })["Fn::Join"]?.[1];
  if (parts !== undefined) return parts.map((part) => nameOf(templates, part)).join("");
  const { id, properties } = templates.pointedAt(reference);
  const name = nameProperties.map((property) => properties[property]).find((value) => value !== undefined);
  return typeof name === "string" ? name : id.replace(/[0-9A-F]{8}$/, "");
};

const nameProperties = ["QueueName", "TableName", "FunctionName", "LogGroupName", "Description"];
