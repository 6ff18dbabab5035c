import { progressRefusals, remindedKinds } from "@hemvist/casework";
import { workPlanGoals } from "@hemvist/rules";
import * as z from "zod";
import { crowded } from "./crowded.ts";
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

const names = { givenName: text(100).exactOptional(), familyName: text(100).exactOptional() };

const personForProvider = z
  .union([
    z.strictObject({ identityNumber: z.string().regex(/^\d{12}$/), ...names }),
    z.strictObject({ reference: id, birthDate: civilDate, ...names }),
    z.strictObject({ protectedIdentity: z.literal(true), reference: id }),
  ])
  .meta({
    id: "PersonForProvider",
    description:
      "A number of twelve digits, or SF's own reference and a date of birth where the person has none, and at least one name. For a person with protected identity only SF's own reference.",
  });

/** The data of `assignment.requested` and `assignment.amended`: the whole assignment as it now stands. */
export const assignment = z
  .strictObject({
    assignmentId,
    administration,
    decisionId: id,
    revision: z.int().min(1),
    caseNumber: registryNumber,
    legalBasis: legalBasisCode,
    area,
    subArea,
    from: civilDate,
    to: civilDate.meta({ description: "The last day, inclusive" }),
    service: id.exactOptional(),
    follows: assignmentId.exactOptional(),
    contact: text(100).exactOptional(),
    workPlan: z
      .strictObject({ goal: z.enum(workPlanGoals), nextFollowUpOn: civilDate.exactOptional() })
      .exactOptional(),
    person: personForProvider,
    answerBy: civilDate,
    model: z.string(),
  })
  .meta({ id: "Assignment", title: "An assignment (hemvist → provider)" });

/** The data of `assignment.cancelled`: SF has ended it. */
const cancelled = z
  .strictObject({
    assignmentId,
    administration,
    decisionId: id,
    revision: z.int().min(1),
    revocation: revocation.exactOptional(),
  })
  .meta({ id: "AssignmentCancelled" });

/**
 * The data of `assignment.reminder`: what hemvist awaits of the provider, and since when; or a gap before the
 * intervention.
 */
const reminder = z
  .strictObject({
    assignmentId,
    administration,
    decisionId: id,
    about: z
      .enum(remindedKinds)
      .meta({ description: "`gap-ahead`: nothing covers the days before this assignment begins" }),
    status: assignmentStatus,
    dueOn: civilDate,
  })
  .meta({ id: "AssignmentReminder" });

const refusedReport = { messageId: z.string(), assignmentId, progressId: z.uuid() };

/** The data of `progress.refused`: why a report on the queue changed nothing. */
const progressRefused = z
  .discriminatedUnion("why", [
    z.strictObject({
      messageId: z.string(),
      assignmentId: assignmentId.exactOptional(),
      progressId: z.uuid().exactOptional(),
      why: z.literal("unreadable"),
      faults: z.array(faultSchema).min(1),
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
  ])
  .meta({ id: "ProgressRefused" });

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
