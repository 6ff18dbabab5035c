import { caseReads, dynamoCases, dynamoHeartbeat } from "@hemvist/adapters";
import { readMunicipality, readSettings, selfChecking, tableName } from "@hemvist/runtime";
import { running } from "./run.ts";

const settings = readSettings({ TABLE_NAME: tableName });

const cases = dynamoCases(settings.TABLE_NAME);
const beat = dynamoHeartbeat(settings.TABLE_NAME);
const { decisions, due } = caseReads(cases);

export const handler = selfChecking({
  settings,
  reads: { TABLE_NAME: { decisions, due } },
  handler: running({ municipality: readMunicipality(), cases, beat }),
});
