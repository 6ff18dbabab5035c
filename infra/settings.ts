import type { Municipality } from "@hemvist/rules";
import { defaultMunicipality, municipalities, municipalityNamed } from "@hemvist/rules/municipalities";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { type ApiDomain, faultsInDomain } from "./api-domain.ts";
import { type Deployment, deployments, type ObjectLock } from "./deployments.ts";
import { faultsInKeyUsers, type KeyUsers } from "./key-users.ts";
import { faultsInPartners, isAddress, type Partners, partnersHere } from "./partners.ts";

export const stages = ["local", "test", "production"] as const;
export type Stage = (typeof stages)[number];

/** What differs between stages, and between municipalities. */
export interface Settings {
  readonly stage: Stage;
  /** Each stage is an AWS account of its own. So names can be those of the wire contract. */
  readonly account: string;
  /**
   * The municipality of the system. Its parties have queues, its models judge, and functions get its code as a setting.
   */
  readonly municipality: Municipality;
  /**
   * A module that stands in for `@hemvist/rules/municipalities` in the bundles, so that functions know a municipality
   * that the rules do not have. For the made-up one of the tests only.
   */
  readonly municipalitiesFrom?: string;
  /** Inside the EU: nothing is transferred to a third country (2001:637, 16 §). */
  readonly region: string;
  readonly retention: Retention;
  readonly deletionProtection: boolean;
  /** The issuer of the parties' tokens. Without one, the app generates it. */
  readonly issuer?: { readonly url: string; readonly audience: string };
  /** The API's own name. Without one it has the name that API Gateway gives it. */
  readonly domain?: ApiDomain;
  /** The parties' systems, and what each uses of hemvist from outside. */
  readonly partners?: Partners;
  /** The addresses that may reach the API, as CIDR ranges. An empty list names none: any address. */
  readonly allowedSourceRanges: readonly string[];
  /** Requests a second over all callers, and how many at once. */
  readonly throttling: { readonly perSecond: number; readonly burst: number };
  readonly concurrency: Concurrency;
  readonly keyUsers: KeyUsers;
  /** How many messages one operator may send again or discard alone, by a command and within a day. */
  readonly mostAlone: number;
  /** The address that rings. Production has one. Elsewhere alarms may be in CloudWatch only. */
  readonly alarmEmail?: string;
  /** The mailbox for what can wait. */
  readonly noticeEmail?: string;
  /** The folder of the runbooks, as the person on duty opens it. Each alarm links to its own. */
  readonly runbooksAt: string;
  /** The tables of decisions, by name; the last one is in use. */
  readonly decisionsTables: readonly [string, ...string[]];
  /** How long S3 itself keeps each entry of the access log, and the legal reason. */
  readonly accessLogLock?: ObjectLock;
}

/** Of what is no personal file: what becomes of those, the municipality says. */
export interface Retention {
  /** How long a message or a temporary file lives; SQS keeps nothing longer than 14 days. */
  readonly transitDays: number;
  /** Logs hold the audit of who looked at what, so they outlive an ordinary debugging log. */
  readonly logs: RetentionDays;
}

/** How many runs of functions go on at once: infra/reserved-runs.ts. */
export interface Concurrency {
  /** Of all functions in the account and region. AWS gives an account 1,000, and a new one often fewer. */
  readonly quota: number;
  /** For each queue that parties send on, so no party can crowd out the others. */
  readonly perQueue: number;
  /** Two for each shard of the table's stream. Its shards grow with what is written. */
  readonly handOff: number;
  /** Of a function on schedule: the run, the self-check of a deployment meanwhile, and one that a person starts. */
  readonly scheduled: number;
  readonly operate: number;
}

/** Where `publiccode.yml` says that the repository is. */
const runbooksAt = "https://hemvist.example/hemvist/blob/main/docs/runbooks";

const everywhere = {
  runbooksAt,
  municipality: defaultMunicipality,
  region: "eu-north-1",
  throttling: { perSecond: 50, burst: 100 },
  concurrency: { quota: 1000, perQueue: 5, handOff: 50, scheduled: 3, operate: 10 },
  // Ours: as many as a person still reads one by one.
  mostAlone: 20,
} as const;

/** CloudFormation's role, as `cdk bootstrap` makes it, creates the tables. People read nothing until they are named. */
const deployedByCdk: KeyUsers = {
  makesTables: ["cdk-*-cfn-exec-role-*"],
  readsReports: [],
  readsJournal: [],
};

const forTrials = {
  ...everywhere,
  retention: { transitDays: 14, logs: RetentionDays.ONE_MONTH },
  deletionProtection: false,
} as const;

/** The account of every local engine. It is no real account, so these templates cannot be deployed there. */
export const localAccount = "000000000000";

/** @throws Error if there is no such stage, or if its settings are not complete and valid */
export const settingsFor = (name: string, written: typeof deployments = deployments): Settings => {
  switch (name) {
    case "local":
      return {
        ...forTrials,
        stage: "local",
        account: localAccount,
        keyUsers: { makesTables: [], readsReports: ["*"], readsJournal: ["*"] },
        partners: partnersHere(everywhere.municipality),
        allowedSourceRanges: [],
        decisionsTables: ["decisions"],
      };
    case "test":
      return { ...forTrials, stage: "test", ...deployable("test", written) };
    case "production":
      return {
        ...everywhere,
        stage: "production",
        retention: { transitDays: 14, logs: RetentionDays.FIVE_YEARS },
        deletionProtection: true,
        ...deployable("production", written),
      };
    default:
      throw new Error(`Unknown stage "${name}"; there are ${stages.join(", ")}.`);
  }
};

const deployable = (
  stage: keyof typeof deployments,
  written: typeof deployments,
): Omit<Deployment, "municipality" | "concurrentRuns" | "keyUsers" | "mostAlone"> &
  Pick<Settings, "account" | "concurrency" | "keyUsers" | "mostAlone" | "municipality"> => {
  const deployment = written[stage];
  const { account = "", municipality = defaultMunicipality.code } = deployment;
  const faults = [...faultsIn(deployment), ...faultsAcross(written)];
  if (stage === "production" && deployment.alarmEmail === undefined)
    faults.push("alarmEmail is missing: without it, no alarm is mailed");
  if (stage === "production" && deployment.noticeEmail === undefined)
    faults.push("noticeEmail is missing: without it, what can wait is not mailed");
  if (stage === "production" && deployment.runbooksAt === undefined)
    faults.push("runbooksAt is missing: until hemvist is published, an alarm's link leads nowhere");
  if (stage === "production" && deployment.accessLogLock === undefined)
    faults.push(
      "accessLogLock is missing: without it, an administrator can delete entries of the access log",
    );
  if (faults.length > 0)
    throw new Error(`Stage "${stage}" cannot be deployed. In infra/deployments.ts: ${faults.join("; ")}.`);
  const {
    concurrentRuns: quota = everywhere.concurrency.quota,
    keyUsers = {},
    mostAlone = everywhere.mostAlone,
    ...others
  } = deployment;
  return {
    ...others,
    account,
    municipality: municipalityNamed(municipality),
    concurrency: { ...everywhere.concurrency, quota },
    keyUsers: { ...deployedByCdk, ...keyUsers },
    mostAlone,
  };
};

function faultsIn({
  account,
  municipality,
  alarmEmail,
  noticeEmail,
  runbooksAt: runbooks,
  allowedSourceRanges,
  concurrentRuns,
  keyUsers = {},
  mostAlone,
  decisionsTables,
  issuer,
  domain,
  partners = {},
  accessLogLock,
}: Deployment): string[] {
  const known = municipalities.find(({ code }) => code === (municipality ?? defaultMunicipality.code));
  return [
    ...(domain === undefined
      ? []
      : faultsInDomain(domain, { account: account ?? "", region: everywhere.region })),
    ...(known === undefined
      ? []
      : faultsInPartners(partners, { account: account ?? "", municipality: known })),
    ...(municipality === undefined || municipalities.some(({ code }) => code === municipality)
      ? []
      : [`municipality: there is no "${municipality}"`]),
    ...(account === undefined ? ["account is missing"] : []),
    ...(account === undefined || (/^\d{12}$/.test(account) && account !== localAccount)
      ? []
      : ["account is not an AWS account"]),
    ...Object.entries({ alarmEmail, noticeEmail })
      .filter(([, address]) => address !== undefined && !isAddress(address))
      .map(([name]) => `${name} is not an address`),
    ...(runbooks === undefined || isHttps(runbooks) ? [] : ["runbooksAt is not an https address"]),
    ...(concurrentRuns === undefined || (Number.isSafeInteger(concurrentRuns) && concurrentRuns > 0)
      ? []
      : ["concurrentRuns is not a number of runs"]),
    ...faultsInKeyUsers(keyUsers),
    ...(mostAlone === undefined || isManyForOne(mostAlone)
      ? []
      : [`mostAlone is not a whole number from 1 to ${mostForOne}`]),
    ...(issuer === undefined || isHttps(issuer.url) ? [] : ["issuer.url is not an https address"]),
    ...(issuer === undefined || issuer.audience !== "" ? [] : ["issuer.audience is empty"]),
    ...allowedSourceRanges
      .filter((range) => !isSourceRange(range))
      .map((range) => `allowedSourceRanges: "${range}" is not an IPv4 range from /8 to /32`),
    ...decisionsTables
      .filter((table) => !/^decisions(-[a-z0-9]+)*$/.test(table))
      .map((table) => `decisionsTables: "${table}" does not begin with "decisions"`),
    ...(accessLogLock === undefined || isLock(accessLogLock)
      ? []
      : ["accessLogLock: it has whole years from 1 to 100, and a legal reason in words"]),
  ];
}

const isLock = ({ years, because }: ObjectLock): boolean =>
  Number.isInteger(years) && years >= 1 && years <= 100 && because.trim().length >= 20;

/** Ours: half of the letters that one call handles, so a single call can be more than one person may do alone. */
const mostForOne = 500;

const isManyForOne = (many: number): boolean => Number.isInteger(many) && many >= 1 && many <= mostForOne;

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === "https:";

/** A wider range than /8 is no organisation's own. An empty list says that any address may call. */
const isSourceRange = (range: string): boolean => {
  const [address = "", bits] = range.split("/");
  const numbers = address.split(".");
  const isAddress = numbers.length === 4 && numbers.every((part) => /^\d{1,3}$/.test(part) && +part < 256);
  return isAddress && bits !== undefined && /^\d{1,2}$/.test(bits) && +bits >= 8 && +bits <= 32;
};

function faultsAcross({ test, production }: typeof deployments): string[] {
  return test.account !== undefined && test.account === production.account
    ? ["test and production are the same account"]
    : [];
}
