import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aDecision, aWorkPlan } from "../../test/support/a-decision.ts";
import { backgroundOf } from "./background-of.ts";

const incoming = { decision: aDecision({ revision: 2 }), contentHash: "hash", personKey: "present" };
const id = "sf-centrum.SFC-2025-001200.1";
const following = (...personKeys: readonly string[]) => ({
  ...incoming,
  followed: new Map([[id, { provider: "kompetenscenter", personKeys }]]),
});

describe("what is known of a decision beyond its message", () => {
  it("is nothing for a first one that follows none", () => {
    expect(backgroundOf(undefined, incoming)).toEqual({});
  });

  it("is nothing of a decision that was returned, since nothing stands", () => {
    expect(backgroundOf(received(aDecision({ validTo: undefined })), incoming)).toEqual({});
  });

  it("is what stands, and when the first revision was decided, however a later one is dated", () => {
    const moved = aDecision({ revision: 2, decidedOn: "2026-11-03", workPlan: aWorkPlan() });
    const record = received(moved, { after: received(), at: "2026-11-04T09:00:00Z" });

    expect(backgroundOf(record, incoming)).toEqual({
      standing: {
        decision: moved,
        firstDecidedOn: "2026-11-02",
        endedInterventions: new Set(),
        providers: new Map([
          ["1", "kompetenscenter"],
          ["2", "kompetenscenter"],
        ]),
      },
    });
  });

  it.each([
    ["rejected", [aReport("rejected")]],
    ["failed", [aReport("accepted"), aReport("failed")]],
    ["completed", [aReport("accepted"), aReport("in-progress"), aReport("completed")]],
  ])("is that an intervention has ended by itself where its assignment is %s", (_status, reports) => {
    const { standing } = backgroundOf(progressed(received(), ...reports), incoming);

    expect(standing?.endedInterventions).toEqual(new Set(["1"]));
  });

  it("is not that one has ended which SF took back itself", () => {
    const [traineeship] = aDecision().interventions;
    const record = received(aDecision({ revision: 2, interventions: traineeship ? [traineeship] : [] }), {
      after: received(),
    });

    expect(record.assignments[1]?.status).toBe("cancelled");
    expect(backgroundOf(record, incoming).standing?.endedInterventions).toEqual(new Set());
  });

  it.each([
    ["the present number", following("present"), true],
    ["the number that it replaces", { ...following("former"), formerPersonKey: "former" }, true],
    ["a number of another", following("another"), false],
  ])("is whether what it follows is the same person's: by %s", (_by, message, samePerson) => {
    expect(backgroundOf(undefined, message).followed).toEqual(
      new Map([[id, { provider: "kompetenscenter", samePerson }]]),
    );
  });

  it("counts the numbers that its own person had before", () => {
    const record = { ...received(), personKey: "present", formerPersonKeys: ["long ago"] };

    expect(backgroundOf(record, following("long ago")).followed?.get(id)?.samePerson).toBe(true);
  });

  it("is that what it follows was looked up and not found", () => {
    expect(backgroundOf(undefined, { ...incoming, followed: new Map() }).followed).toEqual(new Map());
  });
});
