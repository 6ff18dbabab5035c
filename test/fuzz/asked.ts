import { optionsIn, wholeNumber } from "../support/tool.ts";

/** What a run is asked for. */
interface Asked {
  readonly requests: number;
  readonly seed: number;
}

/** Undefined where help is asked for. @throws NotUnderstood */
export function asked(args: readonly string[]): Asked | undefined {
  const { help, requests, seed } = optionsIn(args, {
    requests: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  });
  if (help) return undefined;
  return { requests: wholeNumber("requests", requests), seed: wholeNumber("seed", seed, 0) };
}
