import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import type { AlarmTexts } from "../constructs/alarm-texts.ts";
import type { Limit } from "../constructs/explained-alarm.ts";

interface Measured extends AlarmTexts {
  readonly metric: IMetric;
  readonly when: Limit;
  /** How many of the metric's periods in a row. */
  readonly periods: number;
  /** In how many of them the limit is passed, if not in all of them. */
  readonly atLeast?: number;
  /** Whether it stays as it was while there is no data. */
  readonly keepsWithoutData?: boolean;
  /** A party whose own people get it too: it is about their silence. */
  readonly about?: string;
  /** Another alarm that explains this one: while it is on, the cause of this one sends nothing for it. */
  readonly unless?: string;
}

/** An alarm that sends for itself, or one whose cause sends for it. */
export type Explained = Measured &
  ({ readonly severity: "page" | "notice" | "signal" } | { readonly cause: string });

/** An alarm on other alarms. It sends once, whatever the others do meanwhile. */
export interface Composed extends AlarmTexts {
  readonly severity: "page" | "working-hours" | "notice" | "signal";
  /** In CloudWatch's words, by the alarms' full names. */
  readonly rule: string;
  /** The name of the alarm that makes this one wait. CloudWatch sends when that one is over. */
  readonly waitsFor?: string;
  readonly about?: string;
}
