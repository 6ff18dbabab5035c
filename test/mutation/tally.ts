import type { schema } from "@stryker-mutator/api/core";

/** The least that each part must reach, in per cent. */
export const leastScore = 90;

/** The mutated code, by the name of its score. */
const parts = ["packages/rules", "packages/casework", "packages/figures", "packages/runtime/queue-batch.ts"];

/** A mutant that no test noticed, and its place. */
export interface Survivor {
  readonly place: string;
  readonly mutator: string;
  readonly became: string;
  readonly covered: boolean;
}

/** What came of the mutants of one part. */
export interface Tally {
  readonly part: string;
  readonly killed: number;
  /** Of the killed, how many because they never ended. On a machine that is too busy one may be counted so wrongly. */
  readonly timedOut: number;
  readonly survivors: readonly Survivor[];
  /** Set aside by a comment in the code, which gives the reason. */
  readonly ignored: number;
  /** Killed, of all that were tried, in per cent; 0 where none was tried, since that proves nothing. */
  readonly score: number;
}

/** One tally for each part that the report has mutants of. */
export function tallies({ files }: Pick<schema.MutationTestResult, "files">): readonly Tally[] {
  return parts
    .map((part) =>
      tally(
        part,
        Object.entries(files).filter(([file]) => file.startsWith(part)),
      ),
    )
    .filter(({ killed, survivors, ignored }) => killed + survivors.length + ignored > 0);
}

function tally(part: string, files: readonly (readonly [string, schema.FileResult])[]): Tally {
  const mutants = files.flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ file, mutant })));
  const killed = mutants.filter(({ mutant }) => ["Killed", "Timeout"].includes(mutant.status)).length;
  const timedOut = mutants.filter(({ mutant }) => mutant.status === "Timeout").length;
  const ignored = mutants.filter(({ mutant }) => mutant.status === "Ignored").length;
  const survivors = mutants
    .filter(({ mutant }) => ["Survived", "NoCoverage"].includes(mutant.status))
    .map(({ file, mutant }) => survivor(file, mutant));
  const tried = killed + survivors.length;
  return { part, killed, timedOut, survivors, ignored, score: tried === 0 ? 0 : (100 * killed) / tried };
}

const survivor = (
  file: string,
  { location, mutatorName, replacement, status }: schema.MutantResult,
): Survivor => ({
  place: `${file}:${location.start.line}:${location.start.column}`,
  mutator: mutatorName,
  became: (replacement ?? "").replaceAll(/\s+/g, " "),
  covered: status === "Survived",
});
