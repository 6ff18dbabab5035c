import { describe, expect, it } from "vitest";
import { lastingTypes } from "../../../infra/deploy/changes.ts";
import { synthesised } from "../synthesised.ts";
import { type Lasting, lastingIn, notPinned, pinned, pinnedStages, takenAway } from "./lasting.ts";

describe.each(pinnedStages)("what must last in %s", (stage) => {
  const [before, now] = [pinned(stage), lastingIn(synthesised(stage))];

  it("is neither replaced nor deleted by the templates, compared with what is pinned", () => {
    expect(takenAway(before, now)).toEqual([]);
  });

  it("is all pinned: `node test/infra/deploy/pin.ts` adds what is new", () => {
    expect(notPinned(before, now)).toEqual([]);
  });
});

describe("a change on purpose", () => {
  const before = pinned("production");
  const resources = Object.entries(before).flatMap(([stack, its]) =>
    Object.entries(its).map(([id, resource]) => ({ stack, id, ...resource })),
  );
  const named = resources.filter(({ Properties }) => Object.keys(Properties).length > 0);

  it("is tried on each type of what lasts", () => {
    expect(new Set(resources.map(({ Type }) => Type))).toEqual(lastingTypes);
  });

  it.each(named)("that makes $id another is seen", ({ stack, id, Type, Properties }) => {
    for (const name of Object.keys(Properties)) {
      const other: Lasting = {
        ...before,
        [stack]: { ...before[stack], [id]: { Type, Properties: { ...Properties, [name]: "other" } } },
      };
      expect(takenAway(before, other)).toEqual([
        expect.stringMatching(new RegExp(`${id} .* would be (possibly )?replaced, ${name}$`)),
      ]);
    }
  });

  it.each(resources)("that renames the logical id of $id is seen", ({ stack, id, Type, Properties }) => {
    const { [id]: _, ...others } = before[stack] ?? {};
    const renamed = { ...before, [stack]: { ...others, [`${id}2`]: { Type, Properties } } };

    expect(takenAway(before, renamed)).toEqual([
      expect.stringContaining(`${stack}: ${id} (${Type}) would be deleted`),
    ]);
  });
});
