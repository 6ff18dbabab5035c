import { allEnded, type CaseRecord } from "@hemvist/casework";
import {
  type accessReportName,
  beginReport,
  type Issue,
  manifestName,
  placeOf,
  type ReportName,
  type ReportPeriod,
} from "@hemvist/figures";
import type { Municipality } from "@hemvist/rules";
import type { Wanted } from "./wanted.ts";

/** Where issued reports are kept. */
export interface Reports {
  find(key: string): Promise<string | undefined>;
  /** Writes if no file is there. Returns false if there is one. */
  add(key: string, file: { readonly mediaType: string; readonly body: string }): Promise<boolean>;
}

/** A stored decision, by its key. Without a record if it cannot be read. */
export interface Stored {
  readonly pk: string;
  readonly record: CaseRecord | undefined;
  readonly error?: unknown;
}

export interface Ports {
  readonly municipality: Municipality;
  readonly all: () => AsyncIterable<Stored>;
  readonly reports: Reports;
  /** Gets each decision that the figures leave out because it cannot be read. */
  readonly onUnreadable: (stored: Stored) => void;
}

export interface Issued {
  readonly report: ReportName | typeof accessReportName;
  readonly period: string;
  /** `stands`: it was issued before, and has not changed. */
  readonly outcome: "issued" | "stands";
}

/** An earlier run wrote a part of it, and this run would write other content there. */
class IssuedOtherwise extends Error {
  override readonly name = "IssuedOtherwise";
}

/** Whether a report of that name was issued for the period. */
export const issuedIn = async (
  reports: Pick<Reports, "find">,
  { report, period }: { readonly report: string; readonly period: ReportPeriod },
): Promise<boolean> => (await reports.find(`${placeOf(report, period)}/${manifestName}`)) !== undefined;

export const standsIn =
  (reports: Pick<Reports, "find">) =>
  (wanted: Wanted): Promise<boolean> =>
    issuedIn(reports, wanted);

/**
 * Issues the reports that are not issued yet. An issued report does not change, whatever happens to the decisions. It
 * reads all records once, one by one. Each report takes what it needs of a record, which is then released. It leaves
 * out a decision that cannot be read, and each report says how many.
 */
export const issueReports =
  ({ municipality, all, reports, onUnreadable }: Ports) =>
  async (asked: readonly Wanted[]): Promise<readonly Issued[]> => {
    const standing = await allEnded(asked.map(standsIn(reports)));
    const begun = asked
      .filter((_, index) => standing[index] === false)
      .map(({ report, period }) => beginReport(report, { municipality, period }));
    const leftOut =
      begun.length === 0
        ? 0
        : await readInto(
            (record) => {
              for (const report of begun) report.add(record);
            },
            { all, onUnreadable },
          );
    await allEnded(begun.map((report) => writeIssue(report.issue(leftOut), reports)));
    return asked.map(({ report, period }, index) => ({
      report,
      period: period.name,
      outcome: standing[index] === true ? "stands" : "issued",
    }));
  };

/** @returns how many decisions could not be read */
async function readInto(
  add: (record: CaseRecord) => void,
  { all, onUnreadable }: Pick<Ports, "all" | "onUnreadable">,
): Promise<number> {
  let leftOut = 0;
  for await (const stored of all()) {
    if (stored.record !== undefined) add(stored.record);
    else {
      leftOut += 1;
      onUnreadable(stored);
    }
  }
  return leftOut;
}

/**
 * Writes the manifest last. So a run that stops half-way has issued nothing, and the next run finds its own bytes
 * there.
 */
export async function writeIssue({ place, files }: Issue, reports: Reports): Promise<void> {
  for (const { name, ...file } of files) {
    const key = `${place}/${name}`;
    const added = await reports.add(key, file);
    if (!added && (await reports.find(key)) !== file.body) throw new IssuedOtherwise(key);
  }
}
