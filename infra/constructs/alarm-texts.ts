import { Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";

/** Who mends it, or sees to it that others do. */
export type Owner = "operations" | "developers" | "security" | "SoB secretary";

/**
 * - `page`: rings at any hour. Something would be lost, or a person hurt, before the next working morning.
 * - `working-hours`: rings too, but waits for the next office hour. Only a composed alarm can wait.
 * - `notice`: a mail, to be read on the next working day.
 * - `signal`: no alarm at all. It says that others wait, and CloudWatch sends it nowhere.
 */
export const severities = ["page", "working-hours", "notice", "signal"] as const;
export type Severity = (typeof severities)[number];

/** What a person reads about an alarm. No names of persons and no bodies. */
export interface AlarmTexts {
  readonly name: string;
  /** What happened, for the person on duty. */
  readonly whatHappened: string;
  /** The first thing to do. */
  readonly whatToDo: string;
  /** Whom it hurts and how, in a sentence. */
  readonly whoIsHurt: string;
  readonly owner: Owner;
  /** The file in `docs/runbooks/`, without its ending. */
  readonly runbook: string;
}

export interface AlarmPlace {
  readonly severity: Severity;
  /** The folder of runbooks, where the person on duty can open it. */
  readonly runbooksAt: string;
}

export const alarmName = ({ name }: Pick<AlarmTexts, "name">): string => `hemvist-${name}`;

const runbookUrl = ({ runbook }: AlarmTexts, { runbooksAt }: AlarmPlace): string =>
  `${runbooksAt}/${runbook}.md`;

/** CloudWatch puts it into the mail. */
export const descriptionOf = (texts: AlarmTexts, place: AlarmPlace): string =>
  [
    `${texts.whatHappened} ${texts.whatToDo}`,
    `Hurt: ${texts.whoIsHurt}`,
    `Severity: ${place.severity}. Owner: ${texts.owner}.`,
    `Runbook: ${runbookUrl(texts, place)}`,
  ].join("\n");

/** The same for programs: the console, the local run and the table in docs/alarms.md read tags. */
export function tagged(alarm: Construct, texts: AlarmTexts, place: AlarmPlace): void {
  const tags = Tags.of(alarm);
  tags.add("hemvist:severity", place.severity);
  tags.add("hemvist:owner", texts.owner);
  tags.add("hemvist:runbook", runbookUrl(texts, place));
}
