import { dynamoItems, kmsSeal, noKey, s3WriteOnce, scanRead, sealRead } from "@hemvist/adapters";
import { bucketName, decisionsTable, readMunicipality, readSettings, selfChecking } from "@hemvist/runtime";
import { issuing } from "./run.ts";

const settings = readSettings({ ...decisionsTable, REPORTS_BUCKET: bucketName });

const municipality = readMunicipality();
const seal = kmsSeal(settings.RECORD_KEY_ID);
const all = () => dynamoItems(settings.TABLE_NAME, seal);
const reports = s3WriteOnce(settings.REPORTS_BUCKET);

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { scan: scanRead(settings.TABLE_NAME) },
    RECORD_KEY_ID: { seal: sealRead(seal) },
    REPORTS_BUCKET: { reports: () => reports.find(noKey) },
  },
  handler: issuing({ municipality, all, reports }),
});
