import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { leastScore, type Survivor, type Tally, tallies } from "./tally.ts";

const became = ({ became, covered }: Survivor): string =>
  `${became.length > 80 ? `${became.slice(0, 79)}…` : became}${covered ? "" : "  (no test comes here)"}`;

const widthOf = (cells: readonly string[]): number => Math.max(0, ...cells.map(({ length }) => length));

function survivorTable(survivors: readonly Survivor[]): readonly string[] {
  const place = widthOf(survivors.map((survivor) => survivor.place));
  const mutator = widthOf(survivors.map((survivor) => survivor.mutator));
  return survivors.map(
    (survivor) =>
      `  ${survivor.place.padEnd(place)}  ${survivor.mutator.padEnd(mutator)}  ${became(survivor)}`,
  );
}

const scoreLine = ({ part, killed, timedOut, survivors, ignored, score }: Tally): string =>
  `${score.toFixed(2).padStart(6)} %  ${part}: ${killed} of ${killed + survivors.length} killed` +
  (timedOut > 0 ? ` (${timedOut} that never ended)` : "") +
  (ignored > 0 ? `, ${ignored} set aside by a comment` : "");

/** Ends a run on every survivor and the score of each part; one under the least fails the run, not only their mean. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Reporter, "survivors", {
    onMutationTestReportReady(report) {
      const told = tallies(report);
      const survivors = told.flatMap((tally) => tally.survivors);
      console.log(["", "survivors:", ...survivorTable(survivors), "", ...told.map(scoreLine), ""].join("\n"));
      if (told.length === 0 || told.some(({ score }) => score < leastScore)) process.exitCode = 1;
    },
  }),
];
