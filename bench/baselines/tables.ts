/** A key of text attributes, and what it takes to declare it. */
const attributes = (...names: readonly string[]) =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: "S" }));
const schema = (hash: string, range?: string) => [
  { AttributeName: hash, KeyType: "HASH" },
  ...(range === undefined ? [] : [{ AttributeName: range, KeyType: "RANGE" }]),
];
const index = (IndexName: string, hash: string, range?: string) => ({
  IndexName,
  KeySchema: schema(hash, range),
  Projection: { ProjectionType: "KEYS_ONLY" },
});

/** Decisions that are found as hemvist's are: by key, by person, by case, and by when they are due. */
const decisions = (TableName: string) => ({
  TableName,
  AttributeDefinitions: attributes("pk", "personKey", "caseKey", "dueShard", "dueAt"),
  KeySchema: schema("pk"),
  GlobalSecondaryIndexes: [
    index("person", "personKey"),
    index("case", "caseKey"),
    index("due", "dueShard", "dueAt"),
  ],
});

/** Without an index of what is due: a schedule or an execution of its own wakes each decision. */
const decisionsThatAreWoken = (TableName: string) => ({
  TableName,
  AttributeDefinitions: attributes("pk", "personKey", "caseKey"),
  KeySchema: schema("pk"),
  GlobalSecondaryIndexes: [index("person", "personKey"), index("case", "caseKey")],
});

export const outboxTables = { decisions: "outbox-decisions", outbox: "outbox" } as const;
export const powertoolsTables = { decisions: "powertools-decisions", idempotency: "idempotency" } as const;
export const durableTables = { decisions: "durable-decisions" } as const;

/** The tables of the baselines. */
export const baselineTables = [
  decisions(outboxTables.decisions),
  {
    TableName: outboxTables.outbox,
    AttributeDefinitions: attributes("id", "pending", "createdAt"),
    KeySchema: schema("id"),
    GlobalSecondaryIndexes: [
      { ...index("pending", "pending", "createdAt"), Projection: { ProjectionType: "ALL" } },
    ],
  },
  decisionsThatAreWoken(powertoolsTables.decisions),
  {
    TableName: powertoolsTables.idempotency,
    AttributeDefinitions: attributes("id"),
    KeySchema: schema("id"),
  },
  decisionsThatAreWoken(durableTables.decisions),
];
