import { crowdedWithin } from "@hemvist/casework";
import * as z from "zod";
import { explainedAnswer } from "./answer.ts";
import { faultSchema } from "./fault-schema.ts";
import { administration, assignmentId, civilDate, id, instant } from "./parts.ts";
import { assignmentStatus } from "./progress-message.ts";
import { proposalStatus } from "./proposal-messages.ts";

const members = {
  type: z.string().meta({ description: "`urn:hemvist:problem:` and the problem's name" }),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().meta({ description: "Swedish first, then English after ` / `" }),
};

/** What the refused message is about, as far as that could be read. */
const named = {
  administration: administration.exactOptional(),
  decisionId: id.exactOptional(),
  revision: z.int().min(1).exactOptional(),
  assignmentId: assignmentId.exactOptional(),
  progressId: z.uuid().exactOptional(),
  proposalId: z.uuid().exactOptional(),
};

/** A problem as RFC 9457 has it, with hemvist's own members. */
export const problemSchema = z
  .strictObject({
    ...members,
    ...named,
    faults: z.array(faultSchema).exactOptional().meta({ description: "Of `unreadable`: every fault" }),
    expectedRevision: z.int().exactOptional().meta({ description: "Of `revision-skipped`" }),
    assignmentStatus: assignmentStatus
      .exactOptional()
      .meta({ description: "Of `not-open`, `assignment-ended`" }),
    proposalStatus: proposalStatus.exactOptional().meta({ description: "Of `already-settled`" }),
    open: z.array(assignmentStatus).exactOptional().meta({ description: "Of `not-open`" }),
    receivedAt: instant.exactOptional().meta({ description: "Of `in-the-future`" }),
    decidedOn: civilDate.exactOptional().meta({ description: "Of `before-the-decision`" }),
    lastOccurredAt: instant.exactOptional().meta({ description: "Of `before-the-last`" }),
    from: civilDate.exactOptional().meta({ description: "Of `outside-the-assignment`" }),
    to: civilDate.exactOptional().meta({ description: "Of `outside-the-assignment`" }),
    within: z.enum(crowdedWithin).exactOptional().meta({ description: "Of `too-many`" }),
    most: z.int().exactOptional().meta({ description: "Of `too-many`: how many are taken" }),
  })
  .meta({ id: "Problem", title: "A problem (RFC 9457)" });

/** A decision that was returned: a problem that carries the whole answer. */
export const returnedProblem = explainedAnswer
  .extend({ ...members, outcome: z.literal("returned") })
  .meta({ id: "DecisionReturnedProblem", title: "A decision that was returned (RFC 9457)" });
