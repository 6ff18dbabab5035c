import { describe, expect, it } from "vitest";
import { suppressed } from "./composite-history.ts";
import type { Change } from "./metric-history.ts";

// Amazon CloudWatch User Guide, "Composite alarm action suppression", examples 1 to 6. A wait and an extension last two
// of the guide's steps of time unless the example says otherwise.
const step = 60_000;
const at = (time: number, state: Change["state"]): Change => ({ at: time * step, state });

const actedOn = (
  changes: readonly Change[],
  suppressor: readonly Change[],
  { wait = 2, extension = 2 }: { readonly wait?: number; readonly extension?: number } = {},
) =>
  suppressed(
    changes,
    { alarm: "", waitPeriod: wait * 60, extensionPeriod: extension * 60 },
    suppressor,
  ).flatMap(({ state, actedAt }) => (actedAt === undefined ? [] : [`t${actedAt / step} ${state}`]));

describe("a composite alarm with a suppressor", () => {
  it("acts after the wait while the suppressor stays in OK (example 1)", () => {
    expect(actedOn([at(2, "ALARM")], [at(0, "OK")])).toEqual(["t4 ALARM"]);
  });

  it("does not act once the suppressor goes off within the wait (example 2)", () => {
    expect(actedOn([at(2, "ALARM")], [at(0, "OK"), at(3, "ALARM")])).toEqual([]);
  });

  it("begins to wait anew when it changes back within the wait (example 3)", () => {
    expect(actedOn([at(2, "ALARM"), at(3, "OK")], [at(0, "OK")])).toEqual(["t5 OK"]);
  });

  it("does not act while the suppressor is in ALARM already (example 4)", () => {
    expect(actedOn([at(2, "ALARM")], [at(0, "ALARM")])).toEqual([]);
  });

  it("acts after the extension when it is still in its state (example 5)", () => {
    const suppressor = [at(0, "OK"), at(3, "ALARM"), at(6, "OK")];
    expect(actedOn([at(2, "ALARM")], suppressor, { extension: 3 })).toEqual(["t9 ALARM"]);
  });

  it("waits anew when it changes within the extension (example 6)", () => {
    const suppressor = [at(0, "OK"), at(3, "ALARM"), at(6, "OK")];
    expect(actedOn([at(2, "ALARM"), at(7, "OK")], suppressor)).toEqual(["t9 OK"]);
  });
});
