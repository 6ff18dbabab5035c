import type { Administration, Decision, Intervention } from "@hemvist/rules";
import { type Dice, diceFrom } from "../../packages/sandbox/synthetic/dice.ts";
import { dayAfter, daysFrom } from "./days.ts";
import { basicDecision, citationOn, decisionUnder124 } from "./made-up-decisions.ts";
import { changed, firstDay, notBefore } from "./made-up-revisions.ts";
import type { Heard, Report } from "./messages.ts";
import { type Known, next } from "./provider.ts";

/**
 * What SF and providers sent of some hundred decisions through 2025, 2026 and 2027, each decision's in the order in
 * which hemvist got it. Much goes wrong on purpose: decisions sent months late, reports that come long after what they
 * report of, interventions added, taken back and given again, decisions moved, revoked and taken up again.
 *
 * Every message is one that the contract lets through, so that nothing is refused.
 */
export const madeUpYears = (seed: number, decisions: number): readonly (readonly Heard[])[] => {
  const dice = diceFrom(seed);
  return Array.from({ length: decisions }, (_, index) => lifeOf(index, dice));
};

/** A decision on a day of its life. */
export interface Life {
  readonly dice: Dice;
  readonly heard: Heard[];
  /** How far each intervention has come, by its id. */
  readonly known: Map<string, Known>;
  readonly takenBack: Intervention[];
  decision: Decision;
  today: string;
  /** SF sends no revision before this day. */
  quietUntil: string;
}

const administrations: readonly Administration[] = ["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"];
const first = "2025-05-05";
const last = "2027-12-20";

function lifeOf(index: number, dice: Dice): readonly Heard[] {
  const decidedOn = daysFrom(first, dice.upTo(600));
  const receivedOn = daysFrom(decidedOn, dice.chance(0.3) ? dice.upTo(220) : 0);
  const ids = { administration: administrations[index % 4], decisionId: `R-${index}` };
  const isUnder124 = decidedOn >= "2025-07-01" && dice.chance(0.08);
  const make = isUnder124 ? decisionUnder124 : basicDecision;
  const decision = make({ ids, decidedOn, receivedOn, dice });
  const life: Life = {
    dice,
    heard: [],
    known: new Map(),
    takenBack: [],
    decision,
    today: receivedOn,
    quietUntil: "",
  };
  send(life, decision);
  for (; life.today < last; life.today = dayAfter(life.today)) {
    for (const [interventionId, known] of life.known) hear(life, interventionId, known);
    if (dice.chance(0.006) && life.today > life.quietUntil) revise(life);
  }
  return life.heard;
}

/** A revision, and what it starts and stops. */
function send(life: Life, decision: Decision): void {
  life.decision = decision;
  life.heard.push({ heardAt: now(life), decision });
  const { revocation, interventions } = decision;
  for (const { interventionId, from } of interventions) {
    const isOver = revocation && (revocation.on < life.today || from > revocation.on);
    const known = life.known.get(interventionId);
    if (isOver) takeBack(life, interventionId);
    else if (known === undefined || known.status === "taken-back") ask(life, interventionId);
  }
  for (const id of life.known.keys())
    if (interventions.every(({ interventionId }) => interventionId !== id)) takeBack(life, id);
}

function ask(life: Life, interventionId: string): void {
  const isFirst = life.known.get(interventionId) === undefined;
  const known: Known = {
    status: "requested",
    lastDay: isFirst ? ownDayOf(life.decision, interventionId, life.today) : dayAfter(life.today),
  };
  life.known.set(interventionId, known);
  known.next = next(life, interventionId, known);
}

/** Nothing happens to an intervention before it was decided. */
function ownDayOf({ interventions, revision, decidedOn }: Decision, id: string, today: string): string {
  const named = interventions.find(({ interventionId }) => interventionId === id)?.decidedOn;
  return named ?? (revision === 1 ? decidedOn : today);
}

function takeBack({ known }: Life, interventionId: string): void {
  const one = known.get(interventionId);
  if (one === undefined || one.status === "ended") return;
  one.status = "taken-back";
  one.next = undefined;
}

function hear(life: Life, interventionId: string, known: Known): void {
  const { revocation } = life.decision;
  if (revocation && revocation.on < life.today) takeBack(life, interventionId);
  if (known.next === undefined || known.next.heardOn > life.today) return;
  const { report } = known.next;
  life.heard.push({ heardAt: now(life), report });
  known.lastDay = report.occurredAt.slice(0, 10);
  known.status = statusAfter(report.status);
  known.next = next(life, interventionId, known);
}

function statusAfter(status: Report["status"]): Known["status"] {
  return status === "rejected" || status === "completed" || status === "failed" ? "ended" : status;
}

function revise(life: Life): void {
  const { decision, dice, today } = life;
  const revision = decision.revision + 1;
  if (decision.revocation !== undefined) {
    // A revoked decision is taken up again, seldom.
    const { revocation: _, ...standing } = decision;
    if (dice.chance(0.3)) send(life, { ...standing, revision });
    return;
  }
  if (dice.chance(0.15)) {
    const on = within(life, daysFrom(today, dice.upTo(50) - 25));
    life.quietUntil = daysFrom(on, 5);
    send(life, { ...decision, revision, revocation: { on, reason: "person-moved" } });
    return;
  }
  const isBasic = decision.citation.legalBasis !== "sol-12-4";
  const moved = isBasic && dice.chance(0.3) ? { decidedOn: today, citation: citationOn(today, dice) } : {};
  send(life, { ...decision, revision, ...moved, ...(isBasic ? changed(life) : {}) });
}

/** A revocation lies in the decision. */
function within(life: Life, on: string): string {
  const { validTo } = life.decision;
  return validTo !== undefined && on > validTo ? validTo : notBefore(firstDay(life), on);
}

/** Later than everything before it, on the day it is. */
function now({ heard, today }: Life): string {
  const minutes = heard.filter(({ heardAt }) => heardAt.startsWith(today)).length;
  return `${today}T10:${String(minutes).padStart(2, "0")}:00Z`;
}
