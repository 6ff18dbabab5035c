import { type CaseRecord, correlationIdOf, lookupKeysOf } from "@hemvist/casework";

/** One assignment as its executor must have it: ids and codes. */
export interface AssignmentLine {
  readonly assignmentId: string;
  readonly status: string;
  readonly provider: string;
  readonly subArea: string;
  readonly from: string;
  readonly to: string;
  readonly requestedAt: string;
}

/** One decision as its sender must have it: ids and codes. */
export interface DecisionLine {
  readonly decision: string;
  readonly version: number;
  /** The revision that stands. Absent while none was assigned. */
  readonly revision?: number;
  /** The newest revision if it was returned, until a corrected one comes. */
  readonly returnedRevision?: number;
  readonly assignments: readonly AssignmentLine[];
}

/** What a part of the stored decisions says. */
export interface View {
  readonly decisions: readonly DecisionLine[];
  readonly assignments: readonly AssignmentLine[];
}

type Records = AsyncIterable<CaseRecord> | Iterable<CaseRecord>;

/** Whether a party's view shows something of a record: it decided it, or it carries out a part of it. */
export const showsTo = (record: CaseRecord, party: string): boolean =>
  record.administration === party || record.assignments.some(({ provider }) => provider === party);

/** Whether a record is about the person. */
export const isAbout = (record: CaseRecord, personKey: string): boolean =>
  lookupKeysOf(record).includes(personKey);

/** All that a party should have: what it decided and what it carries out. By the stored decisions alone. */
export async function ofParty(records: Records, party: string): Promise<View> {
  const decisions: DecisionLine[] = [];
  const assignments: AssignmentLine[] = [];
  for await (const record of records) {
    if (record.administration === party) decisions.push(decisionLine(record));
    assignments.push(...assignmentLines(record).filter(({ provider }) => provider === party));
  }
  return { decisions, assignments };
}

/** A person's decisions, by the stored decisions alone. */
export async function ofPerson(records: Records, personKey: string): Promise<View> {
  const decisions: DecisionLine[] = [];
  for await (const record of records) if (isAbout(record, personKey)) decisions.push(decisionLine(record));
  return { decisions, assignments: [] };
}

/** The parts of a view together, in order. */
export const wholeView = (parts: readonly View[]): View => ({
  decisions: parts
    .flatMap(({ decisions }) => decisions)
    .toSorted((a, b) => (a.decision < b.decision ? -1 : 1)),
  assignments: parts
    .flatMap(({ assignments }) => assignments)
    .toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1)),
});

export interface PersonView {
  readonly decisions: readonly DecisionLine[];
  /** Decisions of the person that the index does not give. */
  readonly notInIndex: readonly string[];
  /** Decisions that the index gives, and that are not the person's. */
  readonly onlyInIndex: readonly string[];
}

/** A person's decisions beside what the index gives for the same pseudonym. */
export function personView({ decisions }: Pick<View, "decisions">, byIndex: readonly string[]): PersonView {
  const stored = new Set(decisions.map(({ decision }) => decision));
  const indexed = new Set(byIndex);
  return {
    decisions,
    notInIndex: [...stored].filter((decision) => !indexed.has(decision)),
    onlyInIndex: [...indexed].filter((decision) => !stored.has(decision)),
  };
}

const decisionLine = (record: CaseRecord): DecisionLine => ({
  decision: correlationIdOf(record),
  version: record.version,
  ...(record.standing ? { revision: record.standing.decision.revision } : {}),
  ...(record.returned ? { returnedRevision: record.returned.decision.revision } : {}),
  assignments: assignmentLines(record),
});

const assignmentLines = ({ assignments }: CaseRecord): readonly AssignmentLine[] =>
  assignments.map(({ assignmentId, status, provider, subArea, from, to, requestedAt }) => ({
    assignmentId,
    status,
    provider,
    subArea,
    from,
    to,
    requestedAt,
  }));
