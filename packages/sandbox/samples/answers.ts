import { modelNamed, ruleOf } from "@hemvist/rules";
import { defaultMunicipality } from "@hemvist/rules/municipalities";
import * as z from "zod";
import { bad, detail, faint, good, warn } from "../voice/printed.ts";
import type { Expected } from "./samples.ts";

const bilingual = z.object({ sv: z.string(), en: z.string() });

/** As much of an answer as is shown, whether it came over HTTP or in an inbox. */
const verdict = z.object({
  outcome: z.enum(["assigned", "returned"]),
  administration: z.string(),
  decisionId: z.string(),
  revision: z.int(),
  legalBasis: z.enum(["sol-12-4", "sol-12-1", "sol-11-1"]),
  model: z.string().optional(),
  assignments: z.array(
    z.object({
      interventionId: z.string(),
      subArea: z.string(),
      provider: z.string(),
      status: z.string(),
      parallel: z.boolean(),
    }),
  ),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.string(),
      message: bilingual,
      wouldHoldIf: bilingual,
      source: z.object({ document: z.string(), quote: z.string() }),
    }),
  ),
  triedRules: z.array(z.object({ rule: z.string(), holds: z.boolean() })),
});
const unreadable = z.object({
  faults: z.array(z.object({ pointer: z.string(), code: z.string(), en: z.string() })),
});

export type Verdict = z.infer<typeof verdict>;
export type CameOut =
  | Verdict
  | (z.infer<typeof unreadable> & { readonly outcome: "unreadable" })
  | { readonly outcome: "refused"; readonly why: string };

/** An answer as it came: a verdict, a list of faults, or else a refusal that says why. */
export function readAnswer(answer: unknown): CameOut {
  const faults = unreadable.safeParse(answer);
  if (faults.success) return { outcome: "unreadable", ...faults.data };
  const read = verdict.safeParse(answer);
  return read.success ? read.data : { outcome: "refused", why: JSON.stringify(answer) };
}

/** Whether it came out as the file's name says: for a returned one, by exactly that rule. */
export function isAsExpected(cameOut: CameOut, expected: Expected): boolean {
  if (cameOut.outcome !== expected.outcome) return false;
  if (cameOut.outcome !== "returned" || expected.outcome !== "returned") return true;
  const broken = cameOut.findings.filter(({ severity }) => severity === "must").map(({ rule }) => rule);
  return broken.every((rule) => rule === expected.rule) && broken.length > 0;
}

/** What a decision was judged to be, in one line. */
export function inOneLine(cameOut: CameOut): string {
  switch (cameOut.outcome) {
    case "refused":
      return `${bad("refused")} ${cameOut.why}`;
    case "unreadable":
      return `${bad("unreadable")} ${distinct(cameOut.faults.map(({ code }) => code))}`;
    case "returned":
      return `${warn("returned")} ${distinct(cameOut.findings.map(({ rule }) => rule))}`;
    case "assigned":
      return `${good("assigned")} → ${distinct(cameOut.assignments.map(({ provider }) => provider))}`;
  }
}

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(", ");

/** Shows what a decision was judged to be, and why. */
export function showAnswer(cameOut: CameOut): void {
  switch (cameOut.outcome) {
    case "refused":
      detail(`${bad("refused")} ${cameOut.why}`);
      break;
    case "unreadable":
      detail(bad("unreadable"));
      for (const { pointer, code, en } of cameOut.faults)
        detail(`${pointer || "the message"}: ${code}. ${en}`);
      break;
    case "returned":
      detail(`${warn("returned")} ${basis(cameOut)}`);
      showFindings(cameOut);
      break;
    case "assigned":
      detail(`${good("assigned")} ${basis(cameOut)}, ${cameOut.triedRules.length} rules tried`);
      for (const { interventionId, subArea, provider, status, parallel } of cameOut.assignments) {
        detail(
          `${interventionId}  ${subArea} → ${provider}${parallel ? ", in parallel" : ""}${status === "requested" ? "" : ` (${status})`}`,
        );
      }
      showDeciding(cameOut);
      showFindings(cameOut);
      break;
  }
}

const basis = ({ legalBasis, model }: Verdict): string => `under ${legalBasis}, by ${model ?? "no model"}`;

function showFindings({ findings }: Verdict): void {
  for (const { rule, message, wouldHoldIf, source } of findings) {
    detail(`${warn(rule)}: ${message.en}`);
    detail(wouldHoldIf.en);
    detail(faint(`“${source.quote}” (${source.document})`));
  }
}

/** Of an assigned decision: the sentence that made it what it is. */
function showDeciding({ model, legalBasis, assignments, triedRules }: Verdict): void {
  const isParallel = assignments.some(({ parallel }) => parallel);
  const lane = legalBasis === "sol-12-4" ? "needs-job-or-competence" : "needs-social-or-health";
  const deciding = isParallel ? "parallel-agreed" : lane;
  const tried = triedRules.some(({ rule }) => rule === deciding);
  const judgedBy = modelNamed(defaultMunicipality, model ?? "");
  const source = tried && judgedBy ? ruleOf(judgedBy, deciding)?.source : undefined;
  if (source) detail(faint(`${deciding} holds: “${source.quote}” (${source.document})`));
}
