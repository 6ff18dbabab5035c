import { classify } from "@hemvist/rules";
import { goteborg } from "../../test/support/goteborg.ts";
import { jsonRulesEngine } from "../baselines/json-rules-engine.ts";
import { differences } from "../baselines/rules-engine.ts";
import { zenEngine } from "../baselines/zen-engine.ts";
import { figureLine } from "../processes.ts";
import { processorTime } from "../processor-time.ts";
import { inTurn } from "../statistics.ts";
import { background, judged, readyMadeFacts, receivedOn } from "../twenty-rules.ts";

/** Processor time of one judgement, in rounds that all contenders take part in. Prints the rounds after the warm-up. */
const rounds = 30;
const warmUp = 10;

/**
 * How many judgements an engine is asked for at once. zen-engine judges on threads of its own. One at a time, they fell
 * asleep between two judgements, and its time was that of waking them: 110 µs on a busy machine, and 231 µs on a quiet one.
 */
const atOnce = 10;

const engines = [jsonRulesEngine(), zenEngine()];
const differing = (await Promise.all(engines.map(differences))).flat();
if (differing.length > 0) throw new Error(`the engines do not judge alike: ${differing.join(" and ")}`);

const circumstances = { municipality: goteborg, receivedOn, background };
const facts = readyMadeFacts(judged);
let seen = 0;

const contenders = [
  {
    name: "hemvist",
    many: 5000,
    judge: (many: number) => {
      for (let index = 0; index < many; index += 1) seen += classify(judged, circumstances).triedRules.length;
      return Promise.resolve();
    },
  },
  ...engines.map(({ name, broken }) => ({
    name,
    many: 100,
    judge: async (many: number) => {
      for (let index = 0; index < many; index += atOnce) {
        const all = await Promise.all(Array.from({ length: atOnce }, () => broken(facts)));
        for (const { size } of all) seen += size;
      }
    },
  })),
];

for (let round = 0; round < rounds; round += 1) {
  for (const { name, many, judge } of inTurn(contenders, round)) {
    const started = processorTime();
    await judge(many);
    const microseconds = (processorTime() - started) / many;
    if (round >= warmUp) process.stdout.write(figureLine(name, microseconds));
  }
}
// What is not looked at might not be worked out.
if (seen < rounds * 5000) throw new Error("hemvist judged too little");
process.exit();
