import { caseReads, dynamoCases, dynamoHeartbeat, kmsSeal, sealRead } from "@hemvist/adapters";
import { keyId, readMunicipality, readSettings, selfChecking, tableName } from "@hemvist/runtime";
import { running } from "./run.ts";

const settings = readSettings({ TABLE_NAME: tableName, RECORD_KEY_ID: keyId });

const seal = kmsSeal(settings.RECORD_KEY_ID);
const cases = dynamoCases(settings.TABLE_NAME, seal);
const beat = dynamoHeartbeat(settings.TABLE_NAME);
const { decisions, due } = caseReads(cases);

export const handler = selfChecking({
  settings,
  reads: { TABLE_NAME: { decisions, due }, RECORD_KEY_ID: { seal: sealRead(seal) } },
  handler: running({ municipality: readMunicipality(), cases, beat }),
});
