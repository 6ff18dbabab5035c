import * as z from "zod/mini";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { assignmentId } from "../parts.ts";
import { proposalAnswerMessage, proposalMessage, withdrawalMessage } from "../proposal-message.ts";
import { proposalView } from "../proposal-messages.ts";
import { body, type Examples, json, requestHeaders } from "./operation.ts";
import { notFound, ofBody, proposalConflict, tooMany, tryAgain } from "./responses.ts";

const taken = (example: unknown) => ({
  200: {
    description: "The proposal as it now stands / Förslagets aktuella läge",
    content: json(proposalView, example),
  },
});

const path = z.object({ assignmentId });
const pathOfOne = z.object({ assignmentId, proposalId: z.uuid() });

/** What a provider wishes changed, and what SF says to it. Only a revision changes the decision. */
export const proposalPaths = (examples: Examples): ZodOpenApiPathsObject => ({
  "/v1/assignments/{assignmentId}/proposals": {
    post: {
      operationId: "makeProposal",
      tags: ["assignments"],
      summary: "Propose a change / Föreslå en ändring",
      description:
        "A provider asks SF to extend the assignment, end it early, or change its start, service or sub-area. The decision stays as it is until SF revises it. A newer proposal replaces one that SF has not answered. The same message as `proposal.made` on the queue `progress-<provider>` means the same.",
      requestParams: { path, header: requestHeaders },
      requestBody: body(proposalMessage, examples.proposal),
      responses: {
        ...taken(examples.proposalView),
        ...ofBody,
        ...notFound,
        ...proposalConflict,
        ...tooMany,
        ...tryAgain,
      },
    },
  },
  "/v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal": {
    post: {
      operationId: "withdrawProposal",
      tags: ["assignments"],
      summary: "Take a proposal back / Ta tillbaka ett förslag",
      requestParams: { path: pathOfOne, header: requestHeaders },
      requestBody: body(withdrawalMessage, examples.withdrawal),
      responses: {
        ...taken(examples.proposalWithdrawn),
        ...ofBody,
        ...notFound,
        ...proposalConflict,
        ...tryAgain,
      },
    },
  },
  "/v1/assignments/{assignmentId}/proposals/{proposalId}/answer": {
    post: {
      operationId: "answerProposal",
      tags: ["assignments"],
      summary: "Agree to a proposal, or decline it / Svara på ett förslag",
      description:
        "SF's answer; one that declines gives its reason. An agreed proposal expects a revision of the decision, and is followed up until it has come. The same message as `proposal.answered` on the queue `decisions-<administration>` means the same.",
      requestParams: { path: pathOfOne, header: requestHeaders },
      requestBody: body(proposalAnswerMessage, examples.proposalAnswer),
      responses: {
        ...taken(examples.proposalAgreed),
        ...ofBody,
        ...notFound,
        ...proposalConflict,
        ...tryAgain,
      },
    },
  },
});
