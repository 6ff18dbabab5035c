import { caseReads, dynamoHeartbeat, sealedRecords, sealRead } from "@hemvist/adapters";
import { decisionsTable, readMunicipality, readSettings, selfChecking } from "@hemvist/runtime";
import { running } from "./run.ts";

const settings = readSettings({ ...decisionsTable });

const { cases, seal, marks, heard } = sealedRecords(settings);
const beat = dynamoHeartbeat(settings.TABLE_NAME);
const { decisions, due } = caseReads(cases);

export const handler = selfChecking({
  settings,
  marks,
  reads: { TABLE_NAME: { decisions, due }, RECORD_KEY_ID: { seal: sealRead(seal) } },
  handler: running({ municipality: readMunicipality(), cases, beat, heard }),
});
