import type { LetterRow, Queues } from "../../shown.ts";
import { el, keep } from "../dom.ts";
import { number, shortTime } from "../format.ts";
import { tableWith } from "../parts.ts";

/** The dead letters one by one, each with why it is one. Hidden while there is none. */
export function lettersTable(): {
  readonly element: HTMLElement;
  readonly show: (lying: Pick<Queues, "letters" | "lettersInAll">) => void;
} {
  const table = tableWith("Varje dödbrev och varför det ligger där", [
    "Varför",
    "Gäller",
    "Kö",
    "Part",
    "Skickat",
  ]);
  const more = el("p", { class: "hint" });
  const element = el("div", {}, table.element, more);
  return {
    element,
    show: ({ letters, lettersInAll }) => {
      element.hidden = letters.length === 0;
      more.textContent =
        lettersInAll > letters.length
          ? `De ${number(letters.length)} nyaste av ${number(lettersInAll)} visas.`
          : "";
      keep(table.rows, letters, { key: ({ id }) => id, make: rowOf });
    },
  };
}

const rowOf = ({ sentAt, queue, party, decision, why }: LetterRow): HTMLElement =>
  el(
    "tr",
    {},
    el(
      "td",
      {},
      why.map((sentence) => el("p", {}, sentence)),
    ),
    el("td", {}, decision === "" ? "–" : decision),
    el("td", {}, el("a", { href: `#/koer/${encodeURIComponent(queue)}` }, queue)),
    el("td", {}, party),
    el("td", {}, el("time", { datetime: sentAt }, shortTime(sentAt))),
  );
