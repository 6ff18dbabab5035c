import type { Message, SentMessage } from "@hemvist/casework";
import { instantOf } from "@hemvist/rules";
import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { itemOf } from "../../packages/adapters/case-item.ts";
import type { AsideRecord } from "../../packages/adapters/dynamo-set-aside.ts";
import { received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { aSeal } from "../../test/support/a-seal.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { deliver } from "./deliver.ts";

const logged = logLines();
const writtenAt = Date.parse("2026-11-02T09:00:00Z");
const minute = 60_000;

const decisions = Array.from({ length: 99 }, (_, index) =>
  received(aDecision({ decisionId: `SFC-${index}` })),
);

/** As Lambda hands them over. */
const records = await Promise.all(
  decisions.map(async (record, index): Promise<DynamoDBRecord> => {
    const { pk, version, body } = await itemOf(record, aSeal);
    const NewImage = {
      pk: { S: pk?.S ?? "" },
      version: { N: version?.N ?? "" },
      body: { B: Buffer.from(body?.B ?? []).toString("base64") },
    };
    return {
      dynamodb: {
        SequenceNumber: String(index),
        ApproximateCreationDateTime: writtenAt / 1000,
        Keys: { pk: NewImage.pk },
        NewImage,
      },
    };
  }),
);

/** hand-off with a memory of its own, and one queue that refuses the first decision's message, until it does not. */
function handingOff({ isStuck = false } = {}) {
  let now = writtenAt;
  let refuses = true;
  const taken: string[] = [];
  const kept: SentMessage[] = [];
  const aside: AsideRecord[] = [];
  const isRefused = ({ queue, event }: Message): boolean =>
    refuses && queue === "inbox-sf-centrum" && event.correlationid === "sf-centrum.SFC-0";
  const run = deliver({
    cases: memoryCases(...decisions),
    seal: aSeal,
    outlet: {
      send(messages, onStuck) {
        const refused = messages.filter(isRefused).map(({ event }) => event.id);
        taken.push(...messages.filter((one) => !isRefused(one)).map(({ event }) => event.id));
        if (isStuck) for (const id of refused) onStuck?.(id);
        return Promise.resolve(new Set(refused));
      },
    },
    sentMessages: {
      keep: (messages) => Promise.resolve(void kept.push(...messages)),
      idsBetween: ({ from, to }) =>
        Promise.resolve(
          new Set(kept.filter(({ sentAt }) => sentAt >= from && sentAt <= to).map(({ event }) => event.id)),
        ),
    },
    aside: { add: (record) => Promise.resolve(void aside.push(record)) },
    now: () => instantOf(now),
  });
  return {
    taken,
    aside,
    later: (ms: number, Records: Parameters<typeof run>[0]["Records"] = records) => {
      now += ms;
      return run({ Records });
    },
    mend: () => {
      refuses = false;
    },
  };
}

const caused = decisions.flatMap(({ outbox }) => outbox.map(({ event }) => event.id));

describe("297 messages of one batch, of which a queue refuses one", () => {
  it("are 297 after eleven attempts that lie six minutes apart, and the one goes when its queue takes it", async () => {
    const { later, taken, aside, mend } = handingOff();
    for (let attempt = 0; attempt < 11; attempt += 1)
      expect((await later(6 * minute)).batchItemFailures).toEqual([{ itemIdentifier: "0" }]);
    expect(taken).toHaveLength(caused.length - 1);

    mend();
    expect(await later(6 * minute)).toEqual({ batchItemFailures: [] });
    expect(taken.toSorted()).toEqual(caused.toSorted());
    expect([caused.length, aside]).toEqual([297, []]);
  });

  it("are 296 at the first attempt if the queue is stuck: what it refuses is set aside, sealed, and the stream goes on", async () => {
    const { later, taken, aside } = handingOff({ isStuck: true });

    expect(await later(0)).toEqual({ batchItemFailures: [] });
    expect(taken).toHaveLength(296);
    expect(aside).toEqual([
      {
        pk: "sf-centrum.SFC-0",
        sequenceNumber: "0",
        writtenAt: writtenAt / 1000,
        version: "1",
        body: records[0]?.dynamodb?.NewImage?.["body"]?.B,
      },
    ]);
  });
});

describe("what is counted as handed on", () => {
  const minutesAfter = (minutes: number) => minutes * minute;
  /** Each figure of hand-off's own, and of the one provider. */
  const figures = () => {
    const lines = logged().map((line) => JSON.parse(line));
    const of = (name: string): number[] => lines.flatMap((line) => line[name] ?? []);
    const sum = (name: string) => of(name).reduce((total, each) => total + each, 0);
    return {
      handedOn: sum("AssignmentsHandedOn"),
      seconds: of("TimeToHandOn"),
      inTime: of("HandedOnInTime"),
      broken: sum("PromisesBroken"),
    };
  };

  it("are the new assignments, each in time, and no answer to an SF", async () => {
    const { later, mend } = handingOff();
    mend();
    await later(45_000);

    expect(figures().handedOn).toBe(198);
    expect(figures().seconds).toEqual(Array(198).fill(45));
    expect([figures().inTime.length, figures().broken]).toEqual([198, 0]);
  });

  it("is each assignment once, although its batch comes again and again", async () => {
    const { later, mend } = handingOff();
    for (let attempt = 0; attempt < 3; attempt += 1) await later(20_000);
    expect(figures()).toEqual({ handedOn: 0, seconds: [], inTime: [], broken: 0 });

    mend();
    await later(minute);
    expect([figures().handedOn, figures().broken]).toEqual([198, 198]);
    expect(figures().seconds).toEqual(Array(198).fill(120));
  });

  it("has no time of what an earlier run sent: it is not known any more", async () => {
    const { later, mend } = handingOff();
    await later(0);
    mend();
    await later(minutesAfter(6));

    expect(figures()).toEqual({ handedOn: 198, seconds: [], inTime: [], broken: 0 });
  });
});

describe("a record that an operator sends again", () => {
  const only = caused[2] ?? "";
  const again = records.slice(0, 1).map((record) => ({ ...record, only }));

  it("is sent whatever was sent, and nothing else of its version", async () => {
    const { later, taken, mend } = handingOff();
    mend();
    await later(0);
    await later(60 * minute, again);

    expect(taken.filter((id) => id === only)).toHaveLength(2);
    expect(taken).toHaveLength(298);
  });

  it("is not set aside a second time, nor logged so: the operator's command fails while its queue is stuck", async () => {
    const { later, aside } = handingOff({ isStuck: true });

    expect((await later(60 * minute, again)).batchItemFailures).toEqual([{ itemIdentifier: "0" }]);
    expect(aside).toEqual([]);
    expect(logged().join()).toContain("record waits");
    expect(logged().join()).not.toContain("record set aside");
  });
});
