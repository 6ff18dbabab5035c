import type { Bug } from "../bug.ts";

const contract = "test/contract/case-store.test.ts";

/** The table of decisions: each version on the one before it, and everything found that is looked for. */
export const storing: readonly Bug[] = [
  {
    name: "a condition on a row that is not there",
    why: "No first version can ever be written, and the unit tests agree (an incident of GOV.UK One Login's).",
    file: "packages/adapters/dynamo-cases.ts",
    find: `ConditionExpression: isFirst ? "attribute_not_exists(pk)" : "#version = :before",`,
    replace: `ConditionExpression: "#version = :before",`,
    and: [
      {
        file: "packages/adapters/dynamo-cases.ts",
        find: "...(isFirst\n      ? {}",
        replace: "...(record.version < 1\n      ? {}",
      },
      {
        file: "packages/adapters/dynamo-cases.test.ts",
        find: `{ ConditionExpression: "attribute_not_exists(pk)", ReturnValuesOnConditionCheckFailure: "ALL_OLD" },`,
        replace: `{ ConditionExpression: "#version = :before", ReturnValuesOnConditionCheckFailure: "ALL_OLD" },`,
      },
    ],
    suite: contract,
  },
  {
    name: "an unconditional write",
    why: "Of two who write at once the last one wins: a provider's report, or SF's revision, is gone.",
    file: "packages/adapters/dynamo-cases.ts",
    find: `ConditionExpression: isFirst ? "attribute_not_exists(pk)" : "#version = :before",\n    ...(isFirst`,
    replace: "...(record.version > 0",
    suite: contract,
  },
  {
    name: "a lost race taken for written",
    why: "The answer says that a decision is stored, and it is not.",
    file: "packages/casework/write-through.ts",
    find: "if (result.saved) return decided;",
    replace: "if (result.saved || attempt === 0) return decided;",
    suite: "simulation",
  },
  {
    name: "a lost answer taken for a lost race",
    why: "What was written is decided upon again, and notified as something else.",
    file: "packages/adapters/dynamo-cases.ts",
    find: "return isOurs(current, record) ? { saved: true } : { saved: false, current };",
    replace: "return { saved: false, current };",
    suite: contract,
  },
  {
    name: "another's write taken for ours",
    why: "The writer that lost the race believes that it won: a report vanishes without a trace.",
    file: "packages/adapters/dynamo-cases.ts",
    find: "canonicalJson(current) === canonicalJson(record)",
    replace: "current.version === record.version",
    suite: contract,
  },
  {
    name: "trouble taken for a lost race",
    why: "A table that is throttled for a moment is taken to hold nothing, and the decision is judged as new.",
    file: "packages/adapters/dynamo-cases.ts",
    find: "if (!(error instanceof ConditionalCheckFailedException)) throw error;",
    replace:
      "if (!(error instanceof ConditionalCheckFailedException)) return { saved: false, current: undefined };",
    suite: "unit",
  },
  {
    name: "read from a copy that lags",
    why: "A revision that comes right after the first is held to have come too early.",
    file: "packages/adapters/dynamo-cases.ts",
    find: "ConsistentRead: true",
    replace: "ConsistentRead: false",
    suite: "unit",
  },
  {
    name: "a missing setting, and no timer",
    why: "The due index is written under a name that follow-up never asks for (an incident of GOV.UK One Login's).",
    file: "packages/adapters/case-item.ts",
    find: "export const dueShards = 4;",
    replace: `export const dueShards = Number(process.env["DUE_SHARDS"]);`,
    suite: contract,
  },
  {
    name: "the wrong shard on write",
    why: "A quarter of all decisions lies where follow-up never looks.",
    file: "packages/adapters/case-item.ts",
    find: "shardName(sum % dueShards)",
    replace: "shardName((sum % dueShards) + 1)",
    suite: contract,
  },
  {
    name: "one shard only",
    why: "Three quarters of all decisions are never followed up.",
    file: "packages/adapters/dynamo-cases.ts",
    find: "Array.from({ length: dueShards }",
    replace: "Array.from({ length: 1 }",
    suite: contract,
  },
  {
    name: "the first page only",
    why: "On a busy morning all that is due beyond the first megabyte waits, and tomorrow's comes before it.",
    file: "packages/adapters/dynamo-cases.ts",
    find: `dueAt: item["dueAt"]?.S ?? "" })),\n      );`,
    replace: `dueAt: item["dueAt"]?.S ?? "" })),\n      );\n      break;`,
    suite: "unit",
  },
  {
    name: "without its outbox",
    why: "The stream carries nothing: no provider and no SF gets a message.",
    file: "packages/adapters/case-item.ts",
    find: "seal.close(text, {",
    replace: "seal.close(text && JSON.stringify({ ...record, outbox: [] }), {",
    suite: contract,
  },
  {
    name: "a case number of any administration's",
    why: "A search by case number shows one administration another's case.",
    file: "packages/adapters/kms-pseudonyms.ts",
    find: "`case:${administration}:${caseNumber}`",
    replace: "`case:${administration.slice(0, 2)}:${caseNumber}`",
    suite: "unit",
  },
];
