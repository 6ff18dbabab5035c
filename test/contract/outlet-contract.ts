import type { Message, Outlet } from "@hemvist/casework";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOutgoingMessage } from "../support/an-outgoing-message.ts";

export interface OpenOutlet {
  /** A way out to empty queues, which accept everything but the events with these ids. */
  readonly outlet: (...refused: readonly string[]) => Promise<Outlet>;
  /** What has come to a queue since the outlet was made, in the order its reader gets it. */
  readonly arrived: (queue: string) => Promise<readonly Message["event"][]>;
  readonly close: () => Promise<void>;
}

export const queuesOfContract = ["inbox-sf-centrum", "assignments-kompetenscenter"] as const;

/** What every way out to the parties' queues must do. */
export function outletContract(name: string, open: () => Promise<OpenOutlet>): void {
  describe(name, () => {
    let opened: OpenOutlet | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    const way = (): OpenOutlet => {
      if (opened === undefined) throw new Error("the way out is not open");
      return opened;
    };
    const idsIn = async (queue: string): Promise<readonly string[]> =>
      (await way().arrived(queue)).map(({ id }) => id);

    it("a message arrives in its queue as it was sent", async () => {
      const outlet = await way().outlet();
      const message = anOutgoingMessage({ data: { text: "åäö \u{1f600}", list: [1, null, { deep: true }] } });

      expect(await outlet.send([message])).toEqual(new Set());
      expect(await way().arrived(message.queue)).toEqual([message.event]);
    });

    it("whatever text it holds", async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
          const outlet = await way().outlet();
          const message = anOutgoingMessage({ data: { text, last: "\uffff" } });

          expect(await outlet.send([message])).toEqual(new Set());
          expect(await way().arrived(message.queue)).toEqual([message.event]);
        }),
        { numRuns: 30 },
      );
    });

    it("nothing is sent where there is nothing to send", async () => {
      const outlet = await way().outlet();

      expect(await outlet.send([])).toEqual(new Set());
      for (const queue of queuesOfContract) expect(await way().arrived(queue)).toEqual([]);
    });

    it("each queue gets its own", async () => {
      const outlet = await way().outlet();

      await outlet.send(queuesOfContract.map((queue) => anOutgoingMessage({ queue, id: `to ${queue}` })));

      for (const queue of queuesOfContract) expect(await idsIn(queue)).toEqual([`to ${queue}`]);
    });

    it("more than ten messages of one decision arrive in order", async () => {
      const outlet = await way().outlet();
      const ids = Array.from({ length: 23 }, (_, index) => `sf-centrum.A.1.${index}`);

      expect(await outlet.send(ids.map((id) => anOutgoingMessage({ id })))).toEqual(new Set());
      expect(await idsIn("inbox-sf-centrum")).toEqual(ids);
    });

    it("messages of more than ten decisions at once arrive", async () => {
      const outlet = await way().outlet();
      const decisions = Array.from({ length: 23 }, (_, index) => `sf-centrum.${index}`);

      const unsent = await outlet.send(
        decisions.map((decision) => anOutgoingMessage({ decision, id: `${decision}.1.0` })),
      );

      expect(unsent).toEqual(new Set());
      expect((await idsIn("inbox-sf-centrum")).toSorted()).toEqual(
        decisions.map((decision) => `${decision}.1.0`).toSorted(),
      );
    });

    it("what is refused holds back what comes after it in its decision and queue, and nothing else", async () => {
      const outlet = await way().outlet("A2");
      const sent = ["A1", "B1", "A2", "B2", "A3", "B3"].map((id) =>
        anOutgoingMessage({ id, decision: id.slice(0, 1) }),
      );
      const elsewhere = anOutgoingMessage({ queue: "assignments-kompetenscenter", decision: "A", id: "A4" });

      expect(await outlet.send([...sent, elsewhere])).toEqual(new Set(["A2", "A3"]));
      expect(await idsIn("assignments-kompetenscenter")).toEqual(["A4"]);
      expect((await idsIn("inbox-sf-centrum")).toSorted()).toEqual(["A1", "B1", "B2", "B3"]);
    });

    it("however decisions are mixed and whatever is refused, each decision's messages arrive in order up to the first refused", async () => {
      const sketch = fc.record({
        queue: fc.constantFrom(...queuesOfContract),
        decision: fc.constantFrom("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"),
        refused: fc.constantFrom(false, false, false, false, true),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(sketch, { maxLength: 40, size: "max" }), async (sketches) => {
          const numbered = sketches.map((one, index) => ({ ...one, id: `${one.decision}.${index}` }));
          const refused = numbered.filter((one) => one.refused).map(({ id }) => id);
          const outlet = await way().outlet(...refused);

          const unsent = await outlet.send(numbered.map((one) => anOutgoingMessage(one)));

          const expected = numbered.filter(
            (one, index) =>
              !numbered
                .slice(0, index + 1)
                .some(
                  (other) => other.refused && other.queue === one.queue && other.decision === one.decision,
                ),
          );
          for (const queue of queuesOfContract) {
            const arrived = await way().arrived(queue);
            const byDecision = Object.groupBy(arrived, ({ correlationid }) => correlationid);
            const wanted = Object.groupBy(
              expected.filter((one) => one.queue === queue),
              ({ decision }) => decision,
            );
            const ids = (groups: Partial<Record<string, readonly { id: string }[]>>) =>
              Object.fromEntries(
                Object.entries(groups).map(([decision, its]) => [decision, its?.map(({ id }) => id)]),
              );
            expect(ids(byDecision)).toEqual(ids(wanted));
          }
          const all = numbered.map(({ id }) => id);
          expect([...unsent].toSorted()).toEqual(
            all.filter((id) => expected.every((one) => one.id !== id)).toSorted(),
          );
        }),
        { numRuns: 30 },
      );
    });
  });
}
