import { crowdedWithin } from "@hemvist/casework";
import * as z from "zod/mini";
import { explainedAnswer } from "./answer.ts";
import { described } from "./described.ts";
import { faultSchema } from "./fault-schema.ts";
import { administration, assignmentId, civilDate, id, instant } from "./parts.ts";
import { assignmentStatus } from "./progress-message.ts";
import { proposalStatus } from "./proposal-messages.ts";

const members = {
  type: described(z.string(), { description: "`urn:hemvist:problem:` and the problem's name" }),
  title: z.string(),
  status: z.int().check(z.minimum(400), z.maximum(599)),
  detail: described(z.string(), { description: "Swedish first, then English after ` / `" }),
};

/** What the refused message is about, as far as that could be read. */
const named = {
  administration: z.exactOptional(administration),
  decisionId: z.exactOptional(id),
  revision: z.exactOptional(z.int().check(z.minimum(1))),
  assignmentId: z.exactOptional(assignmentId),
  progressId: z.exactOptional(z.uuid()),
  proposalId: z.exactOptional(z.uuid()),
};

/** A problem as RFC 9457 has it, with hemvist's own members. */
export const problemSchema = described(
  z.strictObject({
    ...members,
    ...named,
    faults: described(z.exactOptional(z.array(faultSchema)), { description: "Of `unreadable`: every fault" }),
    expectedRevision: described(z.exactOptional(z.int()), { description: "Of `revision-skipped`" }),
    assignmentStatus: described(z.exactOptional(assignmentStatus), {
      description: "Of `not-open`, `assignment-ended`",
    }),
    proposalStatus: described(z.exactOptional(proposalStatus), { description: "Of `already-settled`" }),
    open: described(z.exactOptional(z.array(assignmentStatus)), { description: "Of `not-open`" }),
    receivedAt: described(z.exactOptional(instant), { description: "Of `in-the-future`" }),
    decidedOn: described(z.exactOptional(civilDate), { description: "Of `before-the-decision`" }),
    lastOccurredAt: described(z.exactOptional(instant), { description: "Of `before-the-last`" }),
    from: described(z.exactOptional(civilDate), { description: "Of `outside-the-assignment`" }),
    to: described(z.exactOptional(civilDate), { description: "Of `outside-the-assignment`" }),
    within: described(z.exactOptional(z.enum(crowdedWithin)), { description: "Of `too-many`" }),
    most: described(z.exactOptional(z.int()), { description: "Of `too-many`: how many are taken" }),
  }),
  { id: "Problem", title: "A problem (RFC 9457)" },
);

/** A decision that was returned: a problem that carries the whole answer. */
export const returnedProblem = described(
  z.extend(explainedAnswer, { ...members, outcome: z.literal("returned") }),
  { id: "DecisionReturnedProblem", title: "A decision that was returned (RFC 9457)" },
);
