import uPlot from "uplot";
import { el } from "./dom.ts";
import { atSecond, number } from "./format.ts";

export interface ChartSeries {
  readonly label: string;
  readonly points: readonly (readonly [number, number])[];
  /** Measured on the right axis. */
  readonly isRight?: boolean;
}

export interface Drawn {
  readonly series: readonly ChartSeries[];
  /** `areas` stand on each other, so that the highest line is their sum. */
  readonly shape: "steps" | "lines" | "bars" | "areas";
  /** Seconds since 1970. */
  readonly from?: number;
  readonly to?: number;
  readonly min?: number;
  readonly max?: number;
  /** A level that is drawn across, such as an alarm's. */
  readonly levels?: readonly { readonly label: string; readonly value: number }[];
  /** Where the horizontal axis has its marks, and how they are written; instants unless given. */
  readonly marks?: readonly number[];
  readonly place?: (x: number) => string;
}

export interface Chart {
  readonly element: HTMLElement;
  readonly draw: (drawn: Drawn) => void;
}

/** So few points are shown as points too. A line between two of them may be a day long. */
const fewPoints = 60;
const dashes: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [10, 4, 2, 4], [14, 4], [4, 4]];
const dashOf = (index: number): number[] => [...(dashes[index % dashes.length] ?? [])];

/** A chart with its legend, and the same as a table. */
export function chart(
  title: string,
  { caption = title, height = 240 }: { readonly caption?: string; readonly height?: number } = {},
): Chart {
  const surface = el("div", { class: "chart", "aria-hidden": "true" });
  surface.style.minBlockSize = `${height}px`;
  const legend = el("ul", { class: "legend" });
  const body = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `Tabell: ${title}` });
  const table = el("details", {}, el("summary", {}, "Visa som tabell"), body);
  const element = el("figure", {}, el("figcaption", {}, caption), surface, legend, table);
  let last: Drawn | undefined;
  let plot: uPlot | undefined;

  const draw = (drawn: Drawn): void => {
    last = drawn;
    // One series needs no name beside the title.
    legend.hidden = drawn.series.length < 2;
    legend.replaceChildren(...legendRows(drawn));
    if (table.open) body.replaceChildren(tableOf(title, drawn));
    plot?.destroy();
    if (surface.clientWidth === 0) return;
    plot = new uPlot({ ...optionsOf(surface, drawn), height }, dataOf(drawn), surface);
  };
  const again = (): void => {
    if (last !== undefined) draw(last);
  };
  table.addEventListener("toggle", again);
  let width = 0;
  new ResizeObserver(() => {
    if (surface.clientWidth === width) return;
    width = surface.clientWidth;
    again();
  }).observe(surface);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  return { element, draw };
}

/** Each line that is drawn, and the names of those that have nothing to draw. */
function legendRows({ series }: Drawn): readonly HTMLElement[] {
  const without = series.filter(({ points }) => points.length === 0).map(({ label }) => label);
  return [
    ...series.flatMap(({ label, points }, index) => {
      const value = points.at(-1)?.[1];
      if (value === undefined) return [];
      return el(
        "li",
        {},
        el("span", { class: `mark mark-${(index % 6) + 1}` }),
        `${label}: ${number(value)}`,
      );
    }),
    ...(without.length === 0 ? [] : [el("li", { class: "hint" }, `Utan värden: ${without.join(", ")}`)]),
  ];
}

/** The series in the order in which they are drawn: what stands on others lies behind them. */
const inOrder = ({
  series,
  shape,
}: Drawn): readonly { readonly one: ChartSeries; readonly index: number }[] => {
  const numbered = series.map((one, index) => ({ one, index }));
  return shape === "areas" ? numbered.toReversed() : numbered;
};

function dataOf(drawn: Drawn): uPlot.AlignedData {
  const [places = [], ...values] = alignedOf(drawn);
  if (drawn.shape !== "areas") return [places, ...values];
  const sums: number[] = Array.from({ length: places.length }, () => 0);
  const stacked = values.map((its) =>
    Array.from(its, (value, index) => {
      sums[index] = (sums[index] ?? 0) + (value ?? 0);
      return sums[index] ?? 0;
    }),
  );
  return [places, ...stacked.toReversed()];
}

function alignedOf({ series }: Drawn): uPlot.AlignedData {
  const tables = series.map(
    ({ points }): uPlot.AlignedData => [points.map(([x]) => x), points.map(([, y]) => y)],
  );
  return tables.length === 0 ? [[]] : uPlot.join(tables);
}

function optionsOf(surface: HTMLElement, drawn: Drawn): Omit<uPlot.Options, "height"> {
  const style = getComputedStyle(surface);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour("--muted"),
    grid: { stroke: colour("--line"), width: 1 },
    ticks: { stroke: colour("--line"), width: 1 },
    font: `12px ${style.fontFamily}`,
  };
  const { place = atSecond, marks, from, to, min = 0, max } = drawn;
  const bounds = (_: uPlot, low: number | null, high: number | null): [number, number] => [
    from ?? low ?? 0,
    to ?? high ?? 1,
  ];
  const values = (_: uPlot, _low: number | null, high: number | null): [number, number] => {
    const top = Math.max(high ?? 0, ...(drawn.levels ?? []).map(({ value }) => value));
    return [min, max ?? (top <= min ? min + 1 : top * 1.08)];
  };
  return {
    width: surface.clientWidth,
    legend: { show: false },
    cursor: { show: false },
    tzDate: (second) => uPlot.tzDate(new Date(second * 1000), "Europe/Stockholm"),
    scales: {
      x: { time: marks === undefined, range: bounds },
      y: { range: values },
      right: { range: values },
    },
    axes: [
      {
        ...axis,
        space: 90,
        ...(marks === undefined ? {} : { splits: () => [...marks] }),
        values: (_, ticks) => ticks.map(place),
      },
      { ...axis, size: widthOf, values: (_, ticks) => ticks.map(number) },
      ...(drawn.series.some(({ isRight }) => isRight)
        ? [
            {
              ...axis,
              size: widthOf,
              side: 1 as const,
              scale: "right",
              grid: { show: false },
              values: (_: uPlot, ticks: number[]) => ticks.map(number),
            },
          ]
        : []),
    ],
    series: [{}, ...inOrder(drawn).map(({ one, index }) => seriesOf(one, { index, drawn, colour }))],
    hooks: { draw: [(plot) => drawLevels(plot, drawn, colour)] },
  };
}

/** As wide as its longest figure, in pixels. */
const widthOf = (_: uPlot, figures: readonly string[] | null): number =>
  26 + 7 * Math.max(1, ...(figures ?? []).map(({ length }) => length));

function seriesOf(
  { label, isRight = false, points }: ChartSeries,
  {
    index,
    drawn,
    colour,
  }: { readonly index: number; readonly drawn: Drawn; readonly colour: (name: string) => string },
): uPlot.Series {
  const hasPoints = drawn.shape === "lines" || drawn.shape === "areas";
  const isFilled = drawn.shape === "bars" || drawn.shape === "areas";
  const stroke = colour(`--c${(index % 6) + 1}`);
  const paths =
    drawn.shape === "steps"
      ? uPlot.paths.stepped?.({ align: 1 })
      : drawn.shape === "bars"
        ? uPlot.paths.bars?.({ size: [0.7, 40] })
        : undefined;
  return {
    label,
    scale: isRight ? "right" : "y",
    stroke,
    width: 2,
    dash: isFilled ? [] : dashOf(index),
    spanGaps: true,
    points: { show: hasPoints && points.length < fewPoints, size: 6 },
    ...(isFilled ? { fill: stroke } : {}),
    ...(paths === undefined ? {} : { paths }),
  };
}

function drawLevels(plot: uPlot, { levels = [] }: Drawn, colour: (name: string) => string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour("--bad");
  ctx.fillStyle = colour("--bad");
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.font = `${11 * devicePixelRatio}px ${getComputedStyle(plot.root).fontFamily}`;
  for (const { label, value } of levels) {
    const y = Math.round(plot.valToPos(value, "y", true));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.fillText(label, bbox.left + 6 * devicePixelRatio, y - 4 * devicePixelRatio);
  }
  ctx.restore();
}

/** The newest points of a table. A longer one is of no use to a reader. */
const mostRows = 100;

function tableOf(title: string, { series, place = atSecond }: Drawn): HTMLElement {
  const places = [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => b - a);
  const values = series.map(({ points }) => new Map(points));
  return el(
    "table",
    {},
    el("caption", {}, places.length > mostRows ? `${title}, de senaste ${mostRows}` : title),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, "När"),
        series.map(({ label }) => el("th", { scope: "col", class: "figure" }, label)),
      ),
    ),
    el(
      "tbody",
      {},
      places.slice(0, mostRows).map((x) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, place(x)),
          values.map((ofSeries) => {
            const value = ofSeries.get(x);
            return el("td", { class: "figure" }, value === undefined ? "–" : number(value));
          }),
        ),
      ),
    ),
  );
}
