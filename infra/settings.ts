import { RetentionDays } from "aws-cdk-lib/aws-logs";

export const stages = ["test", "production"] as const;
export type Stage = (typeof stages)[number];

/** What differs between stages, and between municipalities. Each stage is an AWS account of its own. */
export interface Settings {
  readonly stage: Stage;
  readonly municipality: string;
  /** Inside the EU: nothing is transferred to a third country (2001:637, 16 §). */
  readonly region: string;
  readonly retention: Retention;
  readonly deletionProtection: boolean;
  /** Who may reach the API at all, as CIDR ranges; none means closed to everybody. */
  readonly allowedSourceRanges: readonly string[];
  /** Requests a second over all callers, and how many at once. */
  readonly throttling: { readonly perSecond: number; readonly burst: number };
  /** Where alarms are mailed; without it they stand in CloudWatch only. */
  readonly alarmEmail?: string;
}

export interface Retention {
  /**
   * `keep`: nothing of a personal file is erased by a timer. Göteborg is exempt from the five years of
   * 16 kap. 1 § SoL through 13 kap. 1 § of Ordinance 2025:468. No other value is built.
   */
  readonly personalFiles: "keep";
  /** How long a message or a temporary file lives; SQS keeps nothing longer than 14 days. */
  readonly transitDays: number;
  /** Logs hold the audit of who looked at what, so they outlive an ordinary debugging log. */
  readonly logs: RetentionDays;
}

const everywhere = {
  municipality: "goteborg",
  region: "eu-north-1",
  throttling: { perSecond: 50, burst: 100 },
} as const;

const byStage: Readonly<Record<Stage, Settings>> = {
  test: {
    ...everywhere,
    stage: "test",
    retention: { personalFiles: "keep", transitDays: 14, logs: RetentionDays.ONE_MONTH },
    deletionProtection: false,
    allowedSourceRanges: ["127.0.0.1/32"],
  },
  production: {
    ...everywhere,
    stage: "production",
    retention: { personalFiles: "keep", transitDays: 14, logs: RetentionDays.FIVE_YEARS },
    deletionProtection: true,
    allowedSourceRanges: [],
  },
};

/** @throws Error when the stage is not one of `stages`: nothing is deployed by a misspelling. */
export const settingsFor = (name: string): Settings => {
  const stage = stages.find((known) => known === name);
  if (stage === undefined) throw new Error(`Unknown stage "${name}"; there are ${stages.join(" and ")}.`);
  return byStage[stage];
};
