import { createHash } from "node:crypto";
import type { Instant } from "@hemvist/casework";
import { asMadeUp, madeUp } from "./made-up.ts";
import type { ReportPeriod } from "./report-period.ts";

export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  /**
   * `everyone` may read counts. The other files name decisions or persons by pseudonym, and go to the
   * readers that the law, the model or the city names.
   */
  readonly readers: "everyone" | "ivo-and-auditors" | "operative-group" | "access-auditor";
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
  leftOut,
  isMadeUp,
}: {
  readonly report: string;
  readonly period: ReportPeriod;
  /** The name of the model in force when the period ended. */
  readonly model: string;
  readonly files: readonly ReportFile[];
  /** How many decisions the figures lack, because the code could not read them. */
  readonly leftOut: number;
  /** Not from the city's own decisions: every file says so. */
  readonly isMadeUp: boolean;
}): Issue {
  const marked = isMadeUp ? files.map(asMadeUp) : files;
  const manifest = {
    report,
    period: { name: period.name, from: period.from, to: period.to },
    instant: period.ends,
    model,
    ...(leftOut === 0 ? {} : { leftOut }),
    contentHash: sha256(marked.map(({ name, body }) => `${sha256(body)}  ${name}\n`).join("")),
    files: marked.map(({ name, mediaType, readers, body }) => ({
      name,
      mediaType,
      readers,
      sha256: sha256(body),
    })),
  };
  const last = jsonFile(manifestName, manifest);
  return {
    report,
    place: isMadeUp ? `${madeUp}/${placeOf(report, period)}` : placeOf(report, period),
    files: [...marked, isMadeUp ? asMadeUp(last) : last],
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
