import { dueShards } from "../../packages/adapters/case-item.ts";
import { reportMemory } from "../../test/scale/report-memory.ts";
import { reportsOfAYear } from "../../test/support/a-year-of-reports.ts";
import { type Figures, figuresOf, measuredBy, together } from "../processes.ts";
import { ofRounds, type Row } from "../rows.ts";
import { inTurn, ratiosOf } from "../statistics.ts";

type Say = (progress: string) => void;

/** What must stay the same, however much is stored and whatever one party sends. */
export async function atScale(say: Say): Promise<readonly Row[]> {
  const due = await dueAmongMany(say);
  say("the neighbours of a flooded party, in virtual time");
  const neighbours = await measuredBy("rounds/neighbours.ts");
  say("the memory of the five reports");
  const [few, many] = [
    await reportMemory({ records: 1000, heapMegabytes: 256 }),
    await reportMemory({ records: 3000, heapMegabytes: 256 }),
  ];
  say("a year of reports on one decision");
  const reports = await reportsOfAYear();
  return [
    ...due,
    {
      what: "the flooded party's neighbours, 99th percentile, virtual time, beside a day without the flood",
      unit: "×",
      bound: { atMost: 1.1 },
      ...ofRounds(figuresOf(neighbours, "ratio")),
      note: `${figuresOf(neighbours, "answers").join()} answers; the flooded party sends a hundred times what each of the others does`,
    },
    {
      what: "what the five reports keep in memory of three times the records",
      unit: "×",
      bound: { atMost: 1 },
      figure: many.keptBytes / few.keptBytes,
      note: `${Math.round(many.keptBytes / many.records)} bytes of each record, which is read as a stream and released`,
      whyNot:
        "The figures count persons, and a person may stand in several decisions. An exact count needs a few values of each until the last record is read ([ADR 43](../docs/adr/0043-a-report-keeps-a-few-rows-of-each-decision.md)).",
    },
    {
      what: "reports of a year until the record refuses",
      unit: "reports",
      bound: { atLeast: 8000 },
      figure: reports,
    },
  ];
}

const rounds = 5;

/** A stand-in with the factor of a hundred. A million beside ten thousand takes minutes: `npm run scale`. */
const stored = { few: 200, many: 20_000 } as const;

async function dueAmongMany(say: Say): Promise<readonly Row[]> {
  const runs: Figures[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const name of inTurn(["few", "many"] as const, round)) {
      say(`100 due among ${stored[name]}, round ${round + 1} of ${rounds}`);
      runs.push(await measuredBy("rounds/due-among.ts", [name, String(stored[name])]));
    }
  const of = (name: string): readonly number[] => figuresOf(together(runs), name);
  const what = `100 due among ${stored.many}`;
  return [
    {
      what: `${what}, queries of one run`,
      unit: "queries",
      bound: { atMost: dueShards + 1 },
      figure: Math.max(...of("many:queries")),
    },
    {
      what: `${what}, time beside 100 due among ${stored.few}`,
      unit: "×",
      bound: { atMost: 1.5 },
      ...ofRounds(ratiosOf(of("many"), of("few"))),
      note: "a stand-in for a million beside ten thousand, with the same factor, on dynalite. `npm run scale` has the million",
    },
  ];
}
