import { fullDiff, ResourceImpact } from "@aws-cdk/cloudformation-diff";
import * as z from "zod";

/** A template as CloudFormation holds it. */
export type TemplateBody = Readonly<Record<string, unknown>>;

const template = z.record(z.string(), z.unknown());

/** @throws Error where the text is no JSON object */
export const templateIn = (text: string): TemplateBody => template.parse(JSON.parse(text));

/** What a deployment does to one resource. */
export type Effect =
  | "created"
  | "changed"
  | "replaced"
  | "possibly replaced"
  | "deleted"
  | "left standing outside the stack";

export interface Change {
  readonly stack: string;
  /** The logical id. */
  readonly id: string;
  readonly type: string;
  readonly effect: Effect;
  /** The properties that differ, where the resource stands already. */
  readonly properties: readonly string[];
}

/**
 * What the templates cannot make again: people's records, what is on its way, and the keys to both. A function's
 * versions and an alarm are made again by the next deployment.
 */
export const lastingTypes: ReadonlySet<string> = new Set([
  "AWS::Cognito::UserPool",
  "AWS::DynamoDB::GlobalTable",
  "AWS::KMS::Key",
  "AWS::Logs::LogGroup",
  "AWS::S3::Bucket",
  "AWS::SQS::Queue",
]);

const effects: Readonly<Partial<Record<ResourceImpact, Effect>>> = {
  [ResourceImpact.WILL_CREATE]: "created",
  [ResourceImpact.WILL_IMPORT]: "changed",
  [ResourceImpact.WILL_UPDATE]: "changed",
  [ResourceImpact.WILL_REPLACE]: "replaced",
  [ResourceImpact.MAY_REPLACE]: "possibly replaced",
  [ResourceImpact.WILL_DESTROY]: "deleted",
  [ResourceImpact.WILL_ORPHAN]: "left standing outside the stack",
};

/**
 * What a deployment of `next` changes in a stack whose template is `deployed`, by the CDK's own comparison, which knows
 * from CloudFormation's specification which property replaces its resource. Without `deployed`, all of it is created.
 */
export function changesOf(
  stack: string,
  deployed: TemplateBody | undefined,
  next: TemplateBody,
): readonly Change[] {
  const changes: Change[] = [];
  fullDiff(deployed ?? {}, next).resources.forEachDifference((id, difference) => {
    const effect = effects[difference.changeImpact];
    if (effect === undefined) return;
    const properties = effect === "created" ? [] : Object.keys(difference.propertyUpdates).toSorted();
    changes.push({
      stack,
      id,
      type: difference.newResourceType ?? difference.oldResourceType ?? "",
      effect,
      properties,
    });
  });
  return changes;
}

/** Whether a change takes something away that cannot be made again. */
export const takesAway = ({ type, effect }: Change): boolean =>
  lastingTypes.has(type) && effect !== "created" && effect !== "changed";
