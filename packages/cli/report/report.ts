import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beginReport, type Issue, periodOf, type ReportName, type ReportPeriod } from "@hemvist/figures";
import { type Happening, happeningsInFiles, livedUntil, syntheticCity } from "@hemvist/sandbox/synthetic";
import { Command, CommanderError } from "commander";

// What the city's reports would be from messages in a folder, without a server: the pure core is driven with them at
// their own instants. Only `report` issues, from the city's decisions, so every file here says that it is made up. One
// that is written stands: it is never written over.

const command = new Command("report")
  .description("Skriver stadens rapporter / Writes the city's reports")
  .option("--quarter <quarter>", "2026Q4: ej verkställt, behov och volym / not carried out, need and volume")
  .option("--week-40 <year>", "2026: v.40-mätningen / the week-40 count")
  .option("--equality <quarter>", "2026Q4: likvärdighet / equality")
  .option("--agenda <month>", "2026-11: dagordningar / agendas")
  .option(
    "--from <source>",
    "mapp med meddelanden, eller synthetic:<antal> / folder, or synthetic:<number>",
    "events",
  )
  .option("--out <folder>", "var de skrivs / where they are written", "reports")
  .exitOverride()
  .configureOutput({ outputError: () => {} });

interface Options {
  readonly quarter?: string;
  readonly week40?: string;
  readonly equality?: string;
  readonly agenda?: string;
  readonly from: string;
  readonly out: string;
}

/** What was asked for cannot be done; the message is for whoever asked. */
class CannotReport extends Error {
  override readonly name = "CannotReport";
}

interface Wanted {
  readonly report: ReportName;
  readonly period: ReportPeriod;
}

function wantedBy({ quarter, week40, equality, agenda }: Options): readonly Wanted[] {
  const asked: readonly (readonly [ReportName, string | undefined])[] = [
    ["not-carried-out", quarter],
    ["need-and-volume", quarter],
    ["week-40", week40 === undefined ? undefined : `${week40}W40`],
    ["equality", equality],
    ["agenda", agenda],
  ];
  const wanted = asked.flatMap(([report, name]) => {
    if (name === undefined) return [];
    const period = periodOf(report, name);
    if (period === undefined)
      throw new CannotReport(`${name}: ingen period för ${report} / no period for ${report}`);
    return [{ report, period }];
  });
  if (wanted.length === 0)
    throw new CannotReport("Ange vilken rapport du vill ha. / Say which report you want.");
  return wanted;
}

async function happeningsFrom(source: string): Promise<readonly Happening[]> {
  const [, size] = /^synthetic:(\d{1,6})$/.exec(source) ?? [];
  if (size !== undefined) {
    if (Number(size) === 0)
      throw new CannotReport("En stad utan beslut visar inget. / A city without decisions shows nothing.");
    return syntheticCity(Number(size));
  }
  const { happenings, unreadable } = await happeningsInFiles(source);
  if (happenings.length === 0)
    throw new CannotReport(`Det finns inga meddelanden i / There are no messages in: ${source}`);
  for (const path of unreadable)
    process.stderr.write(
      `Räknas inte, eftersom filen inte går att läsa / Not counted, since the file cannot be read: ${path}\n`,
    );
  return happenings;
}

/** Whether it was written, stood there already with the same bytes, or with others. */
type Written = "written" | "the-same" | "another";

async function write(issue: Issue, out: string): Promise<Written> {
  const folder = join(out, issue.place.replaceAll(":", ""));
  const manifest = issue.files.at(-1);
  const standing = await readFile(join(folder, manifest?.name ?? ""), "utf8").catch(() => undefined);
  if (standing !== undefined) return standing === manifest?.body ? "the-same" : "another";
  await mkdir(folder, { recursive: true });
  for (const { name, body } of issue.files) await writeFile(join(folder, name), body);
  return "written";
}

const says: Readonly<Record<Written, string>> = {
  written: "skriven, märkt som påhittad / written, marked as made up",
  "the-same": "redan skriven med samma innehåll / written before with the same content",
  another:
    "redan skriven med annat innehåll. Den ändras inte. / written before with other content. It is not changed.",
};

const done = 0;
const couldNotRun = 1;
const notWritten = 2;

async function run(args: readonly string[]): Promise<number> {
  command.parse(args, { from: "user" });
  const options = command.opts<Options>();
  const wanted = wantedBy(options);
  const happenings = await happeningsFrom(options.from);
  let status = done;
  for (const issue of issuesOf(wanted, happenings)) {
    const written = await write(issue, options.out);
    process.stdout.write(`${join(options.out, issue.place.replaceAll(":", ""))}: ${says[written]}\n`);
    if (written === "another") status = notWritten;
    else for (const { name } of issue.files) process.stdout.write(`  ${name}\n`);
  }
  return status;
}

/** Each record is made, added to the reports on its period, and let go. */
function issuesOf(wanted: readonly Wanted[], happenings: readonly Happening[]): readonly Issue[] {
  const begun = wanted.map(({ report, period }) => ({
    ends: period.ends,
    report: beginReport(report, { period, isMadeUp: true }),
  }));
  for (const [ends, together] of Map.groupBy(begun, (each) => each.ends))
    for (const record of livedUntil(ends, happenings)) for (const { report } of together) report.add(record);
  return begun.map(({ report }) => report.issue());
}

const usage =
  "npm run report -- (--quarter 2026Q4 | --week-40 2026 | --equality 2026Q4 | --agenda 2026-11)… [--from FOLDER | synthetic:2000] [--out FOLDER]";

function failedBy(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return done;
  if (!(error instanceof CannotReport || error instanceof CommanderError)) throw error;
  process.stderr.write(`${error.message}\n${usage}\n`);
  return couldNotRun;
}

process.exitCode = await run(process.argv.slice(2)).catch(failedBy);
