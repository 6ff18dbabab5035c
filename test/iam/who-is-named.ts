import type { Policy } from "../../packages/local/permissions/policies.ts";
import { type Json, jsonOf, listOf } from "../../packages/local/templates/json.ts";
import { ACCOUNT } from "../../packages/local/templates/physical-names.ts";
import type { Principal } from "./principals.ts";

/**
 * Whether any policy names an action for a principal. Without one, IAM refuses, so there is nothing to ask the judge.
 *
 * Within the account it is enough that the principal's own policy names the action, or that the resource's names it for
 * the principal. A statement for the account as a whole (its root) lets the principals' own policies decide, and
 * names no principal. From another account, the resource's policy must name it. `--whole` asks the judge all the same.
 */
export const namedFor = (
  principal: Principal,
  resourcePolicy: Policy | undefined,
): ((action: string) => boolean) => {
  const byResource = allowing(resourcePolicy === undefined ? [] : [resourcePolicy])
    .filter(({ Principal: named, NotPrincipal }) => NotPrincipal !== undefined || mayBe(named, principal))
    .map(patternsOf);
  const byIdentity = isOutside(principal) ? [] : allowing(principal.identity).map(patternsOf);
  const all = [...byResource, ...byIdentity];
  return (action) => all.some((fits) => fits(action));
};

const isOutside = ({ arn }: Principal): boolean => arn.startsWith("arn:") && arn.split(":")[4] !== ACCOUNT;

const allowing = (policies: readonly Policy[]): readonly Json[] =>
  policies
    .flatMap(({ Statement }) => listOf(Statement).map(jsonOf))
    .filter(({ Effect }) => Effect === "Allow");

const mayBe = (named: unknown, { arn }: Principal): boolean => {
  if (named === "*") return true;
  const { AWS, Service } = jsonOf(named);
  const [, , , , account = ""] = arn.split(":");
  const ofAccount = isOutside({ arn, name: "", identity: [] })
    ? [account, `arn:aws:iam::${account}:root`]
    : [];
  const able = ["*", arn, ...ofAccount];
  return [AWS, Service].flat().some((one) => typeof one === "string" && able.includes(one));
};

const patternsOf = ({ Action, NotAction }: Json): ((action: string) => boolean) => {
  if (NotAction !== undefined) return () => true;
  const patterns = [Action].flat().map(patternOf);
  return (action) => patterns.some((pattern) => pattern.test(action));
};

const known = new Map<string, RegExp>();
const patternOf = (text: unknown): RegExp => {
  const written = String(text);
  const pattern =
    known.get(written) ??
    new RegExp(`^${written.replaceAll(".", "\\.").replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
  known.set(written, pattern);
  return pattern;
};
