import type { AccessLog } from "@hemvist/casework";
import { partiesOf } from "@hemvist/rules";
import { type AccessTokens, admission, httpApi, loggedAccess } from "@hemvist/runtime";
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

interface Logging {
  readonly accesses: Pick<AccessLog, "write">;
}

interface Admitting {
  readonly tokens: Pick<AccessTokens, "read">;
}

/** Every question, who answers it, and who may ask. */
export function reading({
  openApi,
  tokens,
  accesses,
  ...stores
}: Omit<Ports, "logAccess"> & Documents & Admitting & Logging) {
  const ports = { ...stores, logAccess: loggedAccess(accesses) };
  return httpApi(
    {
      "/v1/decisions/{administration}/{decisionId}": { GET: readDecision(ports) },
      "/v1/assignments/{assignmentId}": { GET: readAssignment(ports) },
      "/v1/person-searches": { POST: searchPerson(ports) },
      "/v1/models": { GET: listModels(ports.municipality) },
      "/v1/models/{name}": { GET: readModel(ports.municipality) },
      "/v1/api-info": { GET: readApiInfo },
      "/v1/openapi.yaml": { GET: readOpenApi(openApi) },
    },
    admission({ tokens, parties: partiesOf(ports.municipality) }),
  );
}
