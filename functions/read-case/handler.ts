import { dynamoCases, dynamoReceipts, kmsPseudonyms } from "@hemvist/adapters";
import openApiDocument from "@hemvist/contracts/openapi.yaml";
import { httpApi, present, readSettings } from "@hemvist/runtime";
import { readApiInfo, readOpenApi } from "./about.ts";
import { listModels, readAssignment, readDecision, readModel, searchPerson } from "./read-case.ts";

const settings = readSettings({
  TABLE_NAME: present,
  RECEIPTS_TABLE_NAME: present,
  PSEUDONYM_KEY_ID: present,
});

const cases = dynamoCases(settings.TABLE_NAME);
const receipts = dynamoReceipts(settings.RECEIPTS_TABLE_NAME);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);

export const handler = httpApi({
  "/v1/decisions/{administration}/{decisionId}": { GET: readDecision({ cases }) },
  "/v1/assignments/{assignmentId}": { GET: readAssignment({ cases, receipts }) },
  "/v1/person-searches": { POST: searchPerson({ cases, pseudonyms }) },
  "/v1/models": { GET: listModels },
  "/v1/models/{name}": { GET: readModel },
  "/v1/api-info": { GET: readApiInfo },
  "/v1/openapi.yaml": { GET: readOpenApi(openApiDocument) },
});
