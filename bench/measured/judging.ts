import { figuresOf, measuredByMany } from "../processes.ts";
import { ofRounds, type Row } from "../rows.ts";
import { ratiosOf, spreadOf } from "../statistics.ts";

const processes = 15;

/** Judging a decision that all twenty rules apply to, beside two rules engines that judge it alike. */
export async function judging(say: (progress: string) => void): Promise<readonly Row[]> {
  const figures = await measuredByMany({
    file: "rounds/judging.ts",
    processes,
    onBegun: (round) => say(`judging, process ${round} of ${processes}`),
  });
  const ours = figuresOf(figures, "hemvist");
  const beside = (engine: string): Row => ({
    what: `judging, ${engine} beside hemvist`,
    unit: "×",
    bound: { atLeast: 100 },
    ...ofRounds(ratiosOf(figuresOf(figures, engine), ours)),
    note: `${engine} gets placements and look-ups ready made, and hemvist's time has them in it`,
    whyNot: `One judgement by ${engine} takes ${spreadOf(figuresOf(figures, engine)).median.toFixed(0)} µs, with its facts ready made. A ratio of a hundred would take a judgement by hemvist, placements included, of a hundredth of that.`,
  });
  return [
    {
      what: "judging, 20 rules",
      unit: "µs",
      bound: { atMost: 2 },
      ...ofRounds(ours),
      note: "with the placement of two interventions, and a trace of every rule",
      whyNot:
        "A profile of 2026-11-28 (`node --cpu-prof bench/rounds/judging.ts`) has 36 % of the time in the loop that asks 25 rules whether they apply and tries 20 of them, and 22 % in `toFacts`, which places the interventions. The rest is in the rules, and no rule has more than 9 %.",
    },
    beside("json-rules-engine"),
    beside("zen-engine"),
  ];
}
