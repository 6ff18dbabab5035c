import { propertiesOf, templatesIn } from "../../test/support/deployed.ts";
import { baselineTables } from "../baselines/tables.ts";
import type { Json } from "./table-engine.ts";

/** hemvist's tables as they are deployed, and those of the baselines. */
export const tablesOf = (templates: string): readonly Json[] => [
  ...propertiesOf(templatesIn(templates), "AWS::DynamoDB::GlobalTable").map((properties) => ({
    TableName: properties["TableName"],
    AttributeDefinitions: properties["AttributeDefinitions"],
    KeySchema: properties["KeySchema"],
    ...("GlobalSecondaryIndexes" in properties
      ? { GlobalSecondaryIndexes: (properties["GlobalSecondaryIndexes"] as readonly Json[]).map(indexOf) }
      : {}),
  })),
  ...baselineTables,
];

const indexOf = ({ IndexName, KeySchema, Projection }: Json): Json => ({ IndexName, KeySchema, Projection });

/** The parties' queues, by name. Every contender sends to the same. */
export const queuesOf = (templates: string): readonly string[] =>
  propertiesOf(templatesIn(templates), "AWS::SQS::Queue").map(({ QueueName }) => String(QueueName));
