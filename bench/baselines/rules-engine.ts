import type { Decision } from "@hemvist/rules";
import { brokenRules, type ReadyMadeFacts, readyMadeFacts, variants } from "../twenty-rules.ts";

/** The twenty rules in a rules engine's own language. */
export interface RulesEngine {
  readonly name: string;
  /** The rules that do not hold. */
  readonly broken: (facts: ReadyMadeFacts) => Promise<ReadonlySet<string>>;
}

/** The decisions of which an engine says something else than hemvist does; none, or its time means nothing. */
export async function differences(engine: RulesEngine): Promise<readonly string[]> {
  const all = await Promise.all(variants.map((decision, index) => difference(engine, decision, index)));
  return all.flat();
}

async function difference(
  engine: RulesEngine,
  decision: Decision,
  index: number,
): Promise<readonly string[]> {
  const ours = [...brokenRules(decision)].sort().join(" ");
  const its = [...(await engine.broken(readyMadeFacts(decision)))].sort().join(" ");
  return ours === its
    ? []
    : [`${engine.name}, variant ${index}: ${its || "none"}, hemvist: ${ours || "none"}`];
}
