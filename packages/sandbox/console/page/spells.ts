import type { AssignmentShown, Life, Spell } from "../shown.ts";
import { el } from "./dom.ts";
import { dayInWords } from "./format.ts";

/** Each assignment as a row of bars over time. The list beside it says the same in words. */
export function spellsChart({ assignments, now }: Life): HTMLElement {
  if (assignments.length === 0) return el("p", {}, "Beslutet har inga uppdrag.");
  const instants = assignments.flatMap(({ spells, to }) => [
    ...spells.map(({ from }) => Date.parse(from)),
    Date.parse(`${to}T23:59:59Z`),
  ]);
  const from = Math.min(...instants);
  const to = Math.max(...instants, Date.parse(now));
  const place = (instant: number): number => (100 * (instant - from)) / Math.max(1, to - from);
  return el(
    "figure",
    { class: "lanes" },
    el("figcaption", {}, `Från ${dayOf(from)} till ${dayOf(to)}`),
    el(
      "div",
      { "aria-hidden": "true" },
      assignments.map((one) => lane(one, place, Date.parse(now))),
    ),
  );
}

const dayOf = (instant: number): string => dayInWords(new Date(instant).toISOString().slice(0, 10));

function lane(
  { subArea, from, to, spells }: AssignmentShown,
  place: (instant: number) => number,
  now: number,
): HTMLElement {
  const track = el("div", { class: "lane" });
  const planned = el("span", { class: "planned" });
  const begins = place(Date.parse(`${from}T00:00:00Z`));
  planned.style.insetInlineStart = `${begins}%`;
  planned.style.inlineSize = `${Math.max(0.5, place(Date.parse(`${to}T23:59:59Z`)) - begins)}%`;
  const today = el("span", { class: "today" });
  today.style.insetInlineStart = `${place(now)}%`;
  track.append(planned, ...spells.map((spell) => bar(spell, place)), today);
  return el("div", { class: "row" }, el("span", { class: "name" }, subArea), track);
}

function bar({ status, tone, from, to }: Spell, place: (instant: number) => number): HTMLElement {
  const element = el("span", { class: `spell ${tone}`, title: status });
  const begins = place(Date.parse(from));
  element.style.insetInlineStart = `${begins}%`;
  element.style.inlineSize = `${Math.max(0.5, place(Date.parse(to)) - begins)}%`;
  return element;
}
