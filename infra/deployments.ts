import type { ApiDomain } from "./api-domain.ts";
import type { KeyUsers } from "./key-users.ts";
import type { Partners } from "./partners.ts";
import type { Stage } from "./settings.ts";

/**
 * How long S3 keeps each entry of the access log, whatever the bucket's policy says. With `governance`, a person whom
 * the account's owner gives `s3:BypassGovernanceRetention` can still delete, for instance on a court's order. With
 * `compliance` no person can, not even AWS.
 */
export interface ObjectLock {
  readonly mode: "governance" | "compliance";
  /** It is the least time. After it, the bucket's policy still refuses every deletion. */
  readonly years: number;
  /** The legal reason, in words. It is also the reason why the lock may be so long. */
  readonly because: string;
}

/** What only the people who run a stage know. */
export interface Deployment {
  /** The AWS account that is this stage, and no other: twelve digits. */
  readonly account?: string;
  /** The municipality of the system, by its code in packages/rules/municipalities. Göteborg if it is left out. */
  readonly municipality?: string;
  /** Where alarms that ring are mailed: the address of the system that calls the person on duty. */
  readonly alarmEmail?: string;
  /** Where what can wait is mailed: a mailbox that several people read on working days. */
  readonly noticeEmail?: string;
  /** The folder of the runbooks on the web, as the person on duty opens it: `https://…/docs/runbooks`. */
  readonly runbooksAt?: string;
  /** From which addresses the API can be reached, as IPv4 ranges in CIDR form. An empty list names none: any address. */
  readonly allowedSourceRanges: readonly string[];
  /**
   * How many functions may run at once in this account and region, by its quota (Service Quotas: Lambda, L-B99A9384).
   * 1,000 if it is left out. A new account often has fewer: ask AWS for more before the first deployment.
   */
  readonly concurrentRuns?: number;
  /**
   * The roles of this account that use keys, beside hemvist's own, by name. `*` stands for what AWS makes up:
   * `aws-reserved/sso.amazonaws.com/eu-north-1/AWSReservedSSO_HemvistAudit_*`. Without it, CloudFormation's role makes
   * the tables, and no person reads reports or the journal.
   */
  readonly keyUsers?: Partial<KeyUsers>;
  /**
   * How many messages one operator may send again or discard alone, by a command and within a day: a whole number from 1
   * to 500. For more, a second person must approve. 20 if it is left out, which is ours.
   */
  readonly mostAlone?: number;
  /**
   * The issuer of the parties' tokens, if the city has one: its address exactly as it stands in a token's `iss`, and
   * what `aud` holds. Without it the app generates a Cognito user pool with a client for each party.
   */
  readonly issuer?: { readonly url: string; readonly audience: string };
  /** The API's own name, and whether systems show a certificate. Without it, the API has the name that AWS gives it. */
  readonly domain?: ApiDomain;
  /** The systems of the parties. A party that is not here reaches none of its queues. */
  readonly partners?: Partners;
  /**
   * The tables of decisions, by name. The last one is in use. An earlier one stays in the template until everything
   * has moved to the last: docs/runbooks/table-restored.md.
   */
  readonly decisionsTables: readonly [string, ...string[]];
  /** The lock on the access log. Production has one. On another stage, entries may go with the stage. */
  readonly accessLogLock?: ObjectLock;
}

/**
 * Fill this in, let a colleague review it, and commit it before the first deployment. It is no environment variable, so
 * a deployment never depends on the shell that starts it.
 */
export const deployments: Readonly<Record<Exclude<Stage, "local">, Deployment>> = {
  test: { allowedSourceRanges: [], decisionsTables: ["decisions"] },
  production: {
    allowedSourceRanges: [],
    decisionsTables: ["decisions"],
    accessLogLock: {
      mode: "governance",
      // Ours: as long as logs are kept. No text that we have gives a number.
      years: 5,
      because:
        "Each access must be documented so that it can be checked (Act 2001:454, 10 §), and Göteborg erases nothing by a timer (Ordinance 2025:468, 13 kap. 1 §).",
    },
  },
};
