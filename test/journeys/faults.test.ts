import { describe, expect, inject, it } from "vitest";
import { everyFault } from "../../packages/sandbox/faults/every-fault.ts";
import { rehearse } from "../../packages/sandbox/faults/rehearse.ts";

const silent = { out: () => {}, line: () => {}, note: () => {}, progress: () => {} };

// The others take minutes: `npm run faults`.
describe("a fault, from its alarm to its end", () => {
  it.each(everyFault.filter(({ name }) => ["lost-setting", "poison"].includes(name)))(
    "$name",
    async (fault) => {
      expect(await rehearse(fault, silent, { templates: inject("templates") })).toEqual({
        alarmWentOff: true,
        commandsRan: true,
        isRestored: true,
        nothingLost: true,
      });
    },
  );
});
