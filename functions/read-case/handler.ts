import {
  caseReads,
  dynamoSentMessages,
  kmsPseudonyms,
  noKey,
  sealedRecords,
  sealRead,
  sentRead,
} from "@hemvist/adapters";
import {
  decisionsTable,
  httpApi,
  keyId,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
} from "@hemvist/runtime";
import { logUnreadable } from "./log-unreadable.ts";
import { routes } from "./routes.ts";

const settings = readSettings({
  ...decisionsTable,
  SENT_TABLE_NAME: tableName,
  PSEUDONYM_KEY_ID: keyId,
});

const municipality = readMunicipality();
const { cases, seal } = sealedRecords(settings);
const sentMessages = dynamoSentMessages(settings.SENT_TABLE_NAME, seal);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);

const { decisions, person, case: caseNumber } = caseReads(cases);

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { decisions, person, case: caseNumber },
    RECORD_KEY_ID: { seal: sealRead(seal) },
    SENT_TABLE_NAME: { sent: sentRead(sentMessages) },
    PSEUDONYM_KEY_ID: { pseudonym: () => pseudonyms.ofNumber(noKey) },
  },
  handler: httpApi(routes({ municipality, cases, pseudonyms, sentMessages, onUnreadable: logUnreadable })),
});
