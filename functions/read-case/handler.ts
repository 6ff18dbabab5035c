import { caseReads, dynamoReceipts, kmsPseudonyms, noKey, sealedRecords, sealRead } from "@hemvist/adapters";
import openApiDocument from "@hemvist/contracts/openapi.yaml";
import {
  decisionsTable,
  httpApi,
  keyId,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
} from "@hemvist/runtime";
import { readApiInfo, readOpenApi } from "./about.ts";
import { logUnreadable } from "./log-unreadable.ts";
import { listModels, readAssignment, readDecision, readModel, searchPerson } from "./read-case.ts";

const settings = readSettings({
  ...decisionsTable,
  RECEIPTS_TABLE_NAME: tableName,
  PSEUDONYM_KEY_ID: keyId,
});

const municipality = readMunicipality();
const { cases, seal } = sealedRecords(settings);
const receipts = dynamoReceipts(settings.RECEIPTS_TABLE_NAME);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);

const http = httpApi({
  "/v1/decisions/{administration}/{decisionId}": { GET: readDecision({ municipality, cases }) },
  "/v1/assignments/{assignmentId}": { GET: readAssignment({ cases, receipts }) },
  "/v1/person-searches": {
    POST: searchPerson({ municipality, cases, pseudonyms, onUnreadable: logUnreadable }),
  },
  "/v1/models": { GET: listModels(municipality) },
  "/v1/models/{name}": { GET: readModel(municipality) },
  "/v1/api-info": { GET: readApiInfo },
  "/v1/openapi.yaml": { GET: readOpenApi(openApiDocument) },
});

const { decisions, person, case: caseNumber } = caseReads(cases);

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { decisions, person, case: caseNumber },
    RECORD_KEY_ID: { seal: sealRead(seal) },
    RECEIPTS_TABLE_NAME: { receipts: () => receipts.deliveredAt(noKey) },
    PSEUDONYM_KEY_ID: { pseudonym: () => pseudonyms.ofNumber(noKey) },
  },
  handler: http,
});
