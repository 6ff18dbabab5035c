import type { Routes } from "@hemvist/runtime";
import { readApiInfo, readOpenApi } from "./about.ts";
import {
  listModels,
  type Ports,
  readAssignment,
  readDecision,
  readModel,
  searchPerson,
} from "./read-case.ts";

interface Documents {
  readonly openApi: Parameters<typeof readOpenApi>[0];
}

/** Every question, and who answers it. */
export const routes = ({ openApi, ...ports }: Ports & Documents): Routes => ({
  "/v1/decisions/{administration}/{decisionId}": { GET: readDecision(ports) },
  "/v1/assignments/{assignmentId}": { GET: readAssignment(ports) },
  "/v1/person-searches": { POST: searchPerson(ports) },
  "/v1/models": { GET: listModels(ports.municipality) },
  "/v1/models/{name}": { GET: readModel(ports.municipality) },
  "/v1/api-info": { GET: readApiInfo },
  "/v1/openapi.yaml": { GET: readOpenApi(openApi) },
});
