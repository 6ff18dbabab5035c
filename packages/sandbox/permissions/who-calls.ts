import type { DeclaredCaller, PermissionOptions } from "@hemvist/local";
import {
  addresseesAmong,
  assignmentsOf,
  decisionsFrom,
  inboxOf,
  type Municipality,
  partiesOf,
  physicalName,
  progressFrom,
} from "@hemvist/rules";
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

/** A party's own system: it sends to its own queues, and takes what lies on them for it. */
const systemOf = (party: string): DeclaredCaller => {
  const arnsOf = (...queues: readonly string[]) =>
    queues.map((queue) => `arn:aws:sqs:*:*:${physicalName(queue)}`);
  const Statement = [
    {
      Effect: "Allow",
      Action: ["sqs:SendMessage"],
      Resource: arnsOf(decisionsFrom(party), progressFrom(party)),
    },
    {
      Effect: "Allow",
      Action: [
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:ChangeMessageVisibility",
        "sqs:GetQueueAttributes",
      ],
      Resource: arnsOf(inboxOf(party), assignmentsOf(party)),
    },
    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: "*" },
  ];
  return {
    arn: `arn:aws:iam::000000000000:role/${party}`,
    policies: [{ Version: "2012-10-17", Statement }],
  };
};
