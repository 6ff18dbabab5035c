import type { Happening, Tone } from "../shown.ts";
import { type Child, el } from "./dom.ts";
import { shortTime } from "./format.ts";

/** A word with its tone. The colour says nothing that the word does not. */
export const tag = (text: string, tone: Tone): HTMLElement => el("span", { class: `tag ${tone}` }, text);

export const decisionLink = (id: string): HTMLElement =>
  el("a", { href: `#/beslut/${encodeURIComponent(id)}` }, id);

/** A table whose rows are put in later. Its region scrolls, by the keyboard too, where it is too wide. */
export function tableWith(
  caption: string,
  columns: readonly string[],
): { readonly element: HTMLElement; readonly rows: HTMLElement } {
  const rows = el("tbody");
  const table = el(
    "table",
    {},
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, columns.map(heading))),
    rows,
  );
  const element = el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": caption }, table);
  return { element, rows };
}

/** A column of figures ends with a full stop in the list of columns, and is set to the right. */
const heading = (column: string): HTMLElement =>
  el("th", { scope: "col", class: column.endsWith(".") ? "figure" : undefined }, column.replace(/\.$/, ""));

export const section = (title: string, ...children: readonly Child[]): HTMLElement =>
  el("section", { class: "card" }, el("h2", {}, title), children);

export const happening = (one: Happening, withDecision: boolean): HTMLElement =>
  el(
    "li",
    { class: `happening ${one.tone}` },
    el("p", { class: "when" }, el("time", { datetime: one.at }, shortTime(one.at)), ` ${one.by}`),
    el("p", {}, one.text),
    withDecision && el("p", { class: "about" }, decisionLink(one.decision)),
  );
