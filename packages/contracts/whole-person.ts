import * as z from "zod";
import {
  administration,
  area,
  assignmentId,
  civilDate,
  id,
  instant,
  legalBasisCode,
  party,
  side,
  subArea,
} from "./parts.ts";
import { assignmentStatus } from "./progress-message.ts";

const person = z.int().min(1).meta({
  description:
    "The person, as a number from 1. It means nothing beyond this answer. A case number may belong to several persons",
});

const personsIntervention = z
  .strictObject({
    person,
    administration,
    decisionId: id,
    legalBasis: legalBasisCode.exactOptional(),
    assignmentId,
    area,
    subArea,
    carriedOutBy: side,
    provider: party,
    parallel: z.boolean(),
    status: assignmentStatus,
    statusAt: instant,
    from: civilDate,
    to: civilDate,
  })
  .meta({ id: "PersonsIntervention" });

const days = { person, from: civilDate, to: civilDate };

/** POST /v1/person-searches. */
export const wholePerson = z
  .strictObject({
    interventions: z.array(personsIntervention),
    gaps: z.array(z.strictObject(days)).meta({ description: "Days between two interventions" }),
    overlaps: z
      .array(z.strictObject({ ...days, assignmentIds: z.tuple([assignmentId, assignmentId]) }))
      .meta({ description: "Days on which two of them run" }),
    notRead: z.int().min(1).exactOptional().meta({
      description:
        "How many decisions were found and could not be read: this is not the whole. Absent if there are none. / Så många beslut hittades men gick inte att läsa: svaret är inte fullständigt.",
    }),
  })
  .meta({
    id: "WholePerson",
    title: "All interventions of the persons found, each person's in order of their first day",
  });
