import * as z from "zod/mini";
import { described } from "./described.ts";
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

const person = described(z.int().check(z.minimum(1)), {
  description:
    "The person, as a number from 1. It means nothing beyond this answer. A case number may belong to several persons",
});

const personsIntervention = described(
  z.strictObject({
    person,
    administration,
    decisionId: id,
    legalBasis: z.exactOptional(legalBasisCode),
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
  }),
  { id: "PersonsIntervention" },
);

const days = { person, from: civilDate, to: civilDate };

/** POST /v1/person-searches. */
export const wholePerson = described(
  z.strictObject({
    interventions: z.array(personsIntervention),
    gaps: described(z.array(z.strictObject(days)), { description: "Days between two interventions" }),
    overlaps: described(
      z.array(z.strictObject({ ...days, assignmentIds: z.tuple([assignmentId, assignmentId]) })),
      { description: "Days on which two of them run" },
    ),
    notRead: described(z.exactOptional(z.int().check(z.minimum(1))), {
      description:
        "How many decisions were found and are not shown, because they could not be read or were too many: this is not the whole. Absent if there are none. / Så många beslut hittades men visas inte, för att de inte gick att läsa eller var för många: svaret är inte fullständigt.",
    }),
  }),
  {
    id: "WholePerson",
    title: "All interventions of the persons found, each person's in order of their first day",
  },
);
