import type { CivilDate, LegalBasis } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";
import type { CaseNow } from "./case-now.ts";
import { type Spell, spellOf, uncovered } from "./spell.ts";

/** One of a person's interventions, from any administration and any provider. */
export interface PersonsIntervention
  extends Pick<
    Assignment,
    | "assignmentId"
    | "area"
    | "subArea"
    | "carriedOutBy"
    | "provider"
    | "parallel"
    | "status"
    | "statusAt"
    | "from"
    | "to"
  > {
  readonly administration: string;
  readonly decisionId: string;
  readonly legalBasis?: LegalBasis;
}

/** Days between two interventions without any intervention. Both ends included. */
export interface Break {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Days on which two interventions run at once. Both ends included. */
export interface Overlap extends Break {
  readonly assignmentIds: readonly [string, string];
}

/**
 * Everything a person has, across the administrations and Arbvux, in order of time.
 *
 * > Se helheten hos individen och vid behov arbeta parallellt med flera livsområden
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 */
export interface WholePerson {
  readonly interventions: readonly PersonsIntervention[];
  readonly gaps: readonly Break[];
  readonly overlaps: readonly Overlap[];
}

export function wholePerson(records: readonly CaseNow[]): WholePerson {
  const interventions = records.flatMap(interventionsIn).sort((a, b) => (a.from < b.from ? -1 : 1));
  const spells = records
    .flatMap(({ assignments }) => assignments.flatMap((assignment) => spellOf(assignment) ?? []))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return { interventions, gaps: gapsBetween(spells), overlaps: overlapsIn(spells) };
}

/**
 * All interventions of the persons that a search found. A case number may belong to several persons. A number sets them
 * apart, and means nothing beyond this answer. Each person has their own gaps and overlaps.
 */
export function wholePersons(persons: readonly (readonly CaseNow[])[]) {
  const each = persons.map((records, index) => {
    const { interventions, gaps, overlaps } = wholePerson(records);
    const person = index + 1;
    return {
      interventions: interventions.map((one) => ({ person, ...one })),
      gaps: gaps.map((one) => ({ person, ...one })),
      overlaps: overlaps.map((one) => ({ person, ...one })),
    };
  });
  return {
    interventions: each.flatMap(({ interventions }) => interventions),
    gaps: each.flatMap(({ gaps }) => gaps),
    overlaps: each.flatMap(({ overlaps }) => overlaps),
  };
}

const interventionsIn = ({
  administration,
  decisionId,
  standing,
  assignments,
}: CaseNow): readonly PersonsIntervention[] =>
  assignments.map((assignment) => ({
    administration,
    decisionId,
    ...(standing ? { legalBasis: standing.judgement.legalBasis } : {}),
    assignmentId: assignment.assignmentId,
    area: assignment.area,
    subArea: assignment.subArea,
    carriedOutBy: assignment.carriedOutBy,
    provider: assignment.provider,
    parallel: assignment.parallel,
    status: assignment.status,
    statusAt: assignment.statusAt,
    from: assignment.from,
    to: assignment.to,
  }));

const gapsBetween = (spells: readonly Spell[]): readonly Break[] =>
  uncovered(spells).flatMap(({ opens, closes }) => (closes ? [{ from: opens, to: closes }] : []));

const overlapsIn = (spells: readonly Spell[]): readonly Overlap[] =>
  spells.flatMap((one, index) =>
    spells.slice(index + 1).flatMap((other): readonly Overlap[] => {
      const from = one.from > other.from ? one.from : other.from;
      const to = one.to < other.to ? one.to : other.to;
      return from <= to ? [{ from, to, assignmentIds: [one.assignmentId, other.assignmentId] }] : [];
    }),
  );
