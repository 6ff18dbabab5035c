import { optionsIn, share, wholeNumber } from "../support/tool.ts";

/** What a run under load is asked for. */
interface Asked {
  readonly decisions: number;
  readonly duplicates: number;
  readonly seed: number;
}

/** Undefined where help is asked for. @throws NotUnderstood */
export function asked(args: readonly string[]): Asked | undefined {
  const { help, decisions, duplicates, seed } = optionsIn(args, {
    decisions: { type: "string", default: "2000" },
    duplicates: { type: "string", default: "0.05" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  });
  if (help) return undefined;
  return {
    decisions: wholeNumber("decisions", decisions),
    duplicates: share("duplicates", duplicates),
    seed: wholeNumber("seed", seed, 0),
  };
}
