import * as z from "zod/mini";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { assignmentId } from "../parts.ts";
import { progressMessage } from "../progress-message.ts";
import { assignmentView, formerAssignmentView, progressTaken } from "../views.ts";
import { body, type Examples, json, requestHeaders } from "./operation.ts";
import { notFound, ofBody, ofReading, progressConflict, tooMany, tryAgain } from "./responses.ts";

/** What providers call. */
export const assignmentPaths = (examples: Examples): ZodOpenApiPathsObject => ({
  "/v1/assignments/{assignmentId}": {
    get: {
      operationId: "readAssignment",
      tags: ["assignments"],
      summary: "Where an assignment stands / Läget för ett uppdrag",
      requestParams: { path: z.object({ assignmentId }) },
      responses: {
        200: {
          description:
            "The assignment; for a provider its own part of it, as it was when the provider had it / Uppdraget. En utförare ser sin egen del, som den var när utföraren hade uppdraget",
          content: json(z.union([assignmentView, formerAssignmentView]), examples.assignmentView),
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
          description: "Accepted, now or before / Mottaget, nu eller tidigare",
          content: json(progressTaken, examples.progressTaken),
        },
        ...ofBody,
        ...notFound,
        ...progressConflict,
        ...tooMany,
        ...tryAgain,
      },
    },
  },
});
