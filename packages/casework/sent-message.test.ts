import { describe, expect, it } from "vitest";
import { monday, received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import type { Message } from "./message.ts";
import { asSentNow, remembered } from "./sent-message.ts";

const protectedPerson = { protectedIdentity: true, reference: "REF-7" } as const;
const handedOver = () => received().outbox[0] as Message;
const verdict = () => received().outbox.at(-1) as Message;

describe("what is remembered of a message", () => {
  it("is all but the person, and that it held one", () => {
    const { queue, event } = handedOver();
    const { person: _person, ...data } = event.data;

    expect(remembered({ queue, event }, monday)).toEqual({
      sentAt: monday,
      queue: "assignments-kompetenscenter",
      event: { ...event, data },
      tellsPerson: true,
    });
  });

  it("is all of it, where it held no person", () => {
    expect(remembered(verdict(), monday)).toEqual({ sentAt: monday, ...verdict(), tellsPerson: false });
  });
});

describe("a message that is sent again", () => {
  it("is the one that was sent", async () => {
    const again = await asSentNow(remembered(handedOver(), monday), memoryCases(received()));

    expect(again).toEqual(handedOver());
  });

  it("holds the person as the decision does now, so none who has been protected since", async () => {
    const marked = received(aDecision({ revision: 2, person: protectedPerson }), { after: received() });
    const again = await asSentNow(remembered(handedOver(), monday), memoryCases(marked));

    expect(again?.event.data["person"]).toEqual(protectedPerson);
    expect(again?.event.id).toBe(handedOver().event.id);
  });

  it("needs no decision, where it held no person", async () => {
    expect(await asSentNow(remembered(verdict(), monday), memoryCases())).toEqual(verdict());
  });

  it("is none, where the decision is not there, or holds no person any more", async () => {
    const { standing: _standing, ...returned } = received();

    expect(await asSentNow(remembered(handedOver(), monday), memoryCases())).toBeUndefined();
    expect(await asSentNow(remembered(handedOver(), monday), memoryCases(returned))).toBeUndefined();
  });
});
