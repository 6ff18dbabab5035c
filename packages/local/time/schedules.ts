import type { Assembly } from "../templates/assembly.ts";
import { jsonOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";
import { type Occurrences, readScheduleExpression } from "./schedule-expression.ts";
import type { Instant } from "./virtual-clock.ts";

export interface Schedule {
  readonly name: string;
  readonly occurrences: Occurrences;
  readonly targetArn: string;
  /** The event for an occurrence, at its own scheduled time. */
  readonly eventAt: (scheduled: Instant) => unknown;
}

/** The template's schedules that are not disabled. */
export const readSchedules = ({
  assembly,
  resolver,
  from,
}: {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly from: Instant;
}): readonly Schedule[] =>
  everyResource(assembly)
    .filter(({ type }) => type === "AWS::Scheduler::Schedule")
    .map((resource) => ({ resource, properties: resolver.propertiesOf(resource) }))
    .filter(({ properties }) => properties["State"] !== "DISABLED")
    .map(({ resource, properties }) => {
      const { Arn, Input } = jsonOf(properties["Target"]);
      return {
        name: resolver.names.nameOf(resource),
        occurrences: readScheduleExpression({
          expression: textOf(properties["ScheduleExpression"]) ?? "",
          zone: textOf(properties["ScheduleExpressionTimezone"]) ?? "UTC",
          from,
        }),
        targetArn: textOf(Arn) ?? "",
        eventAt: (scheduled) => JSON.parse(filledIn(textOf(Input) ?? "{}", scheduled)),
      };
    });

/** Scheduler's context attributes; the scheduled time has whole seconds. */
const filledIn = (input: string, scheduled: Instant): string =>
  input
    .replaceAll("<aws.scheduler.scheduled-time>", new Date(scheduled).toISOString().replace(/\.\d{3}Z$/, "Z"))
    .replaceAll("<aws.scheduler.attempt-number>", "1");
