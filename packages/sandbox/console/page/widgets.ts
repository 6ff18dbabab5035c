import type { Block, DashboardShown, Drawing, Inline, Lines, Numbers, WidgetShown } from "../shown.ts";
import { chart } from "./chart.ts";
import { el } from "./dom.ts";
import { number } from "./format.ts";
import { stateTag } from "./states.ts";

/** A widget of a dashboard, which is drawn again as the run goes on. */
export interface Widget {
  readonly element: HTMLElement;
  readonly draw: (drawing: Drawing, board: Pick<DashboardShown, "from" | "to">) => void;
}

/** Made once for its place in the grid. What it shows is put in by `draw`. */
export function widgetFor({ x, y, width, height, drawing }: WidgetShown): Widget {
  const element = el("section", { class: `card widget ${drawing.kind}` });
  element.style.setProperty("--column", `${x + 1} / span ${width}`);
  element.style.setProperty("--row", `${y + 1} / span ${height}`);
  if (drawing.kind === "lines") return graphIn(element, drawing);
  return {
    element,
    draw: (next) => {
      element.replaceChildren(...contentOf(next));
    },
  };
}

function graphIn(element: HTMLElement, { title, unit }: Lines): Widget {
  const graph = chart(title, { caption: unit, height: 190 });
  const empty = el("p", { class: "hint" }, "Inga värden under den tid som tavlan visar.");
  element.append(el("h2", {}, title), empty, graph.element);
  return {
    element,
    draw: (drawing, { from, to }) => {
      if (drawing.kind !== "lines") return;
      const { series, levels, isStacked, min, max } = drawing;
      const points = series.reduce((sum, its) => sum + its.points.length, 0);
      element.dataset["points"] = String(points);
      empty.hidden = points > 0;
      graph.element.hidden = points === 0;
      graph.draw({
        series,
        levels,
        shape: isStacked ? "areas" : "lines",
        from,
        to,
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      });
    },
  };
}

function contentOf(drawing: Exclude<Drawing, Lines> | Lines): readonly Node[] {
  switch (drawing.kind) {
    case "text":
      return drawing.blocks.map(blockOf);
    case "numbers":
      return [el("h2", {}, drawing.title), numbersOf(drawing)];
    case "alarms":
      return [
        el("h2", {}, drawing.title),
        el(
          "ul",
          { class: "states" },
          drawing.alarms.map(({ name, state }) => el("li", {}, stateTag(state), " ", name)),
        ),
      ];
    case "not-drawn":
      return [
        el("h2", {}, drawing.title),
        el("p", {}, "Kan inte ritas här."),
        el("p", { class: "hint" }, drawing.why),
      ];
    case "lines":
      return [];
  }
}

const numbersOf = ({ numbers }: Numbers): HTMLElement =>
  el(
    "dl",
    { class: "numbers" },
    numbers.map(({ label, value }) =>
      el("div", {}, el("dt", {}, label), el("dd", {}, value === undefined ? "–" : number(value))),
    ),
  );

/** The page's own heading is the first, so a text's begin at the second. */
function blockOf(block: Block): HTMLElement {
  switch (block.kind) {
    case "heading":
      return el(block.level === 1 ? "h2" : "h3", {}, block.inlines.map(inlineOf));
    case "paragraph":
      return el("p", {}, block.inlines.map(inlineOf));
    case "list":
      return el(
        "ul",
        { class: "bullets" },
        block.items.map((item) => el("li", {}, item.map(inlineOf))),
      );
    case "table":
      return tableOf(block.rows);
  }
}

function tableOf([head = [], ...rows]: Extract<Block, { kind: "table" }>["rows"]): HTMLElement {
  return el(
    "div",
    { class: "scroll", role: "region", tabindex: 0, "aria-label": "Tabell" },
    el(
      "table",
      {},
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          head.map((cell) => el("th", { scope: "col" }, cell.map(inlineOf))),
        ),
      ),
      el(
        "tbody",
        {},
        rows.map((row) =>
          el(
            "tr",
            {},
            row.map((cell) => el("td", {}, cell.map(inlineOf))),
          ),
        ),
      ),
    ),
  );
}

function inlineOf(inline: Inline): HTMLElement | string {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "link":
      return el("a", { href: inline.href, rel: "noreferrer" }, inline.text);
    case "strong":
    case "em":
    case "code":
      return el(inline.kind, {}, inline.text);
  }
}
