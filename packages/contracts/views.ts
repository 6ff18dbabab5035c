import * as z from "zod/mini";
import { explainedAnswer, finding } from "./answer.ts";
import { described } from "./described.ts";
import { historyEntryOf } from "./history-entry.ts";
import { level } from "./inbox-messages.ts";
import { administration, area, assignmentId, civilDate, id, instant, party, side, subArea } from "./parts.ts";
import { assignmentStatus, reason, result } from "./progress-message.ts";
import { proposalView } from "./proposal-messages.ts";

// The API's answers to readers, as `functions/read-case` and `record-progress` build them.

const historyEntry = described(
  historyEntryOf({
    version: z.int().check(z.minimum(1)),
    instant,
    by: described(z.string(), { description: "A party's code, or `hemvist`" }),
    contentHash: described(z.string(), { description: "SHA-256 over the canonical JSON" }),
    assignmentId,
    progressId: z.uuid(),
    reason,
    level,
    about: described(z.string(), { description: "An assignment's id, a proposal's, or `decision`" }),
    provider: described(party, { description: "Who had it then" }),
    providerAgain: described(z.exactOptional(party), {
      description: "The provider that got the assignment again, if one did",
    }),
  }),
  { id: "HistoryEntry", description: "Something that happened. It is never changed or removed" },
);

/** GET /v1/decisions/{administration}/{decisionId}. */
export const decisionView = described(
  z.extend(explainedAnswer, {
    version: z.int().check(z.minimum(1)),
    returned: described(z.exactOptional(z.strictObject({ revision: z.int(), findings: z.array(finding) })), {
      description: "A later revision that was returned, and why. It changes nothing of what stands",
    }),
    nextCheckAt: z.exactOptional(instant),
    history: z.array(historyEntry),
  }),
  { id: "DecisionView", title: "A decision as its administration sees it" },
);

const open = described(z.array(assignmentStatus), {
  description: "The statuses that the provider may report next",
});

const receipt = described(
  z.strictObject({
    storedAt: instant,
    deliveredAt: described(z.exactOptional(instant), { description: "Last put on the provider's queue" }),
    acknowledgedAt: z.exactOptional(instant),
    acceptedAt: z.exactOptional(instant),
    startedAt: z.exactOptional(instant),
    endedAt: z.exactOptional(instant),
  }),
  { id: "Receipt", description: "How far it has come, and when" },
);

/** GET /v1/assignments/{assignmentId}. */
export const assignmentView = described(
  z.strictObject({
    receipt,
    proposals: z.array(proposalView),
    administration,
    decisionId: id,
    assignmentId,
    interventionId: id,
    area,
    subArea,
    carriedOutBy: side,
    provider: party,
    parallel: z.boolean(),
    decidedOn: described(civilDate, { description: "When the intervention was decided" }),
    from: civilDate,
    to: civilDate,
    status: assignmentStatus,
    statusAt: instant,
    heardAt: described(instant, { description: "When hemvist got the report of its status" }),
    begunAt: described(z.exactOptional(instant), {
      description: "When it was first in progress, as the provider says",
    }),
    expectedStartOn: z.exactOptional(civilDate),
    reason: z.exactOptional(reason),
    result: z.exactOptional(result),
    governedBy: z.array(side),
    requestedAt: instant,
    answerBy: civilDate,
    open,
    history: z.array(historyEntry),
  }),
  { id: "AssignmentView", title: "An assignment, where it stands and where it can go" },
);

/** The same, for a provider that had the assignment before it moved to another. */
export const formerAssignmentView = described(
  z.strictObject({
    administration,
    decisionId: id,
    assignmentId,
    interventionId: id,
    provider: described(party, { description: "The caller" }),
    subArea: z.exactOptional(subArea),
    to: z.exactOptional(civilDate),
    heldUntil: described(instant, { description: "When the assignment left this provider" }),
    open,
    proposals: described(z.array(proposalView), { description: "The caller's own" }),
    history: described(z.array(historyEntry), { description: "What the caller received and reported" }),
  }),
  { id: "FormerAssignmentView", title: "An assignment as it was when the caller had it" },
);

/** POST /v1/assignments/{assignmentId}/progress. */
export const progressTaken = described(
  z.strictObject({ assignmentId, status: assignmentStatus, statusAt: instant, open }),
  { id: "ProgressTaken", title: "Where the assignment stands after the report" },
);

/** GET /v1/api-info, as Digg's REST API profile has it (VER.07). */
export const apiInfo = described(
  z.strictObject({
    apiName: z.string(),
    apiVersion: z.string(),
    apiReleased: civilDate,
    apiDocumentation: z.url(),
    apiStatus: z.enum(["alpha", "beta", "active", "deprecated", "retired"]),
  }),
  { id: "ApiInfo" },
);

/** GET /v1/jwks.json: a JWK Set (RFC 7517). */
export const publishedKeys = described(
  z.strictObject({
    keys: z.array(
      z.strictObject({
        kid: described(z.string(), { description: "The name of the key, as a signature's header gives it" }),
        use: z.literal("sig"),
        alg: z.literal("ES256"),
        kty: z.literal("EC"),
        crv: z.literal("P-256"),
        x: z.string(),
        y: z.string(),
      }),
    ),
  }),
  { id: "PublishedKeys", title: "The keys with which parties check hemvist's signatures" },
);
