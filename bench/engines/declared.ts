import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { baselineTables } from "../baselines/tables.ts";
import type { Json } from "./table-engine.ts";

interface Resource {
  readonly Type: string;
  readonly Properties: Json;
}

const resourcesIn = (templates: string): readonly Resource[] =>
  readdirSync(templates)
    .filter((file) => file.endsWith(".template.json"))
    .flatMap((file) => {
      const { Resources } = JSON.parse(readFileSync(join(templates, file), "utf8")) as {
        readonly Resources: Readonly<Record<string, Resource>>;
      };
      return Object.values(Resources);
    });

/** hemvist's tables as they are deployed, and those of the baselines. */
export const tablesOf = (templates: string): readonly Json[] => [
  ...resourcesIn(templates)
    .filter(({ Type }) => Type === "AWS::DynamoDB::GlobalTable")
    .map(({ Properties }) => ({
      TableName: Properties["TableName"],
      AttributeDefinitions: Properties["AttributeDefinitions"],
      KeySchema: Properties["KeySchema"],
      ...("GlobalSecondaryIndexes" in Properties
        ? { GlobalSecondaryIndexes: (Properties["GlobalSecondaryIndexes"] as readonly Json[]).map(indexOf) }
        : {}),
    })),
  ...baselineTables,
];

const indexOf = ({ IndexName, KeySchema, Projection }: Json): Json => ({ IndexName, KeySchema, Projection });

/** The parties' queues, by name. Every contender sends to the same. */
export const queuesOf = (templates: string): readonly string[] =>
  resourcesIn(templates)
    .filter(({ Type }) => Type === "AWS::SQS::Queue")
    .map(({ Properties }) => String(Properties["QueueName"]));
