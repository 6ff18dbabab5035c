import { caseReads, dynamoSentMessages, kmsPseudonyms, sealedRecords, sentRead } from "@hemvist/adapters";
import openApiFile from "@hemvist/contracts/openapi.yaml";
import {
  bundledText,
  decisionsTable,
  keyId,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
  tokenIssuer,
  tokensBy,
} from "@hemvist/runtime";
import { logUnreadable as onUnreadable } from "./log-unreadable.ts";
import { reading } from "./routes.ts";

const settings = readSettings({
  ...decisionsTable,
  ...tokenIssuer,
  SENT_TABLE_NAME: tableName,
  PSEUDONYM_KEY_ID: keyId,
});

const municipality = readMunicipality();
const { cases, seal, reads } = sealedRecords(settings);
const sentMessages = dynamoSentMessages(settings.SENT_TABLE_NAME, seal);
const tokens = tokensBy(settings);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);
const openApi = () => bundledText(openApiFile);

const { decisions, person, case: caseNumber } = caseReads(cases);

export const handler = selfChecking({
  settings,
  reads: {
    ...reads,
    TABLE_NAME: { decisions, person, case: caseNumber },
    SENT_TABLE_NAME: { sent: sentRead(sentMessages) },
    TOKEN_ISSUER: { keys: tokens.check },
    PSEUDONYM_KEY_ID: { pseudonym: pseudonyms.check },
  },
  handler: reading({ municipality, cases, pseudonyms, sentMessages, onUnreadable, openApi, tokens }),
});
