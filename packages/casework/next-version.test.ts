import { describe, expect, it } from "vitest";
import { followedUp, received } from "../../test/support/a-case.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { Fact } from "./case-record.ts";
import type { Draft } from "./message.ts";
import { nextVersion } from "./next-version.ts";

const cause = { municipality: goteborg, at: "2026-11-04T09:00:00Z", causationId: "cause" };
const draft: Draft = { queue: "inbox-sf-centrum", happening: "thing.happened", subject: "s", data: {} };
const fact: Fact = {
  what: "assignment-amended",
  assignmentId: "sf-centrum.SFC-2026-004711.1",
  provider: "kompetenscenter",
};

describe("the next version of a record", () => {
  const remindedOnce = () => followedUp(received(), "2026-11-03T07:00:00Z");

  it("holds the messages of this change, in order, and none of the one before", () => {
    const next = nextVersion(
      { record: remindedOnce(), facts: [], drafts: [draft, draft] },
      { cause, by: "sf-centrum" },
    );

    expect(next.outbox.map(({ event }) => event.id)).toEqual([
      "sf-centrum.SFC-2026-004711.3.0.2026-11-04T09:00:00Z",
      "sf-centrum.SFC-2026-004711.3.1.2026-11-04T09:00:00Z",
    ]);
  });

  it("numbers the messages to each inbox, and no other", () => {
    const before = received();
    const toArbvux = { ...draft, queue: "inbox-arbvux" };
    const toProvider = { ...draft, queue: "assignments-kompetenscenter" };
    const next = nextVersion(
      { record: before, facts: [], drafts: [draft, toArbvux, toProvider, draft] },
      { cause, by: "hemvist" },
    );
    const later = nextVersion({ record: next, facts: [], drafts: [] }, { cause, by: "hemvist" });
    const last = nextVersion({ record: later, facts: [], drafts: [toArbvux] }, { cause, by: "hemvist" });

    expect(before.outbox.at(-1)?.event.data).not.toHaveProperty("previousVersion");
    expect(next.outbox.map(({ event }) => event.data)).toEqual([
      { version: 2, previousVersion: 1 },
      { version: 2 },
      {},
      { version: 2, previousVersion: 2 },
    ]);
    expect(last.outbox.map(({ event }) => event.data)).toEqual([{ version: 4, previousVersion: 2 }]);
  });

  it("adds to history what happened, when, by whom and in which version", () => {
    const before = remindedOnce();
    const next = nextVersion({ record: before, facts: [fact], drafts: [] }, { cause, by: "sf-centrum" });

    expect(next.history.slice(0, before.history.length)).toEqual(before.history);
    expect(next.history.slice(before.history.length)).toEqual([
      { ...fact, version: 3, at: cause.at, by: "sf-centrum" },
    ]);
  });

  it("keeps the follow-ups that still wait, and ends those whose reason is gone", () => {
    const before = remindedOnce();
    const [first, second] = before.assignments;
    const assignments = [{ ...first, status: "received" as const }, second] as typeof before.assignments;
    const next = nextVersion(
      { record: { ...before, assignments }, facts: [], drafts: [] },
      { cause, by: "kompetenscenter" },
    );

    expect(before.followUps.map(({ about }) => about)).toEqual([first?.assignmentId, second?.assignmentId]);
    expect(next.followUps).toEqual(before.followUps.slice(1));
    expect(next.history.at(-1)).toEqual({
      what: "follow-up-ended",
      kind: "not-acknowledged",
      about: first?.assignmentId,
      occurrence: "2026-11-03",
      version: 3,
      at: cause.at,
      by: "hemvist",
    });
  });

  it("is looked at next when something is next awaited, and never where nothing is", () => {
    const before = remindedOnce();
    const { standing: _standing, ...nothing } = before;

    expect(nextVersion({ record: before, facts: [], drafts: [] }, { cause, by: "x" }).dueAt).toBe(
      "2026-11-06T07:00:00Z",
    );
    expect(nextVersion({ record: nothing, facts: [], drafts: [] }, { cause, by: "x" })).not.toHaveProperty(
      "dueAt",
    );
  });
});
