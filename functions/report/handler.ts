import { dynamoItems, nobody, s3Reports, scanRead } from "@hemvist/adapters";
import { bucketName, readMunicipality, readSettings, selfChecking, tableName } from "@hemvist/runtime";
import { issuing } from "./run.ts";

const settings = readSettings({ TABLE_NAME: tableName, REPORTS_BUCKET: bucketName });

const municipality = readMunicipality();
const all = () => dynamoItems(settings.TABLE_NAME);
const reports = s3Reports(settings.REPORTS_BUCKET);

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { scan: scanRead(settings.TABLE_NAME) },
    REPORTS_BUCKET: { reports: () => reports.find(nobody) },
  },
  handler: issuing({ municipality, all, reports }),
});
