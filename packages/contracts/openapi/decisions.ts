import * as z from "zod/mini";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { explainedAnswer } from "../answer.ts";
import { decisionMessage } from "../decision-message.ts";
import { administration, id } from "../parts.ts";
import { returnedProblem } from "../problem-schema.ts";
import { decisionView } from "../views.ts";
import { body, type Examples, json, requestHeaders } from "./operation.ts";
import { notFound, ofBody, ofReading, revisionConflict, tryAgain } from "./responses.ts";

const location = {
  Location: {
    schema: { type: "string" as const },
    description: "The whole URL at which the decision can be read",
  },
};

/** What SF calls. */
export const decisionPaths = (examples: Examples): ZodOpenApiPathsObject => ({
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
          description: "Received before, with the same answer / Redan mottaget, med samma svar",
          headers: location,
          content: json(explainedAnswer),
        },
        202: {
          description: "Assigned, and its messages are on their way / Tilldelat. Meddelandena är på väg",
          headers: location,
          content: json(explainedAnswer, examples.assigned),
        },
        ...ofBody,
        ...revisionConflict,
        422: {
          description:
            "Returned, since it does not follow the model. It is kept, nothing is handed on, and a corrected message may come under the same revision / Återlämnat, eftersom det inte följer styrmodellen. Inget skickas vidare. Ett rättat beslut får komma med samma revisionsnummer",
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
      summary: "What came of a decision, and its history / Utfallet av ett beslut, och dess historik",
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
      summary: "Try a decision without storing it / Pröva ett beslut utan att något sparas",
      description:
        "The answer the decision would get, returned or not, with 200. A POST since it takes a whole decision, which belongs in no URL (Digg MOG.03).",
      requestBody: body(decisionMessage, examples.decision),
      responses: {
        200: {
          description: "What would come of it / Utfallet som beslutet skulle få",
          content: json(explainedAnswer, examples.checked),
        },
        ...ofBody,
      },
    },
  },
});
