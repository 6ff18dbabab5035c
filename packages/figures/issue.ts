import { createHash } from "node:crypto";
import type { Instant } from "@hemvist/casework";
import type { ReportPeriod } from "./report-period.ts";

export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  /** `everyone` may read what is counts only. The others name decisions, and go to those whom the law or the model names. */
  readonly readers: "everyone" | "ivo-and-auditors" | "operative-group";
  readonly body: string;
}

/** A report as issued: files, and the last of them what it is made of. The same input gives the same bytes. */
export interface Issue {
  readonly report: string;
  /** `<report>/<period>/<instant>`: where it is kept, once and for all. */
  readonly place: string;
  readonly files: readonly ReportFile[];
}

/** The name of the file that makes a report issued: it is written last. */
export const manifestName = "issued.json";

export function issue({
  report,
  period,
  model,
  files,
  leftOut = 0,
}: {
  readonly report: string;
  readonly period: ReportPeriod;
  /** The name of the model in force when the period ended. */
  readonly model: string;
  readonly files: readonly ReportFile[];
  /** How many decisions the figures lack, since they could not be read. */
  readonly leftOut?: number;
}): Issue {
  const manifest = {
    report,
    period: { name: period.name, from: period.from, to: period.to },
    instant: period.ends,
    model,
    ...(leftOut === 0 ? {} : { leftOut }),
    contentHash: sha256(files.map(({ name, body }) => `${sha256(body)}  ${name}\n`).join("")),
    files: files.map(({ name, mediaType, readers, body }) => ({
      name,
      mediaType,
      readers,
      sha256: sha256(body),
    })),
  };
  return {
    report,
    place: placeOf(report, period),
    files: [...files, jsonFile(manifestName, manifest)],
  };
}

/** The instant is the period's own end, so that asking again, whenever that is, leads to the same place. */
export const placeOf = (
  report: string,
  { name, ends }: { readonly name: string; readonly ends: Instant },
): string => `${report}/${name}/${ends}`;

/** Values in the order in which they were made, which is the same every time. */
export const jsonFile = (name: string, value: unknown): ReportFile => ({
  name,
  mediaType: "application/json",
  readers: "everyone",
  body: `${JSON.stringify(value, null, 2)}\n`,
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
