import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asDocumented, engineNames, none, notShown, shown } from "./behaviour.ts";
import { type Conformance, expectedOf, isAsked, surprises } from "./conform.ts";
import { type Engines, startEngines } from "./engines.ts";
import { sections } from "./sections.ts";

let engines: Engines | undefined;
beforeAll(async () => {
  engines = await startEngines();
  for (const [engine, why] of engines.absent) console.log(`${engine} is not asked how it behaves: ${why}.`);
});
afterAll(() => engines?.stop());

describe.each(sections)("$title", ({ rows }) => {
  it.each(rows)("$says", async ({ shows, ask }) => {
    if (engines === undefined) throw new Error("the engines are not here");
    const { parts, absent } = engines;
    const asked = engineNames.filter((engine) => !absent.has(engine) && isAsked(shows[engine]));

    const found = await Promise.all(asked.map((engine) => ask(parts, engine)));

    expect(Object.fromEntries(asked.map((engine, index) => [engine, found[index]]))).toEqual(
      Object.fromEntries(asked.map((engine) => [engine, expectedOf(shows[engine])])),
    );
  });
});

describe("a surprise is", () => {
  const [section] = sections;
  const [row] = section?.rows ?? [];
  const found = (simulated: string | undefined, local: string | undefined): readonly Conformance[] =>
    section === undefined || row === undefined
      ? []
      : [
          {
            section,
            row: {
              ...row,
              shows: { simulated: shown, bare: none, local: notShown("late", ""), amazon: shown },
            },
            found: { simulated, bare: undefined, local, amazon: undefined },
          },
        ];

  it("an engine that no longer shows what it did, or fails in another way", () => {
    expect(surprises(found("early", "never"))).toHaveLength(2);
  });

  it("one that shows what it did not", () => {
    expect(surprises(found(asDocumented, asDocumented))).toHaveLength(1);
  });

  it("not one that is not here", () => {
    expect(surprises(found(asDocumented, "late"))).toEqual([]);
    expect(surprises(found(undefined, undefined))).toEqual([]);
  });
});
