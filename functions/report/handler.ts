import {
  accessWeeks,
  byRecordKey,
  dynamoItems,
  noKey,
  s3WriteOnce,
  scanRead,
  sealRead,
} from "@hemvist/adapters";
import { bucketName, decisionsTable, readMunicipality, readSettings, selfChecking } from "@hemvist/runtime";
import { issuing } from "./run.ts";

const settings = readSettings({
  ...decisionsTable,
  REPORTS_BUCKET: bucketName,
  ACCESS_LOG_BUCKET: bucketName,
});

const municipality = readMunicipality();
const { seal, marks } = byRecordKey(settings.RECORD_KEY_ID);
const all = () => dynamoItems(settings.TABLE_NAME, seal);
const reports = s3WriteOnce(settings.REPORTS_BUCKET);
const accesses = accessWeeks(settings.ACCESS_LOG_BUCKET, seal);

export const handler = selfChecking({
  settings,
  marks,
  reads: {
    TABLE_NAME: { scan: scanRead(settings.TABLE_NAME) },
    RECORD_KEY_ID: { seal: sealRead(seal) },
    REPORTS_BUCKET: { reports: () => reports.find(noKey) },
    ACCESS_LOG_BUCKET: { entries: accesses.check },
  },
  handler: issuing({ municipality, all, reports, accesses }),
});
