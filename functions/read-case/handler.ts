import { dynamoSentMessages, kmsPseudonyms, s3AccessLog, sealedRecords, sentRead } from "@hemvist/adapters";
import openApiFile from "@hemvist/contracts/openapi.yaml";
import {
  bucketName,
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
  ACCESS_LOG_BUCKET: bucketName,
});

const { cases, seal, marks, reads, lookUps } = sealedRecords(settings);
const sentMessages = dynamoSentMessages(settings.SENT_TABLE_NAME, seal);
const tokens = tokensBy(settings);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);
const accesses = s3AccessLog(settings.ACCESS_LOG_BUCKET, seal);
const stores = { cases, pseudonyms, sentMessages, accesses, onUnreadable };

export const handler = selfChecking({
  settings,
  marks,
  reads: {
    ...reads,
    TABLE_NAME: lookUps,
    SENT_TABLE_NAME: { sent: sentRead(sentMessages) },
    TOKEN_ISSUER: { keys: tokens.check },
    PSEUDONYM_KEY_ID: { pseudonym: pseudonyms.check },
    ACCESS_LOG_BUCKET: { entries: accesses.check },
  },
  handler: reading({
    ...stores,
    municipality: readMunicipality(),
    openApi: () => bundledText(openApiFile),
    tokens,
  }),
});
