import { expect, it } from "vitest";
import { inParts, type Next } from "./in-parts.ts";
import { Stopped } from "./stopped.ts";

/** An act of three parts that the operator stops after some of them. */
function anAct(stopAfter = Number.POSITIVE_INFINITY) {
  const asked: Next[] = [];
  const ask = (next: Next) => {
    asked.push(next);
    const part = asked.length;
    return Promise.resolve({ part, ...(part === 3 ? {} : { goOn: `after ${part}` }) });
  };
  return { asked, parts: inParts({ isStopped: () => asked.length >= stopAfter }, ask) };
}

it("an act is asked for part by part, each from where the one before ended", async () => {
  const { asked, parts } = anAct();
  const seen: number[] = [];
  for await (const { part } of parts) seen.push(part);

  expect(seen).toEqual([1, 2, 3]);
  expect(asked).toEqual([{}, { goOn: "after 1", isStopped: false }, { goOn: "after 2", isStopped: false }]);
});

it("a stopped act asks once more, for its result to go on record, and shows nothing of that", async () => {
  const { asked, parts } = anAct(1);
  const seen: number[] = [];
  const shown = async () => {
    for await (const { part } of parts) seen.push(part);
  };

  await expect(shown()).rejects.toThrow(Stopped);
  expect(seen).toEqual([1]);
  expect(asked).toEqual([{}, { goOn: "after 1", isStopped: true }]);
});
