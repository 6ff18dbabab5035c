import * as z from "zod";
import { explainedAnswer, finding } from "./answer.ts";
import { historyEntryOf } from "./history-entry.ts";
import { level } from "./inbox-messages.ts";
import { administration, area, assignmentId, civilDate, id, instant, party, side, subArea } from "./parts.ts";
import { assignmentStatus, reason, result } from "./progress-message.ts";
import { proposalView } from "./proposal-messages.ts";

// The API's answers to readers, as `functions/read-case` and `record-progress` build them.

const historyEntry = historyEntryOf({
  version: z.int().min(1),
  instant,
  by: z.string().meta({ description: "A party's code, or `hemvist`" }),
  contentHash: z.string().meta({ description: "SHA-256 over the canonical JSON" }),
  assignmentId,
  progressId: z.uuid(),
  reason,
  level,
  about: z.string().meta({ description: "An assignment's id, a proposal's, or `decision`" }),
  provider: party.meta({ description: "Who had it then" }),
  providerAgain: party
    .exactOptional()
    .meta({ description: "The provider that got the assignment again, if one did" }),
}).meta({ id: "HistoryEntry", description: "Something that happened. It is never changed or removed" });

/** GET /v1/decisions/{administration}/{decisionId}. */
export const decisionView = explainedAnswer
  .extend({
    version: z.int().min(1),
    returned: z
      .strictObject({ revision: z.int(), findings: z.array(finding) })
      .exactOptional()
      .meta({
        description: "A later revision that was returned, and why. It changes nothing of what stands",
      }),
    nextCheckAt: instant.exactOptional(),
    history: z.array(historyEntry),
  })
  .meta({ id: "DecisionView", title: "A decision as its administration sees it" });

const open = z
  .array(assignmentStatus)
  .meta({ description: "The statuses that the provider may report next" });

const receipt = z
  .strictObject({
    storedAt: instant,
    deliveredAt: instant.exactOptional().meta({ description: "Last put on the provider's queue" }),
    acknowledgedAt: instant.exactOptional(),
    acceptedAt: instant.exactOptional(),
    startedAt: instant.exactOptional(),
    endedAt: instant.exactOptional(),
  })
  .meta({ id: "Receipt", description: "How far it has come, and when" });

/** GET /v1/assignments/{assignmentId}. */
export const assignmentView = z
  .strictObject({
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
    decidedOn: civilDate.meta({ description: "When the intervention was decided" }),
    from: civilDate,
    to: civilDate,
    status: assignmentStatus,
    statusAt: instant,
    heardAt: instant.meta({ description: "When hemvist got the report of its status" }),
    begunAt: instant
      .exactOptional()
      .meta({ description: "When it was first in progress, as the provider says" }),
    expectedStartOn: civilDate.exactOptional(),
    reason: reason.exactOptional(),
    result: result.exactOptional(),
    governedBy: z.array(side),
    requestedAt: instant,
    answerBy: civilDate,
    open,
    history: z.array(historyEntry),
  })
  .meta({ id: "AssignmentView", title: "An assignment, where it stands and where it can go" });

/** POST /v1/assignments/{assignmentId}/progress. */
export const progressTaken = z
  .strictObject({ assignmentId, status: assignmentStatus, statusAt: instant, open })
  .meta({ id: "ProgressTaken", title: "Where the assignment stands after the report" });

/** GET /v1/api-info, as Digg's REST API profile has it (VER.07). */
export const apiInfo = z
  .strictObject({
    apiName: z.string(),
    apiVersion: z.string(),
    apiReleased: civilDate,
    apiDocumentation: z.url(),
    apiStatus: z.enum(["alpha", "beta", "active", "deprecated", "retired"]),
  })
  .meta({ id: "ApiInfo" });
