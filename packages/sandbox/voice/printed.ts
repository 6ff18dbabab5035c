import { styleText } from "node:util";

/** A day and hour in Stockholm, such as `Mon 2 Nov 2026 10:00`. */
export const inStockholm = (instant: string): string => clock.format(new Date(instant)).replaceAll(",", "");

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Stockholm",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

export const heading = (text: string): void => console.log(`\n${styleText("bold", text)}`);
export const line = (text = ""): void => console.log(text);
export const detail = (text: string): void => console.log(`     ${text}`);

export const good = (text: string): string => styleText("green", text);
export const warn = (text: string): string => styleText("yellow", text);
export const bad = (text: string): string => styleText("red", text);
export const faint = (text: string): string => styleText("dim", text);

/** Rows as columns as wide as their widest cell. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const laid = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  console.log(styleText("bold", laid(header)));
  for (const row of rows) console.log(laid(row).trimEnd());
}
