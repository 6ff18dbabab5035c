import type { Due, DueItem } from "../../shown.ts";
import { chart } from "../chart.ts";
import { el, keep } from "../dom.ts";
import { dayInWords, plural } from "../format.ts";
import { move } from "../moving.ts";
import { decisionLink, section, tableWith, tag } from "../parts.ts";
import { read } from "../source.ts";
import type { View } from "../view.ts";

/** What is due when, with a slider over the days to come. */
export const due: View = {
  path: "att-folja-upp",
  title: "Att följa upp",
  isListed: true,
  open(main) {
    const until = el("input", { id: "fram-till", type: "range", min: 0, max: 90, value: 30, step: 1 });
    const label = el("output", { for: "fram-till", class: "until" });
    const go = el("button", { type: "button", class: "primary" });
    const summary = el("p", { class: "lead", role: "status" });
    const soon = chart("Påminnelser per vecka, om inget mer händer");
    const items = tableWith("Det som ska följas upp", ["Dag", "Vad", "Beslut", "Gäller", "Påminnelse till"]);
    let shown: Due | undefined;

    const draw = (): void => {
      if (shown === undefined) return;
      const last = addDays(shown.today, Number(until.value));
      const listed = shown.items.filter(({ on }) => on <= last);
      until.setAttribute("aria-valuetext", `Till och med ${dayInWords(last)}`);
      label.textContent = dayInWords(last);
      go.textContent = `Flytta klockan till ${dayInWords(last)}`;
      go.disabled = last <= shown.today;
      summary.textContent = `${plural(listed.length, "sak", "saker")} ska följas upp till och med ${dayInWords(last)}.`;
      keep(items.rows, listed.slice(0, mostListed), { key: keyOf, make: itemRow });
      soon.draw({ ...weeksOf(shown), shape: "bars", place: (week) => `v. ${weekOf(dayAt(week))}` });
    };
    until.addEventListener("input", draw);
    go.addEventListener("click", () => {
      if (shown !== undefined) void move({ to: morningOf(addDays(shown.today, Number(until.value))) }, go);
    });

    main.append(
      section(
        "Fram till",
        el(
          "p",
          { class: "slider" },
          el("label", { for: "fram-till" }, "Visa allt till och med"),
          until,
          label,
        ),
        el("p", { class: "hint" }, "Piltangenterna flyttar en dag, Page Up och Page Down längre."),
        go,
        summary,
      ),
      section("Veckorna framöver", soon.element),
      section("Att följa upp", items.element),
    );
    return async () => {
      shown = await read<Due>("due");
      const farthest = Math.max(90, ...shown.items.map(({ on }) => daysBetween(shown?.today ?? on, on)));
      until.max = String(Math.min(farthest, mostDays));
      draw();
    };
  },
};

const mostListed = 200;
/** How far ahead the slider reaches: a decision of three years. */
const mostDays = 1100;
const dayMs = 86_400_000;

const keyOf = ({ decision, kind, about, on }: DueItem): string => `${on} ${decision} ${kind} ${about}`;

const itemRow = ({ on, kind, decision, about, notifies, step, isLate }: DueItem): HTMLElement =>
  el(
    "tr",
    {},
    el(
      "th",
      { scope: "row" },
      el("time", { datetime: on }, dayInWords(on)),
      isLate && tag("försenat", "bad"),
    ),
    el("td", {}, kind),
    el("td", {}, decisionLink(decision)),
    el("td", {}, about),
    el("td", {}, step > 1 ? `${notifies} (påminnelse ${step})` : notifies),
  );

const dayAt = (second: number): string => new Date(second * 1000).toISOString().slice(0, 10);
const secondOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;
const addDays = (date: string, days: number): string => dayAt(secondOf(date) + days * 86_400);
const daysBetween = (from: string, to: string): number =>
  Math.round((secondOf(to) - secondOf(from)) / 86_400);

/** Nine in the morning in UTC: people in Stockholm are at work, in summer and in winter. */
const morningOf = (date: string): string => `${date}T09:00:00Z`;

const weeksShown = 26;

/** How many things are due in each week to come. */
function weeksOf({ today, items }: Due) {
  const monday = mondayOf(today);
  const weeks = Array.from({ length: weeksShown }, (_, week) => addDays(monday, 7 * week));
  const last = weeks.at(-1) ?? monday;
  const inWeek = (week: string): number =>
    items.filter(({ on }) => mondayOf(on < today ? today : on) === week).length;
  return {
    series: [
      { label: "Att följa upp", points: weeks.map((week) => [secondOf(week), inWeek(week)] as const) },
    ],
    from: secondOf(monday) - 3.5 * 86_400,
    to: secondOf(last) + 3.5 * 86_400,
    marks: weeks.filter((_, week) => week % 4 === 0).map(secondOf),
  };
}

const mondayOf = (date: string): string =>
  addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** ISO 8601: the week that has the year's first Thursday is its first. */
function weekOf(date: string): number {
  const thursday = addDays(mondayOf(date), 3);
  const first = secondOf(`${thursday.slice(0, 4)}-01-01`);
  return 1 + Math.floor(((secondOf(thursday) - first) * 1000) / (7 * dayMs));
}
