import { assignmentEvents } from "@hemvist/contracts";
import { typeOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, received } from "../../test/support/a-case.ts";
import { onQueue } from "../../test/support/a-message.ts";
import { filled } from "../../test/support/filled.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { recordingDeadLetters } from "../../test/support/recording-dead-letters.ts";
import { recordingOutlet } from "../../test/support/recording-outlet.ts";
import { recordProgress } from "./record-progress.ts";
import { recordProposal } from "./record-proposal.ts";
import { takeMessage } from "./take-message.ts";

const key = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };
const uuid = "00000000-0000-4000-8000-000000000001";
const report = (status: Parameters<typeof aReport>[0], changes = {}) =>
  aReport(status, { progressId: uuid, ...changes });
const made = "proposal.made";
const enveloped = (data: unknown) => ({ specversion: "1.0", type: typeOf(goteborg, made), data });

/** A message on a provider's queue, after all that the samples say. */
const onProviders = (queue: string, body: unknown) =>
  onQueue(queue, body, { sentAt: "2026-11-10T09:00:00Z" });

function taking(record = received(), outlet = recordingOutlet()) {
  const cases = memoryCases(record);
  const deadLetters = recordingDeadLetters();
  const outlets = { outlet, deadLetters };
  return {
    cases,
    take: takeMessage({
      municipality: goteborg,
      record: recordProgress({ municipality: goteborg, cases }),
      proposals: recordProposal({ municipality: goteborg, cases }),
      ...outlets,
    }),
    conform: () =>
      outlet.accepted.every(
        ({ event }) =>
          assignmentEvents[
            event.type.includes("proposal") ? "proposal.refused" : "progress.refused"
          ].safeParse(event).success,
      ),
    refusals: () =>
      outlet.accepted.map(({ queue, event }) => [
        queue,
        event.type.split(".").slice(-3, -1).join("."),
        event.data["why"],
      ]),
    data: () => outlet.accepted.map(({ event }) => event.data),
    letters: deadLetters.letters,
  };
}

describe("a provider's report off its queue", () => {
  it("comes again when no reply could be sent, and makes no letter each time", async () => {
    const withdrawn = { ...recordingOutlet(), send: () => Promise.resolve(new Set(["any"])) };
    const { take, letters } = taking(received(), withdrawn);

    await expect(take(onProviders("progress-kompetenscenter", "not json"))).rejects.toThrow();
    expect(letters).toEqual([]);
  });

  it("finds no room in a decision that is nearly full, but for one that ends the assignment", async () => {
    const begun = progressed(received(), aReport("accepted"), aReport("in-progress"));
    const [nearlyFull, fuller] = [filled(begun, 4750), filled(begun, 5100)];
    const sent = (status: Parameters<typeof aReport>[0]) =>
      onProviders("progress-kompetenscenter", report(status, { occurredAt: "2026-11-10T08:30:00Z" }));
    const room = taking(nearlyFull);
    await room.take(sent("on-hold"));
    await room.take(sent("completed"));
    const none = taking(fuller);
    await none.take(sent("completed"));

    const refused = ["assignments-kompetenscenter", "progress.refused", "no-room"];
    expect([room.refusals(), none.refusals()]).toEqual([[refused], [refused]]);
    expect((await room.cases.find(key))?.assignments[0]?.status).toBe("completed");
  });

  it("moves the assignment, and is not answered here", async () => {
    const { take, cases, refusals } = taking();
    await take(onProviders("progress-kompetenscenter", report("received")));

    expect((await cases.find(key))?.assignments[0]?.status).toBe("received");
    expect(refusals()).toEqual([]);
  });

  it.each([
    [
      "of an unknown decision",
      report("received", { assignmentId: "sf-centrum.SFC-9.1" }),
      "no-such-assignment",
    ],
    ["of a status that is not open", report("completed"), "not-open"],
    [
      "from before the decision",
      report("received", { occurredAt: "2026-10-01T08:00:00Z" }),
      "before-the-decision",
    ],
    [
      "from a clock that is ahead",
      report("received", { occurredAt: "2126-11-03T08:12:00Z" }),
      "in-the-future",
    ],
    [
      "of a start after the assignment",
      report("accepted", { expectedStartOn: "2062-11-09" }),
      "outside-the-assignment",
    ],
  ])("%s is refused to the provider, and nothing else changes", async (_what, message, why) => {
    const { take, cases, refusals, letters, conform } = taking();
    await take(onProviders("progress-kompetenscenter", message));

    expect(refusals()).toEqual([["assignments-kompetenscenter", "progress.refused", why]]);
    expect((await cases.find(key))?.version).toBe(1);
    expect(letters).toEqual([]);
    expect(conform()).toBe(true);
  });

  it("from before the last one is refused, and the reply says when that was", async () => {
    const begun = progressed(
      received(),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2026-11-09T08:00:00Z" }),
    );
    const { take, refusals, conform } = taking(begun);
    await take(onProviders("progress-kompetenscenter", report("completed")));

    expect(refusals()).toEqual([["assignments-kompetenscenter", "progress.refused", "before-the-last"]]);
    expect(conform()).toBe(true);
  });

  it("that cannot be read goes aside, and the provider gets a reply", async () => {
    const { take, refusals, letters, conform, data } = taking();
    await take(onProviders("progress-kompetenscenter", report("completed", { result: undefined })));

    expect(letters).toMatchObject([{ reason: "unreadable: needs-result" }]);
    expect(conform()).toBe(true);
    expect(refusals()).toEqual([["assignments-kompetenscenter", "progress.refused", "unreadable"]]);
    expect(data()).toMatchObject([{ assignmentId: "sf-centrum.SFC-2026-004711.1", progressId: uuid }]);
  });
});

describe("a provider's proposal off its queue", () => {
  it("that cannot be read goes aside, and the reply to the provider says which it was", async () => {
    const { take, letters, conform, data } = taking();
    const unreadable = aProposal({ proposalId: uuid, madeAt: "today" });
    await take(onProviders("progress-kompetenscenter", enveloped(unreadable)));

    expect(letters).toMatchObject([{ reason: "unreadable: not-an-instant" }]);
    expect(conform()).toBe(true);
    expect(data()).toMatchObject([
      { why: "unreadable", assignmentId: unreadable.assignmentId, proposalId: uuid },
    ]);
  });

  it("is stored beside the assignment, which stays as it is", async () => {
    const { take, cases, refusals } = taking();
    await take(onProviders("progress-kompetenscenter", enveloped(aProposal({ proposalId: uuid }))));

    expect((await cases.find(key))?.proposals).toMatchObject([{ proposalId: uuid, status: "proposed" }]);
    expect((await cases.find(key))?.assignments).toEqual(received().assignments);
    expect(refusals()).toEqual([]);
  });

  it.each([
    ["in-the-future", "2126-11-10T09:00:00Z"],
    ["before-the-decision", "2026-10-01T09:00:00Z"],
  ])("is refused as %s where that is when it was made", async (why, madeAt) => {
    const { take, refusals, conform } = taking();
    const message = enveloped(aProposal({ proposalId: uuid, madeAt }));
    await take(onProviders("progress-kompetenscenter", message));

    expect(refusals()).toEqual([["assignments-kompetenscenter", "proposal.refused", why]]);
    expect(conform()).toBe(true);
  });

  it("for another provider's assignment is refused", async () => {
    const { take, refusals, conform } = taking();
    await take(onProviders("progress-arbetsmarknadsanstallning", enveloped(aProposal({ proposalId: uuid }))));

    expect(refusals()).toEqual([
      ["assignments-arbetsmarknadsanstallning", "proposal.refused", "no-such-assignment"],
    ]);
    expect(conform()).toBe(true);
  });
});
