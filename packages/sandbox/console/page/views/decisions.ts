import type { DecisionRow, Decisions } from "../../shown.ts";
import { el, keep } from "../dom.ts";
import { number, plural, shortTime } from "../format.ts";
import { decisionLink, section, tableWith, tag } from "../parts.ts";
import { read } from "../source.ts";
import type { View } from "../view.ts";

/** All decisions, the one that changed last first. */
export const decisions: View = {
  path: "beslut",
  title: "Beslut",
  isListed: true,
  open(main) {
    const wanted = el("input", { id: "sok", type: "search", autocomplete: "off", spellcheck: "false" });
    const summary = el("p", { class: "hint", role: "status" });
    const table = tableWith("Beslut", [
      "Beslut",
      "Förvaltning",
      "Läge",
      "Revision.",
      "Öppna uppdrag.",
      "Ändrat",
      "Nästa kontroll",
    ]);
    let shown: readonly DecisionRow[] = [];
    const draw = (): void => {
      const text = wanted.value.trim().toLowerCase();
      const found = shown.filter(({ id, administration, state }) =>
        `${id} ${administration} ${state}`.toLowerCase().includes(text),
      );
      summary.textContent = plural(found.length, "beslut", "beslut");
      keep(table.rows, found.slice(0, mostListed), { key: ({ id }) => id, make: row });
    };
    wanted.addEventListener("input", draw);
    main.append(
      section(
        "Alla beslut",
        el(
          "p",
          { class: "search" },
          el("label", { for: "sok" }, "Sök på id, förvaltning eller läge"),
          wanted,
        ),
        summary,
        table.element,
      ),
    );
    return async () => {
      shown = (await read<Decisions>("decisions")).decisions;
      draw();
    };
  },
};

const mostListed = 200;

const row = ({
  id,
  administration,
  state,
  tone,
  revision,
  open,
  assignments,
  changedAt,
  dueAt,
}: DecisionRow): HTMLElement =>
  el(
    "tr",
    {},
    el("th", { scope: "row" }, decisionLink(id)),
    el("td", {}, administration),
    el("td", {}, tag(state, tone)),
    el("td", { class: "figure" }, number(revision)),
    el("td", { class: "figure" }, `${number(open)} av ${number(assignments)}`),
    el("td", {}, el("time", { datetime: changedAt }, shortTime(changedAt))),
    el("td", {}, dueAt === undefined ? "–" : el("time", { datetime: dueAt }, shortTime(dueAt))),
  );
