import type { Answer } from "@hemvist/casework";
import { outcomes } from "@hemvist/rules";
import * as z from "zod/mini";
import { described } from "./described.ts";
import {
  administration,
  area,
  bilingual,
  id,
  legalBasisCode,
  party,
  severity,
  side,
  subArea,
} from "./parts.ts";
import { assignmentStatus } from "./progress-message.ts";

const pointer = described(z.string(), { description: "JSON pointer (RFC 6901) into the decision as sent" });

export const source = described(z.strictObject({ document: z.string(), quote: z.string() }), {
  id: "Source",
  description: "The sentence a rule enforces, word for word, and where it stands",
});

export const finding = described(
  z.strictObject({
    rule: z.string(),
    severity,
    pointer,
    message: bilingual,
    wouldHoldIf: bilingual,
    source,
  }),
  { id: "Finding", description: "A rule that does not hold, and what must change" },
);

const tried = {
  rule: z.string(),
  severity,
  holds: z.boolean(),
  concerns: described(z.string(), { description: "The field it looked at; `*` stands for each of a list" }),
};

const triedRule = described(z.strictObject(tried), { id: "TriedRule" });
const explainedRule = described(z.strictObject({ ...tried, source: z.exactOptional(source) }), {
  id: "ExplainedRule",
});

const answeredAssignment = described(
  z.strictObject({
    assignmentId: z.string(),
    interventionId: id,
    area,
    subArea,
    governedBy: z.array(side),
    carriedOutBy: side,
    provider: described(party, {
      description: "The party that takes the assignment. Under SF, the administration's own code",
    }),
    status: assignmentStatus,
    parallel: described(z.boolean(), { description: "In the other lane, by an agreement of SoB" }),
  }),
  { id: "AnsweredAssignment" },
);

/** The answer to a decision: the data of `decision.assigned` and `decision.returned`. */
export const answer = described(
  z.strictObject({
    administration,
    decisionId: id,
    revision: z.int().check(z.minimum(1)),
    version: described(z.exactOptional(z.int().check(z.minimum(1))), {
      description: "Counts what has happened to the decision, so that a gap shows. Absent in a check.",
    }),
    outcome: z.enum(outcomes),
    legalBasis: legalBasisCode,
    model: described(z.exactOptional(z.string()), {
      description: "The model in force on the day of the decision. Absent only if there was none",
    }),
    assignments: z.array(answeredAssignment),
    findings: z.array(finding),
    triedRules: z.array(triedRule),
  }),
  { id: "Answer", title: "What came of a decision (hemvist → SF)" },
) satisfies z.ZodMiniType<Answer>;

/** The same, as HTTP gives it: every tried rule with the sentence it enforces. */
export const explainedAnswer = described(z.extend(answer, { triedRules: z.array(explainedRule) }), {
  id: "ExplainedAnswer",
  title: "What came of a decision, explained",
});
