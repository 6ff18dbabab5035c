import type { Stack } from "aws-cdk-lib";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Severity } from "../constructs/alarm-texts.ts";
import { mails, partyTopic, rings, topicNamed } from "../constructs/alarm-topics.ts";
import { ComposedAlarm } from "../constructs/composed-alarm.ts";
import { ExplainedAlarm } from "../constructs/explained-alarm.ts";
import { contactsIn } from "../partners.ts";
import type { Settings } from "../settings.ts";
import { severityIn } from "./causes.ts";
import type { Composed, Explained } from "./explained.ts";

export interface Alarms {
  readonly explained: readonly Explained[];
  /** Each may name those before it. */
  readonly composed?: readonly Composed[];
}

/** Makes the alarms of a stack. They know the topics by name, so they import nothing from another stack. */
export function makeAlarms(stack: Stack, settings: Settings, { explained, composed = [] }: Alarms): void {
  const { runbooksAt } = settings;
  const topicsFor = topicsIn(stack, settings);
  const severityOf = severityIn(composed);

  const made = new Map(
    explained.map((alarm) => {
      const severity = severityOf(alarm);
      const notifies = "cause" in alarm ? [] : topicsFor(severity, alarm.about);
      return [alarm.name, new ExplainedAlarm(stack, { ...alarm, severity, runbooksAt, notifies })] as const;
    }),
  );
  const before: (readonly [string, ExplainedAlarm | ComposedAlarm])[] = [...made];
  for (const alarm of composed) {
    const one = new ComposedAlarm(stack, {
      ...alarm,
      waitsFor: alarm.waitsFor ?? (alarm.severity === "working-hours" ? "quiet-hours" : undefined),
      runbooksAt,
      notifies: topicsFor(alarm.severity, alarm.about),
    });
    one.node.addDependency(...before.filter(([name]) => one.names(name)).map(([, other]) => other));
    before.push([alarm.name, one]);
  }
}

/** Where alarms go. A party's own people get what is about their own silence, if the stage has their address. */
function topicsIn(stack: Stack, { partners = {} }: Settings) {
  const contacts = contactsIn(partners);
  const found = new Map<string, ITopic>();
  const topic = (name: string): ITopic => {
    const known = found.get(name) ?? topicNamed(stack, name);
    found.set(name, known);
    return known;
  };
  return (severity: Severity, about?: string): readonly ITopic[] => {
    if (severity === "signal") return [];
    const own = about !== undefined && contacts.has(about) ? [topic(partyTopic(about))] : [];
    return [topic(severity === "notice" ? mails : rings), ...own];
  };
}
