import { type Behaviour, none, notAsked, notShown, seen, shown } from "./behaviour.ts";
import type { Held, Manner, OpenQueue, Queue } from "./queue-probe.ts";

// There is no local Amazon engine for queues.
const inAll = { simulated: shown, bare: shown, local: shown, amazon: none };
const batch = ["packages/runtime/queue-batch.ts"];
const queues = "infra/constructs/party-queues.ts";
const outlet = "packages/adapters/sqs-outlet.ts";

const ordered: Manner = { isFifo: true, maxReceiveCount: 100, hidden: 30 };
const standard: Manner = { ...ordered, isFifo: false };
/** Where a check waits for it: real engines are waited for in real time, on whatever machine. */
const shortly = { hidden: 2 } as const;

const bodies = (held: readonly Held[]): string => held.map(({ body }) => body).join("");

/** Sends to one group, each message once. */
async function sendAll(queue: Queue, texts: string, group = "G"): Promise<void> {
  for (const body of texts) await queue.send({ body, group, deduplicationId: `${group} ${body}` });
}

/** Takes messages off one by one, or ten by ten, until there are none. */
async function drained(queue: Queue): Promise<string> {
  let all = "";
  for (;;) {
    const held = await queue.receive(10);
    if (held.length === 0) return all;
    for (const one of held) await queue.delete(one);
    all += bodies(held);
  }
}

/** What a queue does with a message between its sender and its reader. */
export const queueBehaviours: readonly Behaviour<OpenQueue>[] = [
  {
    says: "FIFO: messages of one group come in the order in which they were sent.",
    is: "relied on",
    by: [...batch, outlet],
    page: "FIFO delivery logic",
    shows: inAll,
    async check(open) {
      const queue = await open(ordered);
      await sendAll(queue, "12345");
      const order = await drained(queue);
      return seen(order === "12345", order);
    },
  },
  {
    says: "FIFO: while a message of a group is held, no later one of the group comes.",
    is: "relied on",
    by: batch,
    page: "FIFO delivery logic",
    shows: inAll,
    async check(open) {
      const queue = await open(ordered);
      await sendAll(queue, "12");
      await sendAll(queue, "x", "other");
      const first = await queue.receive(1);
      const meanwhile = await queue.receive(10);
      const isBlocked = bodies(first) === "1" && bodies(meanwhile) === "x";
      return seen(isBlocked, `${bodies(first)}, then ${bodies(meanwhile)}`);
    },
  },
  {
    says: "FIFO: one receive may bring several messages of one group, in order.",
    is: "withstood",
    by: batch,
    page: "FIFO delivery logic",
    shows: {
      ...inAll,
      bare: notShown(
        "one of a group",
        "fauxqs never does. The simulation does, and so do batches made by hand.",
      ),
      local: notShown("one of a group", "It uses fauxqs."),
    },
    async check(open) {
      const queue = await open(ordered);
      await sendAll(queue, "123");
      const held = bodies(await queue.receive(10));
      return seen(held === "123", held === "1" ? "one of a group" : held);
    },
  },
  {
    says: "FIFO: one receive may bring messages of several groups.",
    is: "withstood",
    by: batch,
    page: "FIFO delivery logic",
    shows: inAll,
    async check(open) {
      const queue = await open(ordered);
      for (const group of "ABC") await sendAll(queue, group, group);
      const held = bodies(await queue.receive(10));
      return seen([...held].toSorted().join("") === "ABC", held);
    },
  },
  {
    says: "FIFO: SQS accepts a message with the same deduplication id within five minutes, and drops it, even if the first has been deleted.",
    is: "relied on",
    by: [outlet, "packages/adapters/sqs-dead-letters.ts"],
    page: "FIFO key terms",
    shows: inAll,
    async check(open) {
      const queue = await open(ordered);
      const sending = { body: "1", group: "G", deduplicationId: "same" };
      const [first, second] = [await queue.send(sending), await queue.send(sending)];
      const before = await drained(queue);
      const third = await queue.send(sending);
      const after = await drained(queue);
      const isDropped = before === "1" && after === "" && first === second && first === third;
      return seen(isDropped, `it came ${(before + after).length} times`);
    },
  },
  {
    says: "FIFO: after five minutes the same deduplication id is new.",
    is: "withstood",
    by: [outlet, "packages/casework/receive.ts"],
    page: "FIFO key terms",
    shows: { ...inAll, bare: notAsked("It would take five real minutes. The local run leaps over them.") },
    async check(open) {
      const queue = await open(ordered);
      const sending = { body: "1", group: "G", deduplicationId: "same" };
      await queue.send(sending);
      await queue.fiveMinutes();
      await queue.send(sending);
      const all = await drained(queue);
      return seen(all === "11", `it came ${all.length} times`);
    },
  },
  {
    says: "FIFO, deduplicated by group: the same id in another group is another message.",
    is: "relied on",
    by: ["infra/constructs/dead-lettered-queue.ts"],
    page: "Deduplication scope",
    shows: {
      ...inAll,
      bare: notShown("the other group's was dropped", "fauxqs compares ids over the whole queue."),
      local: notShown(
        "the other group's was dropped",
        "It uses fauxqs. Our own ids name the decision, so no two groups have the same.",
      ),
    },
    async check(open) {
      const queue = await open(ordered);
      for (const group of "AB") await queue.send({ body: group, group, deduplicationId: "same" });
      const all = [...(await drained(queue))].toSorted().join("");
      return seen(all === "AB", all === "A" ? "the other group's was dropped" : all);
    },
  },
  {
    says: "A message that is not deleted in time comes again, with one receive more and another handle.",
    is: "relied on",
    by: [...batch, queues],
    page: "Visibility timeout",
    shows: inAll,
    async check(open) {
      const queue = await open({ ...ordered, ...shortly });
      await sendAll(queue, "1");
      const [first] = await queue.receive(10);
      const meanwhile = await queue.receive(10);
      await queue.untilVisible();
      const [second] = await queue.receive(10);
      const isAgain = first?.messageId === second?.messageId && meanwhile.length === 0;
      const isCounted = first?.receives === 1 && second?.receives === 2;
      return seen(isAgain && isCounted, `receives: ${first?.receives}, ${second?.receives}`);
    },
  },
  {
    says: "A message's `SentTimestamp` stays the same, however often it is received.",
    is: "relied on",
    by: batch,
    page: "Visibility timeout",
    shows: inAll,
    async check(open) {
      const queue = await open({ ...ordered, ...shortly });
      const before = queue.now();
      await sendAll(queue, "1");
      const after = queue.now();
      const [first] = await queue.receive(10);
      await queue.untilVisible();
      const [second] = await queue.receive(10);
      const at = first?.sentAt ?? 0;
      // A real engine's clock has whole milliseconds.
      const isThen = at >= before - 1 && at <= after + 1 && second?.sentAt === at;
      return seen(isThen, `${at - before}, then ${(second?.sentAt ?? 0) - before} ms after it was sent`);
    },
  },
  {
    says: "The handle of an earlier receive does not delete the message for the reader that holds it now.",
    is: "relied on",
    by: batch,
    page: "DeleteMessage",
    shows: inAll,
    async check(open) {
      const queue = await open({ ...ordered, ...shortly });
      await sendAll(queue, "1");
      const [first] = await queue.receive(10);
      await queue.untilVisible();
      await queue.receive(10);
      if (first) await queue.delete(first);
      await queue.untilVisible();
      const again = bodies(await queue.receive(10));
      return seen(again === "1", "the message was deleted");
    },
  },
  {
    says: "FIFO: a handle whose time is over deletes nothing.",
    is: "withstood",
    by: batch,
    page: "Handles that have expired",
    shows: {
      ...inAll,
      bare: notShown(
        "the message was deleted",
        "fauxqs notices the end of the time with the next receive only.",
      ),
      local: notShown("the message was deleted", "It uses fauxqs."),
    },
    async check(open) {
      const queue = await open({ ...ordered, ...shortly });
      await sendAll(queue, "1");
      const [first] = await queue.receive(10);
      await queue.untilVisible();
      if (first) await queue.delete(first);
      const again = bodies(await queue.receive(10));
      return seen(again === "1", "the message was deleted");
    },
  },
  {
    says: "A message that has been received `maxReceiveCount` times goes to the dead-letter queue, whole.",
    is: "relied on",
    by: [queues, "docs/runbooks/dead-letters.md"],
    page: "Dead-letter queues",
    shows: inAll,
    async check(open) {
      const queue = await open({ ...ordered, ...shortly, maxReceiveCount: 2 });
      await sendAll(queue, "1");
      let receives = 0;
      for (let round = 0; round < 4; round += 1) {
        receives += (await queue.receive(10)).length;
        await queue.untilVisible();
      }
      const dead = (await queue.dead()).join();
      return seen(receives === 2 && dead === "1", `${receives} receives, then ${dead || "nothing"}`);
    },
  },
  {
    says: "FIFO: then its group goes on without it.",
    is: "withstood",
    by: ["packages/casework/receive.ts", queues],
    page: "Dead-letter queues",
    shows: inAll,
    async check(open) {
      const queue = await open({ ...ordered, ...shortly, maxReceiveCount: 1 });
      await sendAll(queue, "12");
      await queue.receive(1);
      await queue.untilVisible();
      const next = bodies(await queue.receive(10)) || bodies(await queue.receive(10));
      return seen(next === "2" && (await queue.dead()).join() === "1", `then came ${next}`);
    },
  },
  {
    says: "A message that is moved back has a new message id and no receives. Neither identifies anything.",
    is: "withstood",
    by: ["packages/runtime/queue-batch.ts", "docs/runbooks/dead-letters.md"],
    page: "Dead-letter queue redrive",
    // fauxqs has no `StartMessageMoveTask`.
    shows: { ...inAll, bare: none, local: none },
    async check(open) {
      const queue = await open({ ...ordered, ...shortly, maxReceiveCount: 1 });
      await sendAll(queue, "1");
      const [first] = await queue.receive(10);
      await queue.untilVisible();
      await queue.receive(10);
      await queue.redrive();
      const [second] = await queue.receive(10);
      const isNew = second?.body === "1" && second.receives === 1 && second.messageId !== first?.messageId;
      return seen(isNew, `${second?.body} with ${second?.receives} receives`);
    },
  },
  {
    says: "Standard: messages may come in another order.",
    is: "withstood",
    by: ["packages/casework/receive.ts"],
    page: "Standard queues",
    shows: {
      ...inAll,
      bare: notShown("in the order sent", "fauxqs keeps the order of standard queues too."),
      local: notShown("in the order sent", "It uses fauxqs."),
    },
    async check(open) {
      const queue = await open(standard);
      const texts = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index)).join("");
      for (const body of texts) await queue.send({ body });
      const order = await drained(queue);
      const isComplete = [...order].toSorted().join("") === texts;
      return seen(isComplete && order !== texts, isComplete ? "in the order sent" : order);
    },
  },
  {
    says: "Standard: a message may come again although it was deleted.",
    is: "withstood",
    by: ["packages/casework/receive.ts"],
    page: "DeleteMessage",
    shows: {
      ...inAll,
      simulated: notShown(
        "each came once",
        "A message comes again after a crash or a late answer, and case systems send one message in fifty twice. A receiver sees the same.",
      ),
      bare: notShown("each came once", "fauxqs deletes for good."),
      local: notShown("each came once", "It uses fauxqs."),
    },
    async check(open) {
      const queue = await open({ ...standard, ...shortly });
      const texts = Array.from({ length: 200 }, (_, index) => String.fromCharCode(1000 + index)).join("");
      for (const body of texts) await queue.send({ body });
      const first = await drained(queue);
      await queue.untilVisible();
      const again = await drained(queue);
      return seen(first.length + again.length > texts.length, "each came once");
    },
  },
];
