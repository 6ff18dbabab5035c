import type { DeclaredCaller, PermissionOptions } from "@hemvist/local";
import { addresseesAmong, type Municipality, partiesOf } from "@hemvist/rules";
import { judgeByIam } from "./iam-judge.ts";

/** Those who call as nothing deployed could: they look behind the system. No other name is let through unjudged. */
export const unjudged: readonly string[] = ["a-tester", "sandbox"];

/** Every policy that hemvist gives people in operations. */
export const policiesOfOperators: readonly string[] = [
  "hemvist-operations",
  "hemvist-operations-watch",
  "hemvist-operations-audit",
];

/**
 * Who calls hemvist on this machine. A party is a role of its own. Any name that is nothing else is a person in
 * operations, with all that hemvist's policies give.
 */
export const permissionsFor = (municipality: Municipality): PermissionOptions => {
  const parties = addresseesAmong(partiesOf(municipality));
  return {
    judge: judgeByIam,
    callers: (name): DeclaredCaller => {
      if (unjudged.includes(name)) return "unjudged";
      if (name === "break-glass") return { role: "hemvist-break-glass" };
      if (parties.includes(name)) return systemOf(name);
      return { managedPolicies: policiesOfOperators };
    },
  };
};

/**
 * A party's own system, in an account that is not hemvist's (infra/partners.ts). Its own account lets it do anything, so
 * hemvist's policies alone bound it.
 */
const systemOf = (party: string): DeclaredCaller => ({
  arn: `arn:aws:iam::000000000001:role/${party}`,
  policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }],
});
