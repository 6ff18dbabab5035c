import type { Bilingual } from "@hemvist/rules";
import { flags } from "../flags.ts";
import type { CommandLine } from "../voice/command-line.ts";
import { inWords } from "../voice/in-words.ts";
import { happeningsFrom } from "./happenings-from.ts";
import { issuesOf } from "./issues.ts";
import { wantedBy } from "./wanted.ts";
import { folderOf, type Written, written } from "./written.ts";

const says: Readonly<Record<Written, Bilingual>> = {
  written: { sv: "skriven, märkt som påhittad", en: "written, marked as made up" },
  "the-same": { sv: "redan skriven med samma innehåll", en: "written before with the same content" },
  another: {
    sv: "redan skriven med annat innehåll. Den ändras inte.",
    en: "written before with other content. It is not changed.",
  },
};

const done = 0;
const notWritten = 2;

/**
 * Writes the city's reports from messages in a folder, without a server: it gives them to the pure core at their own
 * instants. Only the function `report` issues reports, from the city's decisions, so every file here says that it is
 * made up.
 */
export const report: CommandLine = {
  name: "report",
  summary: {
    sv: "Skriver stadens rapporter, räknade på exempel och märkta som påhittade.",
    en: "Writes the city's reports, counted from samples and marked as made up.",
  },
  usage:
    "(--quarter 2026Q4 | --week-40 2026 | --equality 2026Q4 | --agenda 2026-11)… [--from FOLDER | - | synthetic:2000] [--out FOLDER]",
  flags: [flags.quarter, flags.week40, flags.equality, flags.agenda, flags.source, flags.out],
  after: {
    sv: "Slutstatus: 0 skrivna, 2 någon var redan skriven med annat innehåll, 1 kunde inte köras.",
    en: "Exit status: 0 written, 2 some was written before with other content, 1 could not run.",
  },
  async run(given, terminal) {
    const wanted = wantedBy(given);
    const out = given.value(flags.out) ?? "";
    const happenings = await happeningsFrom(given.value(flags.source) ?? "", terminal.note);
    terminal.progress({ sv: "Räknar …", en: "Counting …" });
    let status = done;
    for (const issue of issuesOf(wanted, happenings)) {
      const became = await written(issue, out);
      terminal.out(`${folderOf(issue, out)}: ${inWords(says[became], terminal)}`);
      if (became === "another") status = notWritten;
      else for (const { name } of issue.files) terminal.out(`  ${name}`);
    }
    return status;
  },
};
