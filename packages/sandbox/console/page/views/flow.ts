import type { Flow, Happening, Step, StepTime } from "../../shown.ts";
import { chart } from "../chart.ts";
import { el, keep } from "../dom.ts";
import { lasting, number } from "../format.ts";
import { happening, section, tableWith } from "../parts.ts";
import { read } from "../source.ts";
import type { View } from "../view.ts";

/** What flows, as it happens. */
export const flow: View = {
  path: "flode",
  title: "Flöde",
  isListed: true,
  open(main) {
    const decisions = el("ol", { class: "funnel" });
    const assignments = el("ol", { class: "funnel" });
    const findings = el("ol", { class: "funnel" });
    const found = el("div", { class: "found" }, el("h3", {}, "Vanligaste bristerna"), findings);
    const latest = el("ol", { class: "happenings" });
    const soFar = chart("Så många har kommit till varje steg");
    const times = tableWith("Tid mellan stegen", ["Steg", "Antal.", "Hälften inom.", "Nio av tio inom."]);
    const administrations = tableWith("Steg för varje förvaltning", [
      "Förvaltning",
      ...columns.map((name) => `${name}.`),
    ]);
    main.append(
      el("div", { class: "two" }, section("Beslut", decisions, found), section("Uppdrag", assignments)),
      el(
        "div",
        { class: "wide-and-narrow" },
        el("div", {}, section("Över tid", soFar.element), section("Tider", times.element)),
        section("Senaste händelserna", latest),
      ),
      section("Förvaltningarna", administrations.element),
    );
    return async () => {
      const shown = await read<Flow>("flow");
      const of = (counts: Step["counts"]) => shown.steps.filter((step) => step.counts === counts);
      drawFunnel(decisions, of("decisions"));
      drawFunnel(assignments, of("assignments"));
      drawFindings(findings, shown.findings);
      found.hidden = shown.findings.length === 0;
      soFar.draw({ series: shown.soFar, shape: "steps" });
      keep(times.rows, shown.times, { key: ({ name }) => name, make: timeRow });
      keep(administrations.rows, shown.byAdministration, {
        key: ({ name }) => name,
        make: administrationRow,
      });
      keep(latest, shown.latest, { key: keyOf, make: (one) => happening(one, true) });
    };
  },
};

const keyOf = ({ decision, version, text }: Happening): string => `${decision} ${version} ${text}`;

/** Which steps of an administration the table shows. */
const columns = [
  "Mottagna",
  "Återlämnade",
  "Beställda",
  "Överlämnade",
  "Kvitterade",
  "Antagna",
  "Påbörjade",
  "Avslutade",
];

function drawFunnel(list: HTMLElement, steps: readonly Step[]): void {
  const most = Math.max(1, ...steps.map(({ count }) => count));
  keep(
    list,
    steps.map((step) => ({ ...step, most })),
    { key: ({ name }) => name, make: stepRow },
  );
}

/** How many rules are listed. */
const mostRules = 5;

function drawFindings(list: HTMLElement, findings: Flow["findings"]): void {
  const most = Math.max(1, ...findings.map(({ count }) => count));
  const rows = findings
    .slice(0, mostRules)
    .map(({ rule, count }) => ({ name: rule, count, counts: "decisions" as const, isAside: true, most }));
  keep(list, rows, { key: ({ name }) => name, make: stepRow });
}

function stepRow({ name, count, isAside, most }: Step & { readonly most: number }): HTMLElement {
  const bar = el("span", { class: "bar", "aria-hidden": "true" });
  bar.style.inlineSize = `${(100 * count) / most}%`;
  return el(
    "li",
    { class: isAside ? "aside" : undefined },
    el("span", { class: "name" }, name),
    el("span", { class: "track" }, bar),
    el("span", { class: "count" }, number(count)),
  );
}

const timeRow = ({ name, count, medianMs, ninetyMs }: StepTime): HTMLElement =>
  el(
    "tr",
    {},
    el("th", { scope: "row" }, name),
    el("td", { class: "figure" }, number(count)),
    el("td", { class: "figure" }, count === 0 ? "–" : lasting(medianMs)),
    el("td", { class: "figure" }, count === 0 ? "–" : lasting(ninetyMs)),
  );

function administrationRow({ name, steps }: Flow["byAdministration"][number]): HTMLElement {
  const count = (column: string): number => steps.find((step) => step.name === column)?.count ?? 0;
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, name),
    columns.map((column) => el("td", { class: "figure" }, number(count(column)))),
  );
}
