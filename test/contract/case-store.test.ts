import { dynamoCases } from "@hemvist/adapters";
import { casesOf, simulatedStore } from "../simulation/platform/table.ts";
import { aSeal } from "../support/a-seal.ts";
import {
  type DynamoEngine,
  openDynalite,
  openDynamoDbLocal,
  tableName,
} from "../support/engines/dynamo-engines.ts";
import { whyNoDynamoDbLocal } from "../support/engines/dynamodb-local.ts";
import { memoryCases } from "../support/memory-cases.ts";
import { aSeed, undisturbed } from "../support/undisturbed-run.ts";
import { caseLookupsContract, caseStoreContract, type OpenStore } from "./case-store-contract.ts";

const on = async (engine: Promise<DynamoEngine>): Promise<OpenStore> => {
  const { client, stop } = await engine;
  return { cases: dynamoCases(tableName, aSeal, { client }), close: stop };
};
const still = (cases: OpenStore["cases"]): Promise<OpenStore> =>
  Promise.resolve({ cases, close: () => Promise.resolve() });

function bothContracts(name: string, open: () => Promise<OpenStore>): void {
  caseStoreContract(name, open);
  caseLookupsContract(`${name}, looked up in`, open);
}

bothContracts("in memory", () => still(memoryCases()));
bothContracts("DynamoDB (dynalite)", () => on(openDynalite()));

// No function looks records up by person or case number in a simulated world.
caseStoreContract("the simulated store", () => {
  const store = simulatedStore({ hasManyShapes: true, chance: aSeed(), onWritten: () => {} });
  return still(casesOf(store, { run: undisturbed(), isDown: () => false }));
});

const whyNot = whyNoDynamoDbLocal();
if (whyNot === undefined) bothContracts("DynamoDB (Amazon's own engine)", () => on(openDynamoDbLocal()));
else console.log(`The store's contract is not tried on Amazon's own DynamoDB engine: ${whyNot}.`);
