import type { Operate } from "./operate.ts";
import { Stopped } from "./stopped.ts";

/** Where the next part of an act begins, and whether the operator has stopped the act before it. */
export interface Next {
  readonly goOn?: string;
  readonly isStopped?: boolean;
}

/**
 * Asks for one part of an act after the other. Ctrl-C ends the act, so that the journal has its result.
 * @throws Stopped where the operator has stopped the act
 */
export async function* inParts<Part extends { readonly goOn?: string }>(
  { isStopped }: Pick<Operate, "isStopped">,
  ask: (next: Next) => Promise<Part>,
): AsyncIterable<Part> {
  let part = await ask({});
  yield part;
  while (part.goOn !== undefined) {
    const stopped = isStopped();
    part = await ask({ goOn: part.goOn, isStopped: stopped });
    if (stopped) throw new Stopped();
    yield part;
  }
}
