import {
  caseReads,
  dynamoSentMessages,
  kmsMessageSigner,
  kmsPseudonyms,
  s3AccessLog,
  scanRead,
  sealedRecords,
  sealRead,
  sentRead,
} from "@hemvist/adapters";
import {
  checksOf,
  decisionsTable,
  keyId,
  manyForOne,
  messageSigning,
  readMunicipality,
  readSettings,
  selfChecking,
} from "@hemvist/runtime";
import { operating } from "./operating.ts";
import { placeReads, placeSettings, placesIn } from "./places.ts";

const { MOST_ALONE: mostAlone, ...settings } = readSettings({
  ...decisionsTable,
  ...messageSigning,
  ...placeSettings,
  PSEUDONYM_KEY_ID: keyId,
  MOST_ALONE: manyForOne,
});
// For its error: the acts read the same setting in packages/operations/municipality.ts.
readMunicipality();
const { cases, seal, marks } = sealedRecords(settings);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);
const signer = kmsMessageSigner(settings.SIGNING);
const accesses = s3AccessLog(settings.ACCESS_LOG_BUCKET, seal);
const { decisions, person } = caseReads(cases);
const reads = {
  ...placeReads(settings),
  TABLE_NAME: { decisions, person, scan: scanRead(settings.TABLE_NAME) },
  RECORD_KEY_ID: { seal: sealRead(seal) },
  SENT_TABLE_NAME: { sent: sentRead(dynamoSentMessages(settings.SENT_TABLE_NAME, seal)) },
  PSEUDONYM_KEY_ID: { pseudonym: pseudonyms.check },
  ACCESS_LOG_BUCKET: { entries: accesses.check },
  SIGNING: { key: signer.check },
};
const ports = { seal, marks, pseudonyms, signer, accesses, places: placesIn(settings), mostAlone };
const acts = operating({ ...ports, ownChecks: () => checksOf(reads) });
export const handler = selfChecking({ settings, marks, reads, handler: acts });
