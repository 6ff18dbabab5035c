import { addDays } from "@hemvist/rules";
import {
  aMatter,
  contentOf,
  type DecisionContent,
  type Matter,
} from "../simulation/parties/generated-decision.ts";
import type { Seeded } from "../simulation/world/seeded.ts";
import { type Books, decisionIdOf, type Known } from "./books.ts";
import type { Json } from "./json.ts";

/** The day on which a run begins. */
const today = "2026-11-02";

/** A UUID that the seed gives. */
export function aUuid(chance: Seeded): string {
  const hex = Array.from({ length: 31 }, () => chance.below(16).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** A new decision, or a later word on one that is known. */
export function aDecision(
  {
    administration,
    serial,
    known,
  }: { readonly administration: string; readonly serial: number; readonly known?: Known },
  chance: Seeded,
): { readonly matter: Matter; readonly content: DecisionContent } {
  if (known !== undefined && chance.chance(0.2)) return known;
  const decisionId = known?.decisionId ?? decisionIdOf(administration, serial);
  const matter = known?.matter ?? aMatter({ administration, decisionId, today, basics: 0.3 }, chance);
  const revision = (known?.revision ?? 0) + (chance.chance(0.9) ? 1 : chance.below(3));
  const wording = {
    revision: Math.max(1, revision),
    serial,
    isWithinModel: chance.chance(0.85),
    isProtected: chance.chance(0.05),
    isRevoked: known !== undefined && chance.chance(0.1),
  };
  return { matter, content: contentOf(matter, wording, chance) };
}

const reports: readonly [Json, ...Json[]] = [
  { status: "received" },
  { status: "accepted", expectedStartOn: addDays(today, 14) },
  { status: "rejected", reason: { code: "no-capacity", whose: "provider" } },
  { status: "in-progress" },
  { status: "on-hold", reason: { code: "illness", whose: "person" } },
  { status: "completed", result: "work" },
  { status: "failed", reason: { code: "person-absent", whose: "person" } },
];

const wishes: readonly [Json, ...Json[]] = [
  { kind: "extend", to: addDays(today, 400) },
  { kind: "end-early", to: addDays(today, 30) },
  { kind: "change-start", from: addDays(today, 20) },
  { kind: "change-service", service: "kc-praktik" },
  { kind: "change-sub-area", subArea: "job.coaching" },
];

const when = (chance: Seeded): string => `2026-11-0${1 + chance.below(2)}T0${chance.below(10)}:00:00Z`;

export const aReport = (assignmentId: string, chance: Seeded): Json => ({
  progressId: aUuid(chance),
  assignmentId,
  occurredAt: when(chance),
  // Mostly the first steps, so that most assignments stay open.
  ...(chance.chance(0.5) ? reports[0] : chance.pick(reports)),
});

export const aProposal = (assignmentId: string, chance: Seeded): Json => ({
  proposalId: aUuid(chance),
  assignmentId,
  madeAt: when(chance),
  wish: chance.pick(wishes),
});

export const aWithdrawal = (assignmentId: string, proposalId: string, chance: Seeded): Json => ({
  proposalId,
  assignmentId,
  withdrawnAt: when(chance),
});

export const anAnswer = (assignmentId: string, proposalId: string, chance: Seeded): Json => ({
  proposalId,
  assignmentId,
  answeredAt: when(chance),
  ...(chance.chance(0.5) ? { answer: "agreed" } : { answer: "declined", reason: "not-within-decision" }),
});

/** A search for the person of a decision, by one of the three ways. */
export function aSearch(books: Books, chance: Seeded): Json {
  const purpose = "fuzz";
  const known = books.decisions[chance.below(books.decisions.length)];
  if (known === undefined || chance.chance(0.1)) {
    const { identityNumber } = aMatter(
      { administration: "sf-centrum", decisionId: "NONE", today, basics: 0 },
      chance,
    );
    return { identityNumber, purpose };
  }
  const { administration, decisionId, content, matter } = known;
  switch (chance.below(4)) {
    case 0:
      return { administration, caseNumber: content.caseNumber, purpose };
    case 1:
      return { administration, reference: `SKYDD-${decisionId}`, purpose };
    default:
      return { identityNumber: matter.identityNumber, purpose };
  }
}
