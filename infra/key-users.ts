import type { KeyUse } from "./constructs/key-policy.ts";
import type { Traffic } from "./queue-names.ts";

/** The roles of the account, beside hemvist's own, that use keys: by name, with `*` for what AWS makes up in a name. */
export interface KeyUsers {
  /** Create and restore tables: CloudFormation's role in a deployment, and in a restore those of the two people. */
  readonly makesTables: readonly string[];
  /** Fetch issued reports. */
  readonly readsReports: readonly string[];
  /** Have the policy `hemvist-operations-audit`. */
  readonly readsJournal: readonly string[];
}

/** A name that fits every role would let the whole account use a key. */
export const faultsInKeyUsers = (users: Partial<KeyUsers>): readonly string[] =>
  Object.entries(users).flatMap(([use, names]) =>
    names
      .filter((name) => !/^[\w+=,.@-]{4}[\w+=,.@/*-]*$/.test(name))
      .map((name) => `keyUsers.${use}: "${name}" does not name a role`),
  );

/** The role of a function, of a schedule or of the emergency: a key names it before it is made. */
export const roleNameOf = (name: string): string => `hemvist-${name}`;

const roles = (...names: readonly string[]): readonly string[] => names.map(roleNameOf);

const breakGlass = "break-glass";

/** All that open a stored decision. */
const readersOfRecords = roles(
  "receive-decision",
  "record-progress",
  "follow-up",
  "hand-off",
  "read-case",
  "report",
  "operate",
  breakGlass,
);
const inBoth = ["dynamodb", "s3"] as const;

/** The tables, and the bucket for what hand-off could not send. */
export const useOfRecords = ({ makesTables }: KeyUsers): readonly KeyUse[] => [
  {
    roles: readersOfRecords,
    actions: ["kms:Decrypt"],
    through: inBoth,
  },
  {
    roles: roles("receive-decision", "record-progress", "follow-up", "hand-off", "operate"),
    actions: ["kms:Encrypt", "kms:GenerateDataKey"],
    through: inBoth,
  },
  {
    roles: makesTables,
    actions: [
      "kms:CreateGrant",
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ReEncrypt*",
    ],
    through: ["dynamodb"],
  },
];

export const useOfPseudonyms: readonly KeyUse[] = [
  { roles: roles("receive-decision", "read-case", "operate"), actions: ["kms:GenerateMac"] },
];

export const useOfSeal: readonly KeyUse[] = [{ roles: readersOfRecords, actions: ["kms:GenerateMac"] }];

/** All that send to parties, and no function that only reads. */
export const useOfSignatures: readonly KeyUse[] = [
  {
    roles: roles("receive-decision", "record-progress", "hand-off", "operate", breakGlass),
    actions: ["kms:GenerateMac"],
  },
];

export const useOfReports = ({ readsReports }: KeyUsers): readonly KeyUse[] =>
  writtenOnce({ by: "report", readBy: readsReports });

export const useOfJournal = ({ readsJournal }: KeyUsers): readonly KeyUse[] =>
  writtenOnce({ by: "operate", readBy: readsJournal });

/** Each entry names the one before it, so its writer reads that one. report writes down the newest of each chain. */
export const useOfAccessLog: readonly KeyUse[] = [
  {
    roles: roles("read-case", "operate", "report"),
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    through: ["s3"],
  },
];

/** A bucket that one function writes, and reads itself. */
const writtenOnce = ({ by, readBy }: { readonly by: string; readonly readBy: readonly string[] }) =>
  [
    { roles: roles(by), actions: ["kms:Decrypt", "kms:GenerateDataKey"], through: ["s3"] },
    { roles: readBy, actions: ["kms:Decrypt"], through: ["s3"] },
  ] as const satisfies readonly KeyUse[];

/** A party's queues. Its own system is let in beside: constructs/outside-principal.ts. */
export function useOfQueues(traffic: readonly Traffic[]): readonly KeyUse[] {
  const among = (...kinds: readonly Traffic[]): boolean => traffic.some((one) => kinds.includes(one));
  return [
    {
      roles: roles(
        ...(among("decisions") ? ["receive-decision"] : []),
        ...(among("assignments", "progress") ? ["record-progress"] : []),
        ...(among("assignments", "inbox") ? ["hand-off"] : []),
        "operate",
        breakGlass,
      ),
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      through: ["sqs"],
    },
  ];
}

/** The queue for the runs of a function that a schedule could not start, or that failed. */
export const useOfMissedRuns = (name: string): readonly KeyUse[] => [
  {
    roles: roles(name, `${name}-schedule`),
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    through: ["sqs"],
  },
  { roles: roles("operate", breakGlass), actions: ["kms:Decrypt"], through: ["sqs"] },
];
