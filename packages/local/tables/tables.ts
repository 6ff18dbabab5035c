import { setTimeout } from "node:timers/promises";
import type { Resource } from "../templates/assembly.ts";
import { type Json, jsonOf, listOf, textOf } from "../templates/json.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { TableEngine } from "./table-engine.ts";

export interface Index {
  readonly name: string;
  readonly keys: readonly string[];
  /** Attributes an entry carries; `undefined` for all of them. */
  readonly projected?: readonly string[];
}

/** A table as the template declares it. */
export interface Table {
  readonly name: string;
  readonly keys: readonly string[];
  readonly indexes: readonly Index[];
  /** Which images its change feed carries, for a table that has one. */
  readonly streamView?: string;
  readonly streamArn: string;
}

export const isTable = ({ type }: Resource): boolean =>
  type === "AWS::DynamoDB::GlobalTable" || type === "AWS::DynamoDB::Table";

export const readTable = (resource: Resource, resolver: Resolver): Table => {
  const properties = resolver.propertiesOf(resource);
  const keys = keyNames(properties["KeySchema"]);
  const streamView = textOf(jsonOf(properties["StreamSpecification"])["StreamViewType"]);
  const indexes = [
    ...listOf(properties["GlobalSecondaryIndexes"]),
    ...listOf(properties["LocalSecondaryIndexes"]),
  ];
  return {
    name: resolver.names.nameOf(resource),
    keys,
    indexes: indexes.map((index) => readIndex(jsonOf(index), keys)),
    streamArn: resolver.names.attribute(resource, "StreamArn"),
    ...(streamView === undefined ? {} : { streamView }),
  };
};

const readIndex = (index: Json, tableKeys: readonly string[]): Index => {
  const keys = keyNames(index["KeySchema"]);
  const { ProjectionType: type, NonKeyAttributes: others } = jsonOf(index["Projection"]);
  const name = textOf(index["IndexName"]) ?? "";
  return type === "ALL"
    ? { name, keys }
    : { name, keys, projected: [...tableKeys, ...keys, ...listOf(others).map(String)] };
};

const keyNames = (schema: unknown): readonly string[] =>
  listOf(schema).map((entry) => String(jsonOf(entry)["AttributeName"]));

/** Makes the table in the engine, and waits until it is there: the engine answers a moment before. */
export const createTable = async ({
  resource,
  resolver,
  engine,
}: {
  readonly resource: Resource;
  readonly resolver: Resolver;
  readonly engine: TableEngine;
}): Promise<void> => {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes } =
    resolver.propertiesOf(resource);
  const schema = {
    AttributeDefinitions,
    KeySchema,
    ...(GlobalSecondaryIndexes === undefined
      ? {}
      : {
          GlobalSecondaryIndexes: listOf(GlobalSecondaryIndexes).map((index) => indexSchema(jsonOf(index))),
        }),
    ...(LocalSecondaryIndexes === undefined ? {} : { LocalSecondaryIndexes }),
  };
  const TableName = resolver.names.nameOf(resource);
  const { status, body } = await engine.call("CreateTable", {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    ...schema,
  });
  if (status !== 200) throw new Error(`the table engine refused ${TableName}: ${JSON.stringify(body)}`);
  while (!(await isThere(engine, TableName))) await setTimeout(1);
};

async function isThere(engine: TableEngine, TableName: string): Promise<boolean> {
  const { body } = await engine.call("DescribeTable", { TableName });
  return jsonOf(body["Table"])["TableStatus"] === "ACTIVE";
}

const indexSchema = ({ IndexName, KeySchema, Projection }: Json): Json => ({
  IndexName,
  KeySchema,
  Projection,
});
