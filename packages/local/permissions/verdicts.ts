import { ACCOUNT } from "../templates/physical-names.ts";
import type { Principal } from "./callers.ts";
import type { Policies, Policy } from "./policies.ts";
import type { Requested } from "./requests.ts";

export type Verdict = "allowed" | "not allowed" | "denied";

/** A request, and every policy that has a say in it. */
export interface JudgedRequest {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** The account that the resource is in. */
  readonly account: string;
  readonly context: Readonly<Record<string, string>>;
  readonly identityPolicies: readonly Policy[];
  readonly boundary?: Policy;
  readonly resourcePolicy?: Policy;
}

/** Evaluates policies as IAM does. */
export type Judge = (request: JudgedRequest) => Promise<Verdict>;

/** A grant that was used: a principal did this to that. */
export interface Use {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** The values for conditions that the caller gives, beside what is so of each call. */
  readonly context: Readonly<Record<string, string>>;
}

export interface Verdicts {
  readonly of: (principal: Principal, requested: Requested) => Promise<Verdict>;
  /** What was allowed so far. */
  readonly uses: () => readonly Use[];
}

/** One verdict for each principal, action, resource and conditions. The policies do not change while the system runs. */
export const createVerdicts = ({
  judge,
  policies,
  region,
}: {
  readonly judge: Judge;
  readonly policies: Policies;
  readonly region: string;
}): Verdicts => {
  const found = new Map<string, Promise<Verdict>>();
  const uses: Use[] = [];

  const judged = async (principal: Principal, requested: Requested): Promise<Verdict> => {
    const { action, resource, context = {} } = requested;
    const resourcePolicy = policies.ofResources.get(resource.replace(/^(arn:aws:s3:::[^/]+)\/.*$/, "$1"));
    const verdict = await judge({
      principal: principal.arn,
      action,
      resource,
      account: ACCOUNT,
      context: { ...ofEveryCall(principal.arn, region), ...context },
      identityPolicies: principal.identity,
      ...(principal.boundary === undefined ? {} : { boundary: principal.boundary }),
      ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
    });
    if (verdict === "allowed") uses.push({ principal: principal.arn, action, resource, context });
    return verdict;
  };

  return {
    of: (principal, requested) => {
      const { action, resource, context = {} } = requested;
      const key = [principal.arn, action, resource, ...Object.values(context)].join("\n");
      const before = found.get(key);
      if (before !== undefined) return before;
      if (found.size >= REMEMBERED) found.clear();
      const verdict = judged(principal, requested);
      found.set(key, verdict);
      return verdict;
    },
    uses: () => uses,
  };
};

/** Names of objects are new ones all the time. */
const REMEMBERED = 50_000;

/** What is so of each call here. A call on this machine counts as one over TLS. */
const ofEveryCall = (principal: string, region: string): Readonly<Record<string, string>> => ({
  "aws:PrincipalArn": principal,
  "aws:PrincipalAccount": principal.split(":")[4] ?? "",
  "aws:PrincipalIsAWSService": String(!principal.startsWith("arn:")),
  "aws:RequestedRegion": region,
  "aws:ResourceAccount": ACCOUNT,
  "aws:SecureTransport": "true",
  "aws:SourceIp": "127.0.0.1",
});
