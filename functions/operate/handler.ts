import {
  bucketRead,
  caseReads,
  dynamoSentMessages,
  kmsPseudonyms,
  s3AccessLog,
  scanRead,
  sealedRecords,
  sealRead,
  sentRead,
} from "@hemvist/adapters";
import {
  bucketName,
  checksOf,
  decisionsTable,
  keyId,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
} from "@hemvist/runtime";
import { operating } from "./operating.ts";
import { placesIn } from "./places.ts";

const settings = readSettings({
  ...decisionsTable,
  SENT_TABLE_NAME: tableName,
  PSEUDONYM_KEY_ID: keyId,
  FAILED_RECORDS_BUCKET: bucketName,
  JOURNAL_BUCKET: bucketName,
  ACCESS_LOG_BUCKET: bucketName,
});

// For its error: the acts read the same setting in packages/operations/municipality.ts.
readMunicipality();
const { cases, seal, marks } = sealedRecords(settings);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);
const accesses = s3AccessLog(settings.ACCESS_LOG_BUCKET, seal);
const { decisions, person } = caseReads(cases);

const reads = {
  TABLE_NAME: { decisions, person, scan: scanRead(settings.TABLE_NAME) },
  RECORD_KEY_ID: { seal: sealRead(seal) },
  SENT_TABLE_NAME: { sent: sentRead(dynamoSentMessages(settings.SENT_TABLE_NAME, seal)) },
  PSEUDONYM_KEY_ID: { pseudonym: pseudonyms.check },
  FAILED_RECORDS_BUCKET: { records: bucketRead(settings.FAILED_RECORDS_BUCKET) },
  JOURNAL_BUCKET: { entries: bucketRead(settings.JOURNAL_BUCKET) },
  ACCESS_LOG_BUCKET: { entries: accesses.check },
};

const ownChecks = () => checksOf(reads);
const acts = operating({ seal, marks, pseudonyms, accesses, ownChecks, places: placesIn(settings) });

export const handler = selfChecking({ settings, marks, reads, handler: acts });
