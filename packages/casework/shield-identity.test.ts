import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import type { CaseRecord } from "./case-record.ts";
import type { CaseKey, CaseStore } from "./ports.ts";
import { MarkUnknown, shieldIdentity } from "./shield-identity.ts";

const person = { protectedIdentity: true, reference: "REF-7" } as const;
const marked = () => received(aDecision({ revision: 2, person }), { after: received() });
const other = () => received(aDecision({ decisionId: "SFC-2026-005000" }));

/** A store that counts what it is asked for, and cannot read some decisions. */
function storeOf(records: readonly CaseRecord[], unreadable?: string) {
  const asked: CaseKey[] = [];
  const cases = memoryCases(...records);
  const store: Pick<CaseStore, "find"> = {
    find: (key) => {
      asked.push(key);
      return key.decisionId === unreadable ? Promise.reject(new Error("throttled")) : cases.find(key);
    },
  };
  return { store, asked };
}

describe("messages that were written before the person was protected", () => {
  it("go out with SF's reference in place of number and name, and otherwise as they were", async () => {
    const written = received().outbox;
    const { messages, unknown } = await shieldIdentity(written, storeOf([marked()]).store);

    expect(JSON.stringify(messages)).not.toMatch(/189001189803|Sample/);
    expect(messages).toEqual(
      written.map(({ queue, event }) => ({
        queue,
        event: "person" in event.data ? { ...event, data: { ...event.data, person } } : event,
      })),
    );
    expect(unknown.size).toBe(0);
  });

  it("cost one read for each decision", async () => {
    const { store, asked } = storeOf([marked(), other()]);
    await shieldIdentity([...received().outbox, ...other().outbox], store);

    expect(asked).toEqual([
      { administration: "sf-centrum", decisionId: "SFC-2026-004711" },
      { administration: "sf-centrum", decisionId: "SFC-2026-005000" },
    ]);
  });
});

describe("messages that may go out as they are:", () => {
  it("those of a person who is not protected", async () => {
    const { outbox } = received();

    expect((await shieldIdentity(outbox, storeOf([received()]).store)).messages).toEqual(outbox);
  });

  it("those that carry no identity, for which nothing is read", async () => {
    const { store, asked } = storeOf([marked()]);
    const withoutIdentity = [...progressed(received(), aReport("received")).outbox, ...marked().outbox];
    const [message] = withoutIdentity;
    const withoutPerson = {
      ...message,
      event: { ...message?.event, data: { person: null } },
    } as typeof message;
    const messages = [...withoutIdentity, ...(withoutPerson ? [withoutPerson] : [])];

    expect((await shieldIdentity(messages, store)).messages).toEqual(messages);
    expect(asked).toEqual([]);
  });
});

describe("messages of a decision that is not there", () => {
  const withoutRevisions = ({ standing: _standing, ...rest }: CaseRecord): CaseRecord => rest;

  it.each<[string, () => readonly CaseRecord[]]>([
    ["at all", () => []],
    ["but for its id", () => [withoutRevisions(received())]],
  ])("%s are held back: the person may be protected", async (_how, records) => {
    const { messages, unknown } = await shieldIdentity(received().outbox, storeOf(records()).store);

    expect(messages).toEqual([]);
    expect([...unknown]).toEqual([["sf-centrum.SFC-2026-004711", expect.any(MarkUnknown)]]);
  });

  it("go out without the person where only a returned revision has the mark", async () => {
    const { standing, ...rest } = marked();
    const returned = { ...rest, ...(standing ? { returned: standing } : {}) };
    const { messages } = await shieldIdentity(received().outbox, storeOf([returned]).store);

    expect(JSON.stringify(messages)).not.toMatch(/189001189803|Sample/);
  });
});

describe("messages of a decision that cannot be read", () => {
  it("are held back with why, and no other's are", async () => {
    const { store } = storeOf([marked(), other()], "SFC-2026-004711");
    const { messages, unknown } = await shieldIdentity([...received().outbox, ...other().outbox], store);

    expect(messages).toEqual(other().outbox);
    expect([...unknown]).toEqual([
      ["sf-centrum.SFC-2026-004711", expect.objectContaining({ message: "throttled" })],
    ]);
  });
});
