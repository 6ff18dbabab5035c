import { mostMadeUp } from "../municipality/made-up.ts";
import { NotUnderstood, optionsIn, wholeNumber } from "../support/tool.ts";
import type { PlannedCrash } from "./faults/faults.ts";

/** What the simulation is asked for. */
export type Asked =
  | { readonly kind: "help" }
  | { readonly kind: "many"; readonly seeds: number; readonly decisions: number }
  | { readonly kind: "one"; readonly seed: number; readonly decisions: number }
  | {
      readonly kind: "municipalities";
      readonly municipalities: number;
      readonly seed: number;
      readonly decisions: number;
    }
  | { readonly kind: "crash"; readonly crash: PlannedCrash };

const inEach = 1000;
const inEachMunicipality = 100;

/** @throws NotUnderstood: a run of no worlds, or of worlds without decisions, would prove nothing */
export function asked(args: readonly string[]): Asked {
  const { help, municipalities, seeds, seed, crash, decisions } = optionsIn(args, {
    municipalities: { type: "string" },
    seeds: { type: "string" },
    decisions: { type: "string" },
    seed: { type: "string" },
    crash: { type: "string" },
    help: { type: "boolean" },
  });
  if (help) return { kind: "help" };
  if ([seeds, seed, crash].filter((one) => one !== undefined).length > 1)
    throw new NotUnderstood("Give one of --seeds, --seed and --crash.");
  if (crash !== undefined) {
    if (decisions !== undefined)
      throw new NotUnderstood("--crash has a world of its own, without --decisions.");
    return { kind: "crash", crash: crashIn(crash) };
  }
  if (municipalities !== undefined) return manyAsked({ municipalities, seeds, seed, crash, decisions });
  const inAll = decisions === undefined ? undefined : wholeNumber("decisions", decisions);
  if (seed !== undefined)
    return { kind: "one", seed: wholeNumber("seed", seed, 0), decisions: inAll ?? inEach };
  const many = wholeNumber("seeds", seeds ?? "1000");
  return { kind: "many", seeds: many, decisions: inAll ?? many * inEach };
}

function manyAsked({
  municipalities,
  seeds,
  seed,
  crash,
  decisions,
}: Readonly<Record<"municipalities" | "seeds" | "seed" | "crash" | "decisions", string | undefined>>): Asked {
  if (seeds !== undefined || crash !== undefined)
    throw new NotUnderstood("--municipalities takes --seed and --decisions, and no other.");
  const many = wholeNumber("municipalities", municipalities ?? "");
  if (many < 2 || many > mostMadeUp)
    throw new NotUnderstood(`--municipalities takes a number from 2 to ${mostMadeUp}.`);
  return {
    kind: "municipalities",
    municipalities: many,
    seed: wholeNumber("seed", seed ?? "1", 0),
    decisions: wholeNumber("decisions", decisions ?? String(many * inEachMunicipality)),
  };
}

function crashIn(text: string): PlannedCrash {
  const [, run, index, moment] = /^(\d+)\.(\d+)\.(before|after)$/.exec(text) ?? [];
  if (moment === undefined)
    throw new NotUnderstood(
      `--crash takes a run, an await and a moment, such as 12.3.before, not "${text}".`,
    );
  return {
    run: Number(run),
    index: Number(index),
    moment: moment === "after" ? "crash-after" : "crash-before",
  };
}
