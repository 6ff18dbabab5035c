import { describe, expect, it } from "vitest";
import { aSystem, monday } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { journalOf } from "./journal.ts";
import { report, sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const anna = hemvistOps(system, "anna");
const inbox = () => centrum.take("inbox-sf-centrum.fifo");
const assignments = () => kompetenscenter.take("assignments-kompetenscenter.fifo");
const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

/** From when the system was started until an hour later: everything that happens here. */
const window = ["--from", monday, "--to", "2026-11-02T10:00:00Z"];

describe("what a party was sent", () => {
  let heard: Awaited<ReturnType<typeof inbox>> = [];
  let taken: Awaited<ReturnType<typeof assignments>> = [];

  it("is remembered, without whom it was about", async () => {
    const id = "sf-centrum.SFC-2026-004711.1";
    await centrum.send("decisions-sf-centrum", sample(traineeship));
    await system.settle();
    await kompetenscenter.send("progress-kompetenscenter.fifo", report(id, "received"), id);
    await centrum.send("decisions-sf-centrum", sample(traineeship, { decisionId: "SFC-OTHER" }));
    await system.settle();
    [heard, taken] = [await inbox(), await assignments()];

    const { status, out } = await anna("replay", "--party", "sf-centrum", ...window, "--dry-run");

    expect(heard).toHaveLength(3);
    expect(status).toBe(0);
    for (const { id: event } of heard) expect(out).toContain(event);
    expect(out).not.toMatch(/9803|Sample/);
    expect(await inbox()).toEqual([]);
  });

  it("is sent again with the same ids, in order per decision, and the same content", async () => {
    await system.advance("2026-11-02T09:30:00Z");
    for (const party of ["sf-centrum", "kompetenscenter"])
      expect((await anna("replay", "--party", party, ...window, "--reason", "INC-7")).status).toBe(0);
    const [heardAgain, takenAgain] = [await inbox(), await assignments()];

    const byDecision = (events: typeof heard) => Object.groupBy(events, ({ correlationid }) => correlationid);
    expect(byDecision(heardAgain)).toEqual(byDecision(heard));
    expect(byDecision(takenAgain)).toEqual(byDecision(taken));
    expect(idsOf(takenAgain)).toHaveLength(4);
  });

  it("is on record, with the ids", async () => {
    expect(await journalOf(system)).toMatchObject([
      { phase: "intended", command: "replay", what: { party: "sf-centrum", events: { length: 3 } } },
      { phase: "done", outcome: { sent: 3 } },
      { phase: "intended", command: "replay", what: { party: "kompetenscenter", events: { length: 4 } } },
      { phase: "done", outcome: { sent: 4 } },
    ]);
  });

  it("can be held against what the stored decisions say it should have", async () => {
    const view = await anna("view", "--party", "kompetenscenter", "--reason", "INC-7", "--json");
    const should = view.json()["assignments"] as readonly { readonly assignmentId: string }[];

    expect(view.status).toBe(0);
    expect(should.map(({ assignmentId }) => assignmentId)).toEqual(
      taken.map(({ subject }) => subject).sort(),
    );
  });

  it("is refused without a party, and for a time before hemvist remembers", async () => {
    expect(await anna("replay", ...window)).toMatchObject({
      status: 1,
      error: expect.stringContaining("Say whom"),
    });
    expect(
      await anna("replay", "--party", "sf-centrum", "--from", "2020-01-01T00:00:00Z", "--to", monday),
    ).toMatchObject({ status: 1, error: expect.stringContaining("90 days") });
  });
});

describe("a person's decisions", () => {
  it("are made anew from what is stored, and the index agrees; who looked is on record", async () => {
    const looked = ["view", "--person-of", "sf-centrum.SFC-OTHER", "--reason", "INC-7"] as const;
    const { status, out } = await anna(...looked);

    expect(status).toBe(0);
    expect(out).toContain("sf-centrum.SFC-2026-004711");
    expect(out).toContain("sf-centrum.SFC-OTHER");
    expect(out).not.toMatch(/9803|Sample/);
    expect((await journalOf(system)).at(-1)).toMatchObject({
      command: "view",
      phase: "done",
      who: { userId: "anna" },
      what: { personOf: expect.stringMatching(/^sf-centrum\.~[0-9a-f]{12}$/) },
    });
  });

  it("are shown to no operator without a reason", async () => {
    expect(await anna("view", "--person-of", "sf-centrum.SFC-OTHER")).toMatchObject({
      status: 1,
      error: expect.stringContaining("Say why"),
    });
  });
});
