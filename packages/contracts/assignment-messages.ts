import { progressRefusals, remindedKinds } from "@hemvist/casework";
import { workPlanGoals } from "@hemvist/rules";
import * as z from "zod/mini";
import { crowded } from "./crowded.ts";
import { described } from "./described.ts";
import { eventOf } from "./envelope.ts";
import { faultSchema } from "./fault-schema.ts";
import {
  administration,
  area,
  assignmentId,
  civilDate,
  id,
  instant,
  legalBasisCode,
  registryNumber,
  subArea,
  text,
} from "./parts.ts";
import { assignmentStatus } from "./progress-message.ts";
import { proposalChanged, proposalRefused } from "./proposal-messages.ts";
import { revocation } from "./revocation.ts";

const names = { givenName: z.exactOptional(text(100)), familyName: z.exactOptional(text(100)) };

const personForProvider = described(
  z.union([
    z.strictObject({ identityNumber: z.string().check(z.regex(/^\d{12}$/)), ...names }),
    z.strictObject({ reference: id, birthDate: civilDate, ...names }),
    z.strictObject({ protectedIdentity: z.literal(true), reference: id }),
  ]),
  {
    id: "PersonForProvider",
    description:
      "A number of twelve digits, or SF's own reference and a date of birth where the person has none, and at least one name. For a person with protected identity only SF's own reference.",
  },
);

/** The data of `assignment.requested` and `assignment.amended`: the whole assignment as it now stands. */
export const assignment = described(
  z.strictObject({
    assignmentId,
    administration,
    decisionId: id,
    revision: z.int().check(z.minimum(1)),
    caseNumber: registryNumber,
    legalBasis: legalBasisCode,
    area,
    subArea,
    from: civilDate,
    to: described(civilDate, { description: "The last day, inclusive" }),
    service: z.exactOptional(id),
    follows: z.exactOptional(assignmentId),
    contact: z.exactOptional(text(100)),
    workPlan: z.exactOptional(
      z.strictObject({ goal: z.enum(workPlanGoals), nextFollowUpOn: z.exactOptional(civilDate) }),
    ),
    person: personForProvider,
    answerBy: civilDate,
    model: z.string(),
  }),
  { id: "Assignment", title: "An assignment (hemvist → provider)" },
);

/** The data of `assignment.cancelled`: SF has ended it. */
const cancelled = described(
  z.strictObject({
    assignmentId,
    administration,
    decisionId: id,
    revision: z.int().check(z.minimum(1)),
    revocation: z.exactOptional(revocation),
  }),
  { id: "AssignmentCancelled" },
);

/**
 * The data of `assignment.reminder`: what hemvist awaits of the provider, and since when; or a gap before the
 * intervention.
 */
const reminder = described(
  z.strictObject({
    assignmentId,
    administration,
    decisionId: id,
    about: described(z.enum(remindedKinds), {
      description: "`gap-ahead`: nothing covers the days before this assignment begins",
    }),
    status: assignmentStatus,
    dueOn: civilDate,
  }),
  { id: "AssignmentReminder" },
);

const refusedReport = { messageId: z.string(), assignmentId, progressId: z.uuid() };

/** The data of `progress.refused`: why a report on the queue changed nothing. */
const progressRefused = described(
  z.discriminatedUnion("why", [
    z.strictObject({
      messageId: z.string(),
      assignmentId: z.exactOptional(assignmentId),
      progressId: z.exactOptional(z.uuid()),
      why: z.literal("unreadable"),
      faults: z.array(faultSchema).check(z.minLength(1)),
    }),
    z.strictObject({
      ...refusedReport,
      why: z.enum(progressRefusals),
    }),
    z.strictObject({ ...refusedReport, why: z.literal("in-the-future"), receivedAt: instant }),
    z.strictObject({ ...refusedReport, why: z.literal("before-the-decision"), decidedOn: civilDate }),
    z.strictObject({ ...refusedReport, why: z.literal("before-the-last"), lastOccurredAt: instant }),
    z.strictObject({
      ...refusedReport,
      why: z.literal("outside-the-assignment"),
      from: civilDate,
      to: civilDate,
    }),
    z.strictObject({
      ...refusedReport,
      why: z.literal("not-open"),
      status: assignmentStatus,
      open: z.array(assignmentStatus),
    }),
    ...crowded(refusedReport),
  ]),
  { id: "ProgressRefused" },
);

/** Everything that comes on `assignments-<provider>.fifo`. */
export const assignmentEvents = {
  "assignment.requested": eventOf("assignment.requested", assignment),
  "assignment.amended": eventOf("assignment.amended", assignment),
  "assignment.cancelled": eventOf("assignment.cancelled", cancelled),
  "assignment.reminder": eventOf("assignment.reminder", reminder),
  "progress.refused": eventOf("progress.refused", progressRefused),
  "proposal.status-changed": proposalChanged,
  "proposal.refused": proposalRefused,
} as const;
