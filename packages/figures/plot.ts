import type { Municipality } from "@hemvist/rules";
import type { Equality, ShareMeasure, TimeMeasure } from "./equality.ts";
import type { ReportPeriod } from "./report-period.ts";
import { administrationNamed, wordFor } from "./words.ts";

/** One dot with its interval, in the panel's own unit. */
interface Dot {
  /** The administration's, as in a table. */
  readonly name: string;
  readonly n?: number;
  readonly at?: { readonly value: number; readonly low: number; readonly high: number };
}

interface Panel {
  readonly measure: string;
  readonly verdict: string;
  readonly dots: readonly Dot[];
  readonly unit: "%" | "";
}

const width = 960;
const panelWidth = 440;
const panelHeight = 208;
const left = 92;
const right = 66;
const top = 128;
const rowHeight = 30;

const ink = "#1b1b1b";
const soft = "#595959";
const line = "#d4d4d4";
const blue = "#0b5394";

/** The equality figures as a picture: a dot for each administration with its interval, in both languages. */
export function equalityPlot(
  { shares, times }: Equality,
  { period, municipality }: { readonly period: ReportPeriod; readonly municipality: Municipality },
): string {
  const panels = [...shares.map(ofShares(municipality)), ...times.map(ofTimes(municipality))];
  const height = top + Math.ceil(panels.length / 2) * panelHeight + 76;
  const title = `Likvärdighet ${period.name} / Equality ${period.name}`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="Arial, Helvetica, sans-serif" font-size="14">`,
    `<title id="title">${title}</title>`,
    `<desc id="description">${panels.map(inWords).join(" ")}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text({
      x: 28,
      y: 44,
      size: 24,
      weight: "bold",
      say: `Likvärdighet mellan socialförvaltningarna, ${period.name}`,
    }),
    text({
      x: 28,
      y: 70,
      size: 15,
      fill: soft,
      say: `Equality between the social services administrations, ${period.name}`,
    }),
    ...panels.flatMap(drawn),
    ...legend(height - 44),
    "</svg>",
  ].join("\n")}\n`;
}

const ofShares =
  (municipality: Municipality) =>
  ({ measure, verdict, administrations }: ShareMeasure): Panel => ({
    measure,
    verdict,
    unit: "%",
    dots: administrations.map(({ administration, share }) =>
      share === undefined
        ? { name: administrationNamed(administration, municipality) }
        : {
            name: administrationNamed(administration, municipality),
            n: share.n,
            at: { value: share.share * 100, low: share.low * 100, high: share.high * 100 },
          },
    ),
  });

const ofTimes =
  (municipality: Municipality) =>
  ({ measure, verdict, administrations }: TimeMeasure): Panel => ({
    measure,
    verdict,
    unit: "",
    dots: administrations.map(({ administration, days }) =>
      days === undefined
        ? { name: administrationNamed(administration, municipality) }
        : {
            name: administrationNamed(administration, municipality),
            at: { value: days.median, low: days.lower, high: days.upper },
          },
    ),
  });

function drawn(panel: Panel, index: number): readonly string[] {
  const x = 28 + Math.floor(index / 3) * (panelWidth + 36);
  const y = top + (index % 3) * panelHeight;
  const { ticks, most } = scaleOf(panel);
  const across = (value: number): number => x + left + (value / most) * (panelWidth - left - right);
  const floor = y + 30 + panel.dots.length * rowHeight;
  const { sv, en } = wordFor(panel.measure);
  return [
    `<text x="${x}" y="${y}" font-size="16" font-weight="bold" fill="${ink}">${sv}<tspan font-weight="normal" fill="${soft}" font-size="13"> / ${en}</tspan></text>`,
    text({ x, y: y + 19, size: 12, ...emphasis(panel), say: verdictIn(panel) }),
    ...ticks.flatMap((tick) => [
      `<line x1="${fixed(across(tick))}" y1="${y + 32}" x2="${fixed(across(tick))}" y2="${floor}" stroke="${line}"/>`,
      text({
        x: across(tick),
        y: floor + 16,
        size: 12,
        fill: soft,
        anchor: "middle",
        say: `${tick}${panel.unit && ` ${panel.unit}`}`,
      }),
    ]),
    ...panel.dots.flatMap((dot, row) => dotDrawn(dot, { x, y: y + 46 + row * rowHeight, across })),
  ];
}

function dotDrawn(
  { name: said, n, at }: Dot,
  { x, y, across }: { readonly x: number; readonly y: number; readonly across: (value: number) => number },
): readonly string[] {
  const name = text({ x: x + left - 12, y: y + 5, anchor: "end", say: said });
  if (at === undefined) {
    return [
      name,
      `<rect x="${x + left + 2}" y="${y - 9}" width="206" height="18" fill="#ffffff"/>`,
      text({
        x: x + left + 6,
        y: y + 5,
        size: 12,
        fill: soft,
        say: "för få för att visas / too few to show",
      }),
    ];
  }
  return [
    name,
    `<line x1="${fixed(across(at.low))}" y1="${y}" x2="${fixed(across(at.high))}" y2="${y}" stroke="${blue}" stroke-width="3" stroke-linecap="round" opacity="0.45"/>`,
    `<circle cx="${fixed(across(at.value))}" cy="${y}" r="6" fill="${blue}" stroke="#ffffff" stroke-width="1.5"/>`,
    ...(n === undefined
      ? []
      : [text({ x: x + panelWidth, y: y + 5, size: 12, fill: soft, anchor: "end", say: `n = ${n}` })]),
  ];
}

/** From nought to the first round number beyond everything, in at most five steps. */
function scaleOf({ dots, unit }: Panel): { readonly ticks: readonly number[]; readonly most: number } {
  const highest = Math.max(unit === "%" ? 10 : 4, ...dots.map(({ at }) => at?.high ?? 0));
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((each) => each * 5 >= highest) ?? 1000;
  const steps = Math.ceil(highest / step);
  return { ticks: Array.from({ length: steps + 1 }, (_, index) => index * step), most: steps * step };
}

/** What exceeds chance is what to look at first. */
const emphasis = ({ verdict }: Panel) =>
  verdict === "beyond-chance" ? ({ fill: ink, weight: "bold" } as const) : { fill: soft };

const verdictIn = ({ verdict }: Panel): string => {
  const { sv, en } = wordFor(verdict);
  return `Skillnaden: ${sv} / The difference: ${en}`;
};

function inWords(panel: Panel): string {
  const { sv, en } = wordFor(panel.measure);
  const values = panel.dots.map(({ name, at }) => {
    return `${name} ${at === undefined ? "–" : `${at.value.toFixed(1)}${panel.unit && ` ${panel.unit}`}`}`;
  });
  return `${sv} / ${en}: ${values.join(", ")}. ${verdictIn(panel)}.`;
}

const legend = (y: number): readonly string[] => [
  text({
    x: 28,
    y,
    size: 12,
    fill: soft,
    say: "Punkt: andel med 95 % konfidensintervall (Wilson), eller mediandagar med undre och övre kvartil. n: beslut eller uppdrag.",
  }),
  text({
    x: 28,
    y: y + 18,
    size: 12,
    fill: soft,
    say: "Dot: share with 95 % confidence interval (Wilson), or median days with lower and upper quartile. n: decisions or assignments.",
  }),
];

const text = ({
  x,
  y,
  say,
  size = 14,
  fill = ink,
  anchor = "start",
  weight = "normal",
}: {
  readonly x: number;
  readonly y: number;
  readonly say: string;
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly weight?: "normal" | "bold";
}): string =>
  `<text x="${fixed(x)}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${say}</text>`;

/** A tenth of a pixel: no more digits than can be seen, and the same on every machine. */
const fixed = (value: number): string => String(Math.round(value * 10) / 10);
