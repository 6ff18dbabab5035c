import { type CaseRecord, isOpen } from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { describe, expect, it } from "vitest";
import { aReport, monday, progressed, received } from "../../../test/support/a-case.ts";
import { anIntervention, aDecision as aSample } from "../../../test/support/a-decision.ts";
import { type Books, reconcile } from "./reconcile.ts";

/** With one assignment, to count on. */
const aDecision = (changes: Parameters<typeof aSample>[0] = {}) =>
  aSample({ interventions: [anIntervention()], ...changes });

const day = "2026-11-02";
const span = { from: day, to: day, now: "2026-11-02T12:00:00Z" };
const pk = "sf-centrum.SFC-2026-004711";

/** Books in which every assignment has its receipt, nothing lies aside and every queue is empty. */
function books(changes: Partial<Books> = {}): Books {
  return {
    records: [received(aDecision())],
    receiptsOf: (ids) => Promise.resolve(new Map(ids.map((id) => [id, "2026-11-02T09:00:01Z"]))),
    letters: [],
    depths: new Map(),
    ...changes,
  };
}

const sent = (revision: number, more: Record<string, unknown> = {}) => ({
  administration: "sf-centrum",
  sentAt: monday,
  decision: { decisionId: "SFC-2026-004711", revision, ...more },
});

const aLetter = { id: "m-1", queue: "decisions-sf-centrum", body: "{ not json", sentAt: monday, receives: 1 };

describe("what came in", () => {
  it("balances when each content is assigned, returned or superseded", async () => {
    const first = received(aDecision());
    const second = received(aDecision({ revision: 2, caseNumber: "2026-2" }), { after: first });
    const returned = received(aDecision({ decisionId: "B", validTo: undefined }));
    const result = await reconcile(books({ records: [second, returned] }), span);

    expect(result).toMatchObject({ cameInBy: "records", balances: true, differences: [] });
    expect(result.incoming).toEqual([
      {
        party: "sf-centrum",
        day,
        cameIn: 3,
        assigned: 1,
        returned: 1,
        superseded: 1,
        refused: 0,
        unreadable: 0,
        deadLettered: 0,
        underWay: 0,
        missing: 0,
      },
    ]);
  });

  it("is counted on the day it came, in Stockholm", async () => {
    const late = received(aDecision(), { at: "2026-11-02T23:30:00Z" });

    expect((await reconcile(books({ records: [late] }), span)).incoming).toEqual([]);
    expect(
      (await reconcile(books({ records: [late] }), { ...span, to: "2026-11-03" })).incoming,
    ).toMatchObject([{ day: "2026-11-03", cameIn: 1, assigned: 1 }]);
  });

  it("does not balance where history has what the state does not hold", async () => {
    const { standing: _lost, ...record } = received(aDecision());
    const result = await reconcile(books({ records: [record] }), span);

    expect(result.balances).toBe(false);
    expect(result.incoming).toMatchObject([{ cameIn: 1, assigned: 0, missing: 1 }]);
    expect(result.differences).toContainEqual(
      expect.objectContaining({ kind: "history-and-state-differ", decision: pk, revision: 1 }),
    );
  });

  it("counts what lies aside, readable or not", async () => {
    const letters = [
      { ...aLetter, reason: "unreadable: not-json" },
      { ...aLetter, id: "m-2" },
    ];

    expect((await reconcile(books({ letters }), span)).incoming).toMatchObject([
      { cameIn: 3, assigned: 1, unreadable: 1, deadLettered: 1, missing: 0 },
    ]);
  });
});

describe("what senders say they sent", () => {
  it("is found in the records, duplicates too, and refused where it could not be taken", async () => {
    const own = contentHash(aDecision());
    const result = await reconcile(
      books({
        sent: [
          sent(1, { contentHash: own }),
          sent(1, { contentHash: own }),
          sent(1, { contentHash: "another" }),
          sent(4),
        ],
      }),
      span,
    );

    expect(result).toMatchObject({ cameInBy: "senders", balances: true });
    expect(result.incoming).toMatchObject([{ cameIn: 4, assigned: 2, refused: 2, missing: 0 }]);
  });

  it("is found set aside, by its message's id or its content", async () => {
    const body = JSON.stringify(aDecision({ decisionId: "C" }));
    const result = await reconcile(
      books({
        letters: [
          { ...aLetter, id: "m-9", originalId: "m-0", reason: "unreadable: not-json" },
          { ...aLetter, body },
        ],
        sent: [
          { administration: "sf-centrum", sentAt: monday, messageId: "m-0" },
          sent(1, { decisionId: "C" }),
        ],
      }),
      span,
    );

    expect(result.incoming).toMatchObject([{ cameIn: 2, unreadable: 1, deadLettered: 1, missing: 0 }]);
    expect(result.balances).toBe(true);
  });

  it("is under way where its queue holds as many, and otherwise missing, by name", async () => {
    const lost = [sent(1, { decisionId: "LOST" }), sent(2)];
    const waiting = new Map([["decisions-sf-centrum", 2]]);

    expect((await reconcile(books({ sent: lost, depths: waiting }), span)).incoming).toMatchObject([
      { cameIn: 2, underWay: 2, missing: 0 },
    ]);
    const result = await reconcile(books({ sent: lost }), span);
    expect(result.incoming).toMatchObject([{ cameIn: 2, underWay: 0, missing: 2 }]);
    expect(result.balances).toBe(false);
    expect(result.differences.map(({ kind, decision, revision }) => [kind, decision, revision])).toEqual([
      ["sent-and-not-here", "sf-centrum.LOST", 1],
      ["sent-and-not-here", pk, 2],
    ]);
  });
});

describe("what was to be sent", () => {
  const none = () => Promise.resolve(new Map<string, string>());

  it("was sent where there is a receipt of it", async () => {
    expect((await reconcile(books(), span)).outgoing).toEqual([
      { party: "kompetenscenter", day, toBeSent: 1, sent: 1, onItsWay: 0, missing: 0 },
    ]);
  });

  it("was sent where the provider has acknowledged it, receipt or not", async () => {
    const records = [progressed(received(aDecision()), aReport("received"))];

    expect((await reconcile(books({ records, receiptsOf: none }), span)).outgoing).toMatchObject([
      { sent: 1, missing: 0 },
    ]);
  });

  it("is on its way for a quarter of an hour, and then missing, by name", async () => {
    const soon = { ...span, now: "2026-11-02T09:14:59Z" };

    expect((await reconcile(books({ receiptsOf: none }), soon)).outgoing).toMatchObject([{ onItsWay: 1 }]);
    const result = await reconcile(books({ receiptsOf: none }), span);
    expect(result.outgoing).toMatchObject([{ toBeSent: 1, sent: 0, onItsWay: 0, missing: 1 }]);
    expect(result.differences).toEqual([
      { kind: "no-receipt", party: "kompetenscenter", day, decision: pk, assignmentId: `${pk}.1` },
    ]);
  });

  it("is not taken as sent by the receipt of an earlier request", async () => {
    const yesterday = () => Promise.resolve(new Map([[`${pk}.1`, "2026-11-01T09:00:00Z"]]));

    expect((await reconcile(books({ receiptsOf: yesterday }), span)).outgoing).toMatchObject([
      { missing: 1 },
    ]);
  });
});

describe("each record by itself", () => {
  it("an open assignment is looked at again, and messages are of their version", async () => {
    const { dueAt: _never, ...record } = received(aDecision());
    const forgotten: CaseRecord = { ...record, version: 2 };

    expect(forgotten.assignments.some(isOpen)).toBe(true);
    expect(
      (await reconcile(books({ records: [forgotten] }), span)).differences.map(({ kind }) => kind),
    ).toEqual(["never-looked-at-again", "outbox-of-another-version"]);
  });

  it("an item that cannot be read is named, and stops nothing", async () => {
    const result = await reconcile(
      books({ records: [{ unreadable: "sf-nordost.X" }, received(aDecision())] }),
      span,
    );

    expect(result.differences).toEqual([
      { kind: "unreadable-item", party: "sf-nordost", decision: "sf-nordost.X" },
    ]);
    expect(result.incoming).toMatchObject([{ assigned: 1 }]);
  });
});

it("one party's rows and differences alone", async () => {
  const result = await reconcile(
    books({ records: [{ unreadable: "sf-nordost.X" }, received(aDecision())], sent: [sent(2)] }),
    { ...span, party: "kompetenscenter" },
  );

  expect(result).toMatchObject({ incoming: [], differences: [], balances: true });
  expect(result.outgoing).toHaveLength(1);
});

it("differences are counted to the last, and the first thousand named", async () => {
  const records = Array.from({ length: 1200 }, (_, number) => ({ unreadable: `sf-centrum.${number}` }));
  const result = await reconcile(books({ records }), span);

  expect(result.differing).toBe(1200);
  expect(result.differences).toHaveLength(1000);
});
