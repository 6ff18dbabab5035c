import type { Answer } from "@hemvist/casework";
import { outcomes } from "@hemvist/rules";
import * as z from "zod";
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

const pointer = z.string().meta({ description: "JSON pointer (RFC 6901) into the decision as sent" });

export const source = z
  .strictObject({ document: z.string(), quote: z.string() })
  .meta({ id: "Source", description: "The sentence a rule enforces, word for word, and where it stands" });

export const finding = z
  .strictObject({
    rule: z.string(),
    severity,
    pointer,
    message: bilingual,
    wouldHoldIf: bilingual,
    source,
  })
  .meta({ id: "Finding", description: "A rule that does not hold, and what must change" });

const tried = {
  rule: z.string(),
  severity,
  holds: z.boolean(),
  concerns: z.string().meta({ description: "The field it looked at; `*` stands for each of a list" }),
};

const triedRule = z.strictObject(tried).meta({ id: "TriedRule" });
const explainedRule = z
  .strictObject({ ...tried, source: source.exactOptional() })
  .meta({ id: "ExplainedRule" });

const answeredAssignment = z
  .strictObject({
    assignmentId: z.string(),
    interventionId: id,
    area,
    subArea,
    governedBy: z.array(side),
    carriedOutBy: side,
    provider: party.meta({
      description: "The party that takes the assignment. Under SF, the administration's own code",
    }),
    status: assignmentStatus,
    parallel: z.boolean().meta({ description: "In the other lane, by an agreement of SoB" }),
  })
  .meta({ id: "AnsweredAssignment" });

/** The answer to a decision: the data of `decision.assigned` and `decision.returned`. */
export const answer = z
  .strictObject({
    administration,
    decisionId: id,
    revision: z.int().min(1),
    version: z.int().min(1).exactOptional().meta({
      description: "Counts what has happened to the decision, so that a gap shows. Absent in a check.",
    }),
    outcome: z.enum(outcomes),
    legalBasis: legalBasisCode,
    model: z.string().exactOptional().meta({
      description: "The model in force on the day of the decision. Absent only if there was none",
    }),
    assignments: z.array(answeredAssignment),
    findings: z.array(finding),
    triedRules: z.array(triedRule),
  })
  .meta({ id: "Answer", title: "What came of a decision (hemvist → SF)" }) satisfies z.ZodType<Answer>;

/** The same, as HTTP gives it: every tried rule with the sentence it enforces. */
export const explainedAnswer = answer
  .extend({ triedRules: z.array(explainedRule) })
  .meta({ id: "ExplainedAnswer", title: "What came of a decision, explained" });
