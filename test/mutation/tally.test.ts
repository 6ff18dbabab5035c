import type { schema } from "@stryker-mutator/api/core";
import { describe, expect, it } from "vitest";
import { tallies } from "./tally.ts";

function aMutant(status: schema.MutantStatus, line = 1): schema.MutantResult {
  const location = { start: { line, column: 3 }, end: { line, column: 9 } };
  return { id: `${line}`, mutatorName: "BooleanLiteral", replacement: "false", status, location };
}

function aReport(
  files: Readonly<Record<string, schema.MutantResult[]>>,
): Pick<schema.MutationTestResult, "files"> {
  const withSource = ([file, mutants]: [string, schema.MutantResult[]]): [string, schema.FileResult] => [
    file,
    { language: "typescript", source: "", mutants },
  ];
  return { files: Object.fromEntries(Object.entries(files).map(withSource)) };
}

describe("the tally of a mutation run", () => {
  it("is one for each part, so that a good one does not hide a bad one", () => {
    const report = aReport({
      "packages/rules/a.ts": [aMutant("Killed"), aMutant("Killed")],
      "packages/casework/b.ts": [aMutant("Killed"), aMutant("Survived")],
      "packages/casework/c.ts": [aMutant("Timeout"), aMutant("NoCoverage")],
    });

    expect(tallies(report).map(({ part, score }) => [part, score])).toEqual([
      ["packages/rules", 100],
      ["packages/casework", 50],
    ]);
  });

  it("lists who survived, by place, and what no test comes to as well", () => {
    const report = aReport({
      "packages/runtime/queue-batch.ts": [aMutant("Survived", 7), aMutant("NoCoverage", 9)],
    });

    expect(tallies(report)[0]?.survivors).toEqual([
      {
        place: "packages/runtime/queue-batch.ts:7:3",
        mutator: "BooleanLiteral",
        became: "false",
        covered: true,
      },
      {
        place: "packages/runtime/queue-batch.ts:9:3",
        mutator: "BooleanLiteral",
        became: "false",
        covered: false,
      },
    ]);
  });

  it("counts one that never ends among the killed, and says so", () => {
    const report = aReport({ "packages/rules/a.ts": [aMutant("Timeout"), aMutant("Killed")] });

    expect(tallies(report)).toMatchObject([{ killed: 2, timedOut: 1, score: 100 }]);
  });

  it("counts what a comment sets aside, and neither for nor against", () => {
    const report = aReport({
      "packages/rules/a.ts": [aMutant("Ignored"), aMutant("Killed"), aMutant("Survived")],
    });

    expect(tallies(report)).toMatchObject([{ ignored: 1, killed: 1, score: 50 }]);
  });

  it("gives nothing for a part of which no mutant was tried", () => {
    expect(tallies(aReport({ "packages/rules/a.ts": [aMutant("Ignored")] }))).toMatchObject([{ score: 0 }]);
  });
});
