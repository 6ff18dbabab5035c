import type { CaseRecord, CaseStore, Message } from "@hemvist/casework";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { aLife } from "../../test/support/a-life.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { type RecordingOutlet, recordingOutlet } from "../../test/support/recording-outlet.ts";
import { handOff, type Version } from "./hand-off.ts";

const first = received();
const second = received(aDecision({ revision: 2, validTo: "2027-10-08" }), { after: first });
const other = received(aDecision({ decisionId: "SFC-2" }));

const version = ({ decisionId, outbox, version: number }: CaseRecord): Version => ({
  sequenceNumber: `${decisionId} ${number}`,
  decision: decisionId,
  outbox: () => Promise.resolve(outbox),
});
class NotARecord extends Error {}
class Outage extends Error {}

const failing = (record: CaseRecord, error: Error): Version => ({
  ...version(record),
  outbox: () => Promise.reject(error),
});
const unreadable = (record: CaseRecord): Version => failing(record, new NotARecord());
const ids = (messages: readonly Message[]) => messages.map(({ event }) => event.id);

/** Every decision is there, and concerns a person who is not protected. */
const ofNoProtected: CaseStore["find"] = () => Promise.resolve(first);

function handing(outlet: RecordingOutlet = recordingOutlet(), ...records: readonly CaseRecord[]) {
  return handingWith({ outlet, find: records.length === 0 ? ofNoProtected : memoryCases(...records).find });
}

function handingWith({
  outlet = recordingOutlet(),
  find,
  takesAside = true,
}: {
  readonly outlet?: RecordingOutlet;
  readonly find: CaseStore["find"];
  readonly takesAside?: boolean;
}) {
  const [aside, waits]: [string[], string[]] = [[], []];
  const run = handOff({
    cases: { find },
    outlet,
    isUnreadable: (error) => error instanceof NotARecord,
    setAside: ({ sequenceNumber }) => {
      if (!takesAside) return Promise.reject(new Outage());
      return Promise.resolve(void aside.push(sequenceNumber));
    },
    onWaiting: ({ sequenceNumber }) => waits.push(sequenceNumber),
  });
  return { run, outlet, aside, waits };
}

/** Refuses as well all messages to a queue that will refuse them again. */
function stuckOutlet(queue: string, ...refused: readonly string[]): RecordingOutlet {
  const { accepted, send } = recordingOutlet(...refused);
  return {
    accepted,
    async send(messages, onStuck) {
      const stuck = messages.filter((message) => message.queue === queue);
      for (const { event } of stuck) onStuck?.(event.id);
      const others = await send(messages.filter((message) => !stuck.includes(message)));
      return new Set([...others, ...ids(stuck)]);
    },
  };
}

describe("handing off", () => {
  it("sends every message of every version, in order within each decision", async () => {
    const { run, outlet } = handing();
    const { failedFrom } = await run([version(first), version(other), version(second)]);

    expect(failedFrom).toBeUndefined();
    expect(ids(outlet.accepted)).toEqual([...ids(first.outbox), ...ids(other.outbox), ...ids(second.outbox)]);
  });

  it("goes on again from the first version of which something was refused, and holds back only its decision", async () => {
    const refused = first.outbox[1]?.event.id ?? "";
    const { run, outlet } = handing(recordingOutlet(refused));
    const { failedFrom } = await run([version(first), version(other), version(second)]);

    expect(failedFrom).toBe("SFC-2026-004711 1");
    expect(ids(outlet.accepted)).toEqual(expect.arrayContaining(ids(other.outbox)));
    expect(ids(outlet.accepted)).not.toContain(refused);
  });

  it("sends nothing again that an earlier run sent", async () => {
    const { run, outlet } = handing();
    const { sent, done } = await run([version(first), version(other)], new Set(ids(first.outbox)));

    expect(ids(outlet.accepted)).toEqual(ids(other.outbox));
    expect(ids(sent)).toEqual(ids(other.outbox));
    expect(ids(done)).toEqual([...ids(first.outbox), ...ids(other.outbox)]);
  });

  it("has done with what stands before the first version that comes again, and with nothing behind it", async () => {
    const refused = other.outbox[0]?.event.id ?? "";
    const { run } = handing(recordingOutlet(refused));
    const { done } = await run([version(first), version(other), version(second)]);

    expect(ids(done)).toEqual(ids(first.outbox));
  });
});

describe("a version that no further attempt would help", () => {
  it("is set aside at once if it cannot be read, and delays nothing, its own decision's later ones included", async () => {
    const { run, outlet, aside } = handing();
    const { failedFrom } = await run([unreadable(first), version(other), version(second)]);

    expect(failedFrom).toBeUndefined();
    expect(ids(outlet.accepted)).toEqual([...ids(other.outbox), ...ids(second.outbox)]);
    expect(aside).toEqual(["SFC-2026-004711 1"]);
  });

  it("is set aside if its decision cannot be read for whether the person is protected now", async () => {
    const known = memoryCases(other);
    const { run, outlet, aside } = handingWith({
      find: (key) =>
        key.decisionId === first.decisionId ? Promise.reject(new NotARecord()) : known.find(key),
    });
    const { sent, failedFrom } = await run([version(first), version(other)]);

    expect(failedFrom).toBeUndefined();
    expect(ids(outlet.accepted)).toEqual(ids(other.outbox));
    expect(ids(sent)).toEqual(ids(other.outbox));
    expect(aside).toEqual(["SFC-2026-004711 1"]);
  });

  it("is set aside if a queue is stuck, and its messages to other queues are sent", async () => {
    const { run, outlet, aside } = handing(stuckOutlet("assignments-kompetenscenter"));
    const { failedFrom } = await run([version(first)]);

    expect(failedFrom).toBeUndefined();
    expect(outlet.accepted.map(({ queue }) => queue)).toEqual(["inbox-sf-centrum"]);
    expect(aside).toEqual(["SFC-2026-004711 1"]);
  });

  it("waits with a stuck message until an outage ends that refused another of its messages", async () => {
    const answer = first.outbox.at(-1)?.event.id ?? "";
    const { run, aside } = handing(stuckOutlet("assignments-kompetenscenter", answer));
    const { failedFrom } = await run([version(first)]);

    expect(failedFrom).toBe("SFC-2026-004711 1");
    expect(aside).toEqual([]);
  });

  it("is set aside beside others: a table that takes none costs the time of one", async () => {
    let begun = 0;
    const both = Promise.withResolvers<void>();
    const run = handOff({
      cases: { find: ofNoProtected },
      outlet: recordingOutlet(),
      isUnreadable: (error) => error instanceof NotARecord,
      setAside() {
        begun += 1;
        if (begun === 2) both.resolve();
        return both.promise;
      },
      onWaiting: () => {},
    });

    expect(await run([unreadable(first), unreadable(other)])).toEqual({ sent: [], done: [] });
  });

  it("stays in the stream as long as it cannot be set aside", async () => {
    const { run, waits } = handingWith({ find: ofNoProtected, takesAside: false });

    expect((await run([version(other), unreadable(first)])).failedFrom).toBe("SFC-2026-004711 1");
    expect(waits).toEqual(["SFC-2026-004711 1"]);
  });
});

describe("an outage", () => {
  it("is waited for: nothing is set aside, and later versions of the decision wait behind", async () => {
    const { run, outlet, aside, waits } = handing();
    const { failedFrom } = await run([failing(first, new Outage()), version(other), version(second)]);

    expect(failedFrom).toBe("SFC-2026-004711 1");
    expect(ids(outlet.accepted)).toEqual(ids(other.outbox));
    expect(aside).toEqual([]);
    expect(waits).toEqual(["SFC-2026-004711 1", "SFC-2026-004711 2"]);
  });

  it("is waited for if it hides whether the person is protected now", async () => {
    const { run, outlet, aside } = handingWith({ find: () => Promise.reject(new Outage()) });
    const { failedFrom, sent } = await run([version(first)]);

    expect([failedFrom, sent, outlet.accepted, aside]).toEqual(["SFC-2026-004711 1", [], [], []]);
  });
});

/** The stream, as the platform reads it: again from where a run says, until a run could send everything. */
async function streamed(
  versions: readonly Version[],
  refusals: readonly (readonly string[])[],
): Promise<readonly Message[]> {
  const arrived: Message[] = [];
  let left = versions;
  for (const refused of [...refusals, []]) {
    const outlet = recordingOutlet(...refused);
    const { failedFrom } = await handing(outlet).run(left);
    arrived.push(...outlet.accepted);
    left =
      failedFrom === undefined ? [] : left.slice(left.findIndex((one) => one.sequenceNumber === failedFrom));
  }
  return arrived;
}

describe("whatever is refused, and however often,", () => {
  it("the stream goes on until every message has arrived, in order within its decision and queue, and the same has the same id", async () => {
    const another = (life: readonly CaseRecord[]): readonly CaseRecord[] =>
      life.map((record) => ({
        ...record,
        decisionId: "OTHER",
        outbox: record.outbox.map(({ queue, event }) => ({
          queue,
          event: { ...event, id: `other ${event.id}`, correlationid: "sf-centrum.OTHER" },
        })),
      }));
    await fc.assert(
      fc.asyncProperty(
        aLife,
        fc.array(fc.array(fc.nat(200), { maxLength: 4 }), { maxLength: 6 }),
        async (life, choices) => {
          const records = life.flatMap((record, index) => [record, ...another(life).slice(index, index + 1)]);
          const caused = records.flatMap(({ outbox }) => outbox);
          const refusals = choices.map((round) =>
            round.flatMap((n) => caused[n % caused.length]?.event.id ?? []),
          );

          const arrived = await streamed(records.map(version), refusals);

          const first = new Map<string, Message>();
          for (const message of arrived)
            if (!first.has(message.event.id)) first.set(message.event.id, message);
          const lane = ({ queue, event }: Message) => `${queue} ${event.correlationid}`;
          const laneIds = (messages: Iterable<Message>) =>
            Object.entries(Object.groupBy(messages, lane)).map(([name, its]) => [name, ids(its ?? [])]);
          expect(Object.fromEntries(laneIds(first.values()))).toEqual(Object.fromEntries(laneIds(caused)));
          for (const message of arrived) expect(first.get(message.event.id)).toEqual(message);
        },
      ),
    );
  });
});

describe("a message with an identity in it", () => {
  const person = { protectedIdentity: true, reference: "REF-7" } as const;
  const marked = received(aDecision({ revision: 2, person }), { after: first });

  it("goes without number and name when the decision has been marked since it was written", async () => {
    const { run, outlet } = handing(recordingOutlet(), marked);
    await run([version(first)]);

    expect(JSON.stringify(outlet.accepted)).not.toContain("189001189803");
    expect(outlet.accepted[0]?.event.data["person"]).toEqual(person);
    expect(ids(outlet.accepted)).toEqual(ids(first.outbox));
  });

  it("goes as it is when it has not", async () => {
    const { run, outlet } = handing(recordingOutlet(), first);
    await run([version(first)]);

    expect(outlet.accepted).toEqual(first.outbox);
  });
});
