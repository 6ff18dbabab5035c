import type { Message } from "@hemvist/casework";
import { contentHash, inboxEvents } from "@hemvist/contracts";
import { describe, expect, it } from "vitest";
import { aDecisionMessage, onQueue } from "../../test/support/a-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { recordingDeadLetters } from "../../test/support/recording-dead-letters.ts";
import { recordingOutlet } from "../../test/support/recording-outlet.ts";
import { answerProposal } from "./answer-proposal.ts";
import { receiveDecision } from "./receive-decision.ts";
import { AwaitsPredecessor } from "./take-decision.ts";
import { takeMessage } from "./take-message.ts";

const queue = "decisions-sf-centrum";
const named = { administration: "sf-centrum", decisionId: "SFC-2026-004711", revision: 1 };

function taking(outlet = recordingOutlet()) {
  const cases = memoryCases();
  const deadLetters = recordingDeadLetters();
  const receive = receiveDecision({ municipality: goteborg, cases, pseudonyms: hashedPseudonyms() });
  const replies = () =>
    outlet.accepted.map(({ queue: to, event }) => [to, event.type.split(".").slice(-3, -1).join(".")]);
  return {
    take: takeMessage({
      municipality: goteborg,
      receive,
      answer: answerProposal({ municipality: goteborg, cases }),
      deadLetters,
      outlet,
    }),
    replies,
    outlet,
    letters: deadLetters.letters,
  };
}

/** Whether each message is what the contract says of its type. */
function expectToConform(messages: readonly Message[]): void {
  const schemas: Readonly<Record<string, { safeParse: (event: unknown) => { success: boolean } }>> =
    inboxEvents;
  for (const { event } of messages) {
    const kind = event.type.replace("se.goteborg.hemvist.", "").replace(/\.v1$/, "");
    expect([kind, schemas[kind]?.safeParse(event).success]).toEqual([kind, true]);
  }
}

describe("a decision off a queue", () => {
  it("that is new is answered by way of the stream, and not here", async () => {
    const { take, replies } = taking();

    expect(await take(onQueue(queue, aDecisionMessage()))).toMatchObject({ kind: "recorded" });
    expect(replies()).toEqual([]);
  });

  it("that cannot be read goes aside whole, with codes for its reason, and the reply says to its sender which message it was", async () => {
    const { take, replies, outlet, letters } = taking();
    await take(onQueue(queue, aDecisionMessage({ decidedOn: "x", extra: 1 })));

    expect(letters).toMatchObject([
      { queue, messageId: "message-1", reason: expect.stringMatching(/^unreadable: /) },
    ]);
    expect(JSON.parse(letters[0]?.body ?? "")).toMatchObject({ extra: 1 });
    expect(replies()).toEqual([["inbox-sf-centrum", "decision.unreadable"]]);
    expectToConform(outlet.accepted);
    expect(outlet.accepted[0]?.event.data).toMatchObject({ messageId: "message-1", ...named });
  });

  it.each([
    ["true", { protectedIdentity: true, identityNumber: "18900118-9803", givenName: "Sample" }],
    ["no truth value", { protectedIdentity: "nej", identityNumber: "18900118-9803", givenName: "Sample" }],
    ["absent", { identityNumber: "18900118-9803", givenName: "Sample" }],
    ["of no object", "18900118-9803 Sample"],
  ])(
    "that cannot be read, its mark of protection %s, is set aside without the person",
    async (_how, person) => {
      const { take, letters } = taking();
      const message = { ...aDecisionMessage({ decidedOn: "x" }), person };
      await take(onQueue(queue, message));

      expect(JSON.parse(letters[0]?.body ?? "")).toEqual({
        ...named,
        contentHash: contentHash(message),
        leftOut: true,
      });
    },
  );

  const inEnvelope = (data: object) => ({
    specversion: "1.0",
    type: "se.goteborg.hemvist.decision.made.v1",
    data,
  });
  const badlySigned = { refusedAs: "signature-not-valid", signature: "head..tail" } as const;

  it.each([
    ["bare", (message: object) => message],
    ["in an envelope", inEnvelope],
  ])("that is refused for its signature, %s, is set aside by the same rule", async (_how, sent) => {
    const { take, letters } = taking();
    const [open, protectedOne] = [
      aDecisionMessage(),
      { ...aDecisionMessage(), person: { protectedIdentity: true, identityNumber: "18900118-9803" } },
    ];
    for (const message of [open, protectedOne])
      await take({ ...onQueue(queue, sent(message)), ...badlySigned });

    expect(letters.map(({ body, reason, signature }) => [JSON.parse(body), reason, signature])).toEqual([
      [sent(open), "unreadable: signature-not-valid", "head..tail"],
      [
        { ...named, contentHash: contentHash(protectedOne), leftOut: true },
        "unreadable: signature-not-valid",
        undefined,
      ],
    ]);
  });

  it("that only a newer version can read goes aside whole, with a protected person's reference", async () => {
    const { take, letters } = taking();
    const person = { protectedIdentity: true, reference: "SFC-SKYDD-0007" };
    const message = { ...aDecisionMessage({ extra: 1 }), person };
    await take(onQueue(queue, message));

    expect(letters).toMatchObject([{ body: JSON.stringify(message) }]);
  });

  it("that is no JSON is set aside without its text: the person may be protected", async () => {
    const { take, letters } = taking();
    await take({ ...onQueue(queue, {}), body: '{"person":{"givenName":"Sample"' });

    expect(letters).toMatchObject([{ body: '{"leftOut":true}', reason: "unreadable: not-json" }]);
  });

  it.each([
    ["2000 empty interventions, 6 KB", `{"interventions":[${Array(2000).fill("{}").join()}]}`],
    ["JSON that nests 3000 deep", "[".repeat(3000)],
    ["a mebibyte of JSON", `"${"a".repeat(1024 * 1024 - 2)}"`],
    ["a text that is no JSON", "\ufffd"],
  ])("that is %s is answered by a message that SQS takes", async (_what, body) => {
    const { take, replies, outlet } = taking();
    await take({ ...onQueue(queue, {}), body });

    expect(replies()).toEqual([["inbox-sf-centrum", "decision.unreadable"]]);
    expectToConform(outlet.accepted);
    expect(JSON.stringify(outlet.accepted[0]?.event).length).toBeLessThan(100_000);
  });

  it("of another type names the decision that is in it", async () => {
    const { take, outlet } = taking();
    const type = "se.goteborg.hemvist.decision.made.v2";
    await take(onQueue(queue, { specversion: "1.0", type, data: aDecisionMessage() }));

    expectToConform(outlet.accepted);
    expect(outlet.accepted[0]?.event.data).toMatchObject({ ...named, faults: [{ code: "unknown-type" }] });
  });

  it("that was here before gets its answer once more", async () => {
    const { take, replies, outlet } = taking();
    await take(onQueue(queue, aDecisionMessage()));
    await take(onQueue(queue, aDecisionMessage(), { messageId: "message-2" }));

    expect(replies()).toEqual([["inbox-sf-centrum", "decision.assigned"]]);
    expectToConform(outlet.accepted);
  });

  it("that comes before its predecessor waits, and goes back to its sender when its patience is over", async () => {
    const { take, replies, outlet } = taking();
    const early = onQueue(queue, aDecisionMessage({ revision: 2 }));

    for (const attempt of [1, 2, 3])
      await expect(take({ ...early, attempt })).rejects.toThrow(AwaitsPredecessor);
    await take({ ...early, attempt: 4 });
    expect(replies()).toEqual([["inbox-sf-centrum", "decision.refused"]]);
    expectToConform(outlet.accepted);
    expect(outlet.accepted[0]?.event.data).toMatchObject({ ...named, revision: 2, expectedRevision: 1 });
  });

  it("with other content under a revision that is taken is refused to its sender, and changes nothing", async () => {
    const { take, replies, outlet } = taking();
    await take(onQueue(queue, aDecisionMessage()));
    const other = onQueue(queue, aDecisionMessage({ caseNumber: "2026-2" }), { messageId: "message-2" });

    expect(await take(other)).toEqual({ kind: "content-differs", revision: 1 });
    expect(replies()).toEqual([["inbox-sf-centrum", "decision.refused"]]);
    expectToConform(outlet.accepted);
    expect(outlet.accepted[0]?.event.data).toMatchObject({
      ...named,
      messageId: "message-2",
      why: "content-differs",
    });
  });

  it("that names another administration than its queue's goes aside, and only the queue's own administration gets a reply", async () => {
    const { take, replies, letters } = taking();
    await take(onQueue("decisions-sf-nordost", aDecisionMessage()));

    expect(letters).toMatchObject([{ reason: "unreadable: not-your-queue" }]);
    expect(replies()).toEqual([["inbox-sf-nordost", "decision.unreadable"]]);
  });

  it("means the same in an envelope as bare, and brings its trace", async () => {
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const type = "se.goteborg.hemvist.decision.made.v1";
    const { take } = taking();
    const enveloped = { specversion: "1.0", type, traceparent, data: aDecisionMessage() };

    expect(await take(onQueue(queue, enveloped))).toMatchObject({
      kind: "recorded",
      record: {
        outbox: [{ event: { traceparent } }, { event: { traceparent } }, { event: { traceparent } }],
      },
    });
    expect(await take(onQueue(queue, aDecisionMessage()))).toMatchObject({ kind: "known" });
  });

  it.each([
    ["a message", "not json"],
    [
      "an answer to a proposal",
      { specversion: "1.0", type: "se.goteborg.hemvist.proposal.answered.v1", data: {} },
    ],
  ])("comes again when no reply could be sent: %s makes no letter each time", async (_what, body) => {
    const { take, letters } = taking({ ...recordingOutlet(), send: () => Promise.resolve(new Set(["any"])) });

    await expect(take(onQueue(queue, body))).rejects.toThrow();
    expect(letters).toEqual([]);
  });
});
