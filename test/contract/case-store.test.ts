import { dynamoCases } from "@hemvist/adapters";
import { type DynamoEngine, openDynalite, openDynamoDbLocal, tableName } from "../support/dynamo-engines.ts";
import { whyNoDynamoDbLocal } from "../support/dynamodb-local.ts";
import { memoryCases } from "../support/memory-cases.ts";
import { caseStoreContract, type OpenStore } from "./case-store-contract.ts";

const on = async (engine: Promise<DynamoEngine>): Promise<OpenStore> => {
  const { client, stop } = await engine;
  return { cases: dynamoCases(tableName, client), close: stop };
};

caseStoreContract("in memory", () =>
  Promise.resolve({ cases: memoryCases(), close: () => Promise.resolve() }),
);
caseStoreContract("DynamoDB (dynalite)", () => on(openDynalite()));

const whyNot = whyNoDynamoDbLocal();
if (whyNot === undefined) caseStoreContract("DynamoDB (Amazon's own engine)", () => on(openDynamoDbLocal()));
else console.log(`The store's contract is not tried on Amazon's own DynamoDB engine: ${whyNot}.`);
