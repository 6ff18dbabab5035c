import { type Assignment, type CaseRecord, correlationIdOf, isOpen } from "@hemvist/casework";
import { citationText, type Municipality } from "@hemvist/rules";
import type { AssignmentShown, DecisionRow, FindingShown, Happening, Life, Spell, Tone } from "./shown.ts";
import { partyNamed, said, statuses, subAreaNamed } from "./words.ts";

type Shown = Omit<Life, "now" | "awaited">;

/** One decision's life: what has happened, who has which assignment, and what was wrong. */
export function lifeOf(record: CaseRecord, now: string, municipality: Municipality): Shown {
  return {
    row: rowOf(record, municipality),
    facts: factsOf(record, municipality),
    assignments: record.assignments.map((one) => shown(one, { record, now, municipality })),
    findings: findingsOf(record),
    events: happeningsOf(record, municipality).toReversed(),
  };
}

/** A decision in a list. */
export function rowOf(record: CaseRecord, municipality: Municipality): DecisionRow {
  const revision = record.returned ?? record.standing;
  return {
    id: correlationIdOf(record),
    administration: partyNamed(record.administration, municipality),
    decidedOn: revision?.decision.decidedOn ?? "",
    revision: revision?.decision.revision ?? 0,
    ...stateOf(record),
    assignments: record.assignments.length,
    open: record.assignments.filter(isOpen).length,
    ...(record.dueAt === undefined ? {} : { dueAt: record.dueAt }),
    changedAt: record.history.at(-1)?.at ?? "",
  };
}

function stateOf({ standing, returned, assignments }: CaseRecord): {
  readonly state: string;
  readonly tone: Tone;
} {
  if (returned !== undefined)
    return { state: standing ? "senaste revisionen återlämnad" : "återlämnat", tone: "bad" };
  if (standing?.decision.revocation !== undefined) return { state: "upphävt", tone: "late" };
  return assignments.some(isOpen) ? { state: "pågår", tone: "good" } : { state: "avslutat", tone: "plain" };
}

function factsOf({ standing, returned, personKey }: CaseRecord, municipality: Municipality) {
  const revision = returned ?? standing;
  if (revision === undefined) return [];
  const { decision, judgement } = revision;
  return [
    { name: "Lagrum", value: citationText(decision.citation) },
    { name: "Förvaltning", value: partyNamed(decision.administration, municipality) },
    { name: "Beslutat", value: decision.decidedOn },
    { name: "Gäller", value: `${decision.validFrom} – ${decision.validTo ?? "tills vidare"}` },
    { name: "Bedömt enligt", value: judgement.model ?? "ingen modell gällde" },
    { name: "Prövade regler", value: String(judgement.triedRules.length) },
    // The person is never shown. The pseudonym tells two persons apart.
    { name: "Den enskilde (pseudonym)", value: personKey.slice(0, 12) },
  ];
}

const findingsOf = ({ returned, standing }: CaseRecord): readonly FindingShown[] =>
  ((returned ?? standing)?.judgement.findings ?? []).map(({ rule, pointer, message, wouldHoldIf }) => ({
    rule,
    concerns: pointer,
    message: message.sv,
    wouldHoldIf: wouldHoldIf.sv,
  }));

export const happeningsOf = (record: CaseRecord, municipality: Municipality): readonly Happening[] =>
  record.history.map((entry) => ({
    at: entry.at,
    version: entry.version,
    decision: correlationIdOf(record),
    by: entry.by === "hemvist" ? "hemvist" : partyNamed(entry.by, municipality),
    ...said(entry, record, municipality),
  }));

interface Around {
  readonly record: CaseRecord;
  readonly now: string;
  readonly municipality: Municipality;
}

function shown(assignment: Assignment, around: Around): AssignmentShown {
  const { assignmentId, subArea, provider, from, to, status } = assignment;
  return {
    id: assignmentId,
    subArea: subAreaNamed(subArea, around.municipality),
    provider: partyNamed(provider, around.municipality),
    from,
    to,
    status: statuses[status].name,
    tone: statuses[status].tone,
    spells: spellsOf(assignment, around),
  };
}

/** Each status with the time that it lasted, the last one until now. */
function spellsOf({ assignmentId, requestedAt }: Assignment, { record, now }: Around): readonly Spell[] {
  const reported = record.history.flatMap((entry) => {
    if (entry.what === "progress-reported" && entry.assignmentId === assignmentId)
      return [{ ...statuses[entry.status], from: entry.at }];
    return entry.what === "assignment-cancelled" && entry.assignmentId === assignmentId
      ? [{ ...statuses.cancelled, from: entry.at }]
      : [];
  });
  const all = [{ ...statuses.requested, from: requestedAt }, ...reported];
  return all.map(({ name, tone, from }, index) => ({
    status: name,
    tone,
    from,
    to: all[index + 1]?.from ?? now,
  }));
}
