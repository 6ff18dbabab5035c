import "./platform/silent-log.ts";
import type { CaseStore, Outlet } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { crashEverywhere } from "./faults/crash-everywhere.ts";
import { onlyFault } from "./faults/one-fault.ts";
import { mistakes } from "./mistakes/mistakes.ts";
import { Passing } from "./platform/run.ts";
import { type Parts, realParts } from "./platform/wiring.ts";
import { manyMunicipalities } from "./world/municipalities.ts";
import { figures, tallyOf } from "./world/tally.ts";
import { live, type World } from "./world/world.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Most of what providers say, several things of one decision in one batch among it, is said in weeks. */
const sizes = { weekend: 150, weeks: 250 } as const;

describe("simulated worlds", () => {
  it("lose nothing, whatever fails", { timeout: 600_000 }, async () => {
    const worlds: World[] = [];
    for (const seed of seeds)
      for (const lasts of ["weekend", "weeks"] as const)
        worlds.push(
          await live({
            seed,
            decisions: sizes[lasts],
            kind: { lasts, hasManyShapes: seed % 2 === 0, hasSignatures: lasts === "weeks" },
          }),
        );

    console.log(figures(tallyOf(worlds)).join("\n"));
    expect(worlds.flatMap(({ seed, violations }) => violations.map((found) => ({ seed, ...found })))).toEqual(
      [],
    );
    expect([...tallyOf(worlds).verified.keys()]).toEqual(["hemvist-1", "hemvist-2"]);
    expect(tallyOf(worlds).decisions).toBeGreaterThanOrEqual((sizes.weekend + sizes.weeks) * seeds.length);
  });

  it("lose nothing, at whichever await they crash", { timeout: 600_000 }, async () => {
    const { places, crashed, awaits, violations } = await crashEverywhere();

    console.log(`crashed at ${crashed} of ${places} places, before and after each await`);
    expect(violations).toEqual([]);
    expect(crashed).toBe(places);
    expect([...awaits.keys()].sort()).toEqual([
      "follow-up",
      "hand-off",
      "receive-decision",
      "record-progress",
    ]);
  });

  it("are the same, down to the last fault, from the same seed", { timeout: 600_000 }, async () => {
    const twice = [await live({ seed: 5, decisions: 100 }), await live({ seed: 5, decisions: 100 })];

    expect(twice[0]).toEqual(twice[1]);
    expect(await live({ seed: 6, decisions: 100 })).not.toEqual(twice[0]);
  });
});

describe("a world in which a provider and an SF write without measure", () => {
  const options = {
    seed: 1,
    decisions: 40,
    kind: { lasts: "weeks", hasManyShapes: false },
    faults: onlyFault("none"),
    isFlooded: true,
  } as const;

  it("takes SF's last word, and loses nothing of the others", { timeout: 900_000 }, async () => {
    expect((await live(options)).violations).toEqual([]);
  });

  it("finds a store that a provider may fill", { timeout: 900_000 }, async () => {
    const cases = (store: CaseStore): CaseStore => ({ ...store, save: (record) => store.save(record) });
    const { violations } = await live({ ...options, parts: { cases } });

    expect(violations.map(({ invariant }) => invariant)).toContain("a provider leaves SF its room");
  });
});

describe("municipalities side by side", () => {
  const asked = { seed: 1, municipalities: 6, each: 10, times: 100 } as const;
  const crossing = "nothing crosses municipalities";
  const delay = "a municipality is the same beside others as alone";

  async function foundWith(parts: Partial<Parts>): Promise<readonly string[]> {
    const { violations } = await manyMunicipalities({ ...asked, parts });
    return violations.map(({ invariant }) => invariant);
  }

  it("are each the same as alone, beside one that sends a hundred times more", {
    timeout: 600_000,
  }, async () => {
    const { worlds, violations } = await manyMunicipalities(asked);

    expect(violations).toEqual([]);
    const [flood = 0, ...others] = worlds.map(({ decisions }) => decisions);
    expect(others.every((decisions) => decisions > 0)).toBe(true);
    expect(flood).toBeGreaterThan(50 * Math.max(...others));
  });

  it("find a way out that they share", { timeout: 600_000 }, async () => {
    let first: Outlet | undefined;
    const found = await foundWith({
      handOff: (ports) => {
        first ??= ports.outlet;
        return realParts.handOff({ ...ports, outlet: first });
      },
    });

    expect(found).toContain(crossing);
  });

  it("find a limit that they share", { timeout: 600_000 }, async () => {
    let saves = 0;
    const found = await foundWith({
      cases: (store) => ({
        ...store,
        save: async (record, upTo) => {
          saves += 1;
          if (saves % 20 === 0) throw new Passing("too many");
          return store.save(record, upTo);
        },
      }),
    });

    expect(found).toContain(delay);
    expect(found).not.toContain(crossing);
  });
});

describe("a simulated world finds", () => {
  const kind = { lasts: "weeks", hasManyShapes: true, hasSignatures: false } as const;

  it.each(Object.entries(mistakes))(
    "%s",
    { timeout: 600_000 },
    async (_what, { foundBy, hasSignatures = false, ...parts }) => {
      const found = new Set<string>();
      for (const seed of seeds) {
        if (found.has(foundBy)) break;
        const { violations } = await live({
          seed,
          decisions: 200,
          kind: { ...kind, hasSignatures },
          ...parts,
        });
        for (const { invariant } of violations) found.add(invariant);
      }

      expect([...found]).toContain(foundBy);
    },
  );

  it.each(Object.entries(mistakes).filter(([, { faults }]) => faults !== undefined))(
    "only by its fault %s",
    { timeout: 600_000 },
    async (_what, { faults: _faults, foundBy, ...parts }) => {
      const found = new Set<string>();
      for (const seed of seeds.slice(0, 4)) {
        const { violations } = await live({
          seed,
          decisions: 100,
          kind,
          faults: onlyFault("none"),
          ...parts,
        });
        for (const { invariant } of violations) found.add(invariant);
      }

      expect([...found]).not.toContain(foundBy);
    },
  );
});
