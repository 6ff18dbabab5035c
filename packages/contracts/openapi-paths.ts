import * as z from "zod";
import type { ZodOpenApiPathsObject, ZodOpenApiRequestBodyObject } from "zod-openapi";
import { explainedAnswer } from "./answer.ts";
import { decisionMessage } from "./decision-message.ts";
import {
  notFound,
  ofBody,
  ofReading,
  progressConflict,
  revisionConflict,
  tryAgain,
} from "./openapi-responses.ts";
import { administration, assignmentId, id } from "./parts.ts";
import { personSearch } from "./person-search.ts";
import { returnedProblem } from "./problem-schema.ts";
import { progressMessage } from "./progress-message.ts";
import {
  apiInfo,
  assignmentView,
  decisionView,
  modelList,
  modelView,
  personInterventions,
  progressTaken,
} from "./views.ts";

/** Whole requests and answers, as the service takes and gives them. */
export type Examples = Readonly<Record<ExampleName, unknown>>;

export const exampleNames = [
  "decision",
  "assigned",
  "returned",
  "checked",
  "decisionView",
  "progress",
  "progressTaken",
  "assignmentView",
  "personSearch",
  "personInterventions",
  "modelList",
  "apiInfo",
] as const;

type ExampleName = (typeof exampleNames)[number];

const json = (schema: z.ZodType, example?: unknown) => ({
  "application/json": { schema, ...(example === undefined ? {} : { example }) },
});

const body = (schema: z.ZodType, example: unknown): ZodOpenApiRequestBodyObject => ({
  required: true,
  content: json(schema, example),
});

const requestHeaders = z.object({
  traceparent: z
    .string()
    .optional()
    .meta({ description: "W3C Trace Context; it follows the message on to whoever it reaches" }),
});

const location = {
  Location: {
    schema: { type: "string" as const },
    description: "The whole URL at which the decision can be read",
  },
};

/** Every address of the API, as `docs` and the client see it. */
export const paths = (examples: Examples): ZodOpenApiPathsObject => ({
  "/v1/decisions": {
    post: {
      operationId: "receiveDecision",
      tags: ["decisions"],
      summary: "Hand in a decision / Lämna in ett beslut",
      description:
        "A decision in one revision: the whole decision as it now stands. It is judged by the model in force on the day it was made; what it holds is assigned, amended or cancelled. The same message on the queue `decisions-<administration>` means the same.",
      requestParams: { header: requestHeaders },
      requestBody: body(decisionMessage, examples.decision),
      responses: {
        200: {
          description: "Received before; the same answer / Redan mottaget; samma svar",
          headers: location,
          content: json(explainedAnswer),
        },
        202: {
          description: "Assigned; the messages are on their way / Tilldelat; meddelandena är på väg",
          headers: location,
          content: json(explainedAnswer, examples.assigned),
        },
        ...ofBody,
        ...revisionConflict,
        422: {
          description:
            "Returned: it does not follow the model. It is kept, nothing is handed on, and a corrected message may come under the same revision / Återlämnat",
          content: {
            "application/problem+json": { schema: returnedProblem, example: examples.returned },
          },
        },
        ...tryAgain,
      },
    },
  },
  "/v1/decisions/{administration}/{decisionId}": {
    get: {
      operationId: "readDecision",
      tags: ["decisions"],
      summary: "What came of a decision, and its history / Vad det blev av ett beslut",
      requestParams: { path: z.object({ administration, decisionId: id }) },
      responses: {
        200: { description: "The decision / Beslutet", content: json(decisionView, examples.decisionView) },
        ...notFound,
        ...ofReading,
      },
    },
  },
  "/v1/decision-checks": {
    post: {
      operationId: "checkDecision",
      tags: ["decisions"],
      summary: "Try a decision; nothing is stored / Pröva ett beslut utan att något sparas",
      description:
        "The answer the decision would get, returned or not, with 200. A POST since it takes a whole decision, which belongs in no URL (Digg MOG.03).",
      requestBody: body(decisionMessage, examples.decision),
      responses: {
        200: {
          description: "What would come of it / Vad det skulle bli av det",
          content: json(explainedAnswer, examples.checked),
        },
        ...ofBody,
      },
    },
  },
  "/v1/assignments/{assignmentId}": {
    get: {
      operationId: "readAssignment",
      tags: ["assignments"],
      summary: "Where an assignment stands / Hur ett uppdrag står",
      requestParams: { path: z.object({ assignmentId }) },
      responses: {
        200: {
          description: "The assignment / Uppdraget",
          content: json(assignmentView, examples.assignmentView),
        },
        ...notFound,
        ...ofReading,
      },
    },
  },
  "/v1/assignments/{assignmentId}/progress": {
    post: {
      operationId: "reportProgress",
      tags: ["assignments"],
      summary: "Report progress / Rapportera status",
      description:
        "What has happened to an assignment, as its provider tells it. The same message on the queue `progress-<provider>` means the same. An absence is passed on as the fact it is, and has no other effect: 12 kap. 5 § SoL is SF's to apply.",
      requestParams: { path: z.object({ assignmentId }), header: requestHeaders },
      requestBody: body(progressMessage, examples.progress),
      responses: {
        200: {
          description: "Taken, or taken before / Mottaget, nu eller tidigare",
          content: json(progressTaken, examples.progressTaken),
        },
        ...ofBody,
        ...notFound,
        ...progressConflict,
        ...tryAgain,
      },
    },
  },
  "/v1/person-searches": {
    post: {
      operationId: "searchPerson",
      tags: ["persons"],
      summary: "All of a person's interventions / En persons alla insatser",
      description:
        "Reads and changes nothing, and is a POST all the same (Digg MOG.03): what a person may be searched by (SFS 2001:637, 15 §) is secret and may stand in no URL, where it would end up in logs, and the search states its purpose, so that every access can be checked (SFS 2001:454, 10 §). / Läser bara, men är en POST: det som en person får sökas på får inte stå i en adress.",
      requestBody: body(personSearch, examples.personSearch),
      responses: {
        200: {
          description: "In order of their first day, whoever carries them out; empty where there are none",
          content: json(personInterventions, examples.personInterventions),
        },
        ...ofBody,
      },
    },
  },
  "/v1/models": {
    get: {
      operationId: "listModels",
      tags: ["models"],
      summary: "Every model there has been / Alla versioner av styrmodellen",
      responses: {
        200: { description: "The models / Modellerna", content: json(modelList, examples.modelList) },
        ...ofReading,
      },
    },
  },
  "/v1/models/{name}": {
    get: {
      operationId: "readModel",
      tags: ["models"],
      summary: "One model: matrix, rules, catalogue, intervals / En version av styrmodellen",
      requestParams: { path: z.object({ name: z.string().meta({ examples: ["goteborg-2025-07"] }) }) },
      responses: {
        200: { description: "The model / Modellen", content: json(modelView) },
        ...notFound,
        ...ofReading,
      },
    },
  },
  "/v1/api-info": {
    get: {
      operationId: "readApiInfo",
      tags: ["about"],
      summary: "What this API is / Om API:et",
      responses: {
        200: { description: "Name, version and status", content: json(apiInfo, examples.apiInfo) },
        ...ofReading,
      },
    },
  },
  "/v1/openapi.yaml": {
    get: {
      operationId: "readOpenApi",
      tags: ["about"],
      summary: "This document / Det här dokumentet",
      responses: {
        200: {
          description: "OpenAPI 3.1",
          content: { "application/yaml": { schema: { type: "string" } } },
        },
        ...ofReading,
      },
    },
  },
});
