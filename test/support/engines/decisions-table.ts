import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Key } from "aws-cdk-lib/aws-kms";
import { DecisionsTable } from "../../../infra/constructs/decisions-table.ts";

/** As much of the synthesised resource as an engine needs. */
type Shape = Pick<
  CreateTableCommandInput,
  "AttributeDefinitions" | "KeySchema" | "GlobalSecondaryIndexes" | "StreamSpecification"
>;

/** The decisions' table as it is deployed, in DynamoDB's own words: there is no second description of it. */
export function decisionsTable(): Shape {
  const stack = new Stack(new App(), "decisions-table", { env: { region: "eu-north-1" } });
  new DecisionsTable(stack, "Table", {
    key: new Key(stack, "Key"),
    tableName: "decisions",
    deletionProtection: false,
    retention: "keep",
  });
  const [table] = Object.values(Template.fromStack(stack).findResources("AWS::DynamoDB::GlobalTable"));
  if (table === undefined) throw new Error("the construct makes no table");
  const properties = table["Properties"] as Shape;
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } = properties;
  return {
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
    StreamSpecification: { ...StreamSpecification, StreamEnabled: true },
  };
}
