import {
  caseReads,
  dynamoSentMessages,
  kmsPseudonyms,
  noKey,
  sealedRecords,
  sealRead,
  sentRead,
} from "@hemvist/adapters";
import openApiFile from "@hemvist/contracts/openapi.yaml";
import { partiesOf } from "@hemvist/rules";
import {
  accessTokens,
  admission,
  bundledText,
  decisionsTable,
  httpApi,
  issuerIn,
  keyId,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
  tokenIssuer,
} from "@hemvist/runtime";
import { logUnreadable } from "./log-unreadable.ts";
import { routes } from "./routes.ts";

const settings = readSettings({
  ...decisionsTable,
  ...tokenIssuer,
  SENT_TABLE_NAME: tableName,
  PSEUDONYM_KEY_ID: keyId,
});

const municipality = readMunicipality();
const { cases, seal } = sealedRecords(settings);
const sentMessages = dynamoSentMessages(settings.SENT_TABLE_NAME, seal);
const tokens = accessTokens(issuerIn(settings));
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);

const { decisions, person, case: caseNumber } = caseReads(cases);

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { decisions, person, case: caseNumber },
    RECORD_KEY_ID: { seal: sealRead(seal) },
    SENT_TABLE_NAME: { sent: sentRead(sentMessages) },
    TOKEN_ISSUER: { keys: tokens.check },
    PSEUDONYM_KEY_ID: { pseudonym: () => pseudonyms.ofNumber(noKey) },
  },
  handler: httpApi(
    routes({
      municipality,
      cases,
      pseudonyms,
      sentMessages,
      onUnreadable: logUnreadable,
      openApi: () => bundledText(openApiFile),
    }),
    admission({ tokens, parties: partiesOf(municipality) }),
  ),
});
