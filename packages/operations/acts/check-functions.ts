import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";

/** Has every function look for what its settings name. Each only reads, so the journal has no entry. */
export async function checkFunctions(
  _asked: AskedFor<"doctor">,
  { system }: On,
): Promise<AnswerOf<"doctor">> {
  return { functions: await system.selfChecks() };
}
