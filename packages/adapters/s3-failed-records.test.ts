import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aSeal } from "../../test/support/a-seal.ts";
import { anOutgoingMessage } from "../../test/support/an-outgoing-message.ts";
import { itemOf } from "./case-item.ts";
import type { AsideRecord, SetAside } from "./dynamo-set-aside.ts";
import { s3FailedRecords, unreadRecords } from "./s3-failed-records.ts";

const s3 = mockClient(S3Client);
beforeEach(() => s3.reset());

const queue = "inbox-sf-centrum";
const message = anOutgoingMessage({ queue, id: "sf-centrum.A.1.0.2026-11-02T09:00:00Z" });
const item = await itemOf({ ...received(), outbox: [message] }, aSeal);
const NewImage = { ...item, body: { B: Buffer.from(item["body"]?.B ?? []).toString("base64") } };
const givenUp = JSON.stringify({
  payload: {
    Records: [
      {
        dynamodb: {
          SequenceNumber: "1",
          ApproximateCreationDateTime: 1_793_610_000,
          Keys: { pk: { S: "sf-centrum.A" } },
          NewImage,
        },
      },
    ],
  },
});

function lying(objects: Readonly<Record<string, string>>, aside: Pick<SetAside, "all"> = nothingAside) {
  s3.on(ListObjectsV2Command).resolves({ Contents: Object.keys(objects).map((Key) => ({ Key })) });
  s3.on(GetObjectCommand).callsFake(({ Key }: { Key: string }) => ({
    Body: { transformToString: () => Promise.resolve(objects[Key]) },
    LastModified: new Date("2026-11-02T09:00:00Z"),
  }));
  return s3FailedRecords(
    { bucket: "b-111122223333", handOff: "f", seal: aSeal, aside },
    { s3: new S3Client({}) },
  );
}

const nothingAside: Pick<SetAside, "all"> = { all: () => asideOf() };

async function* asideOf(...records: readonly AsideRecord[]) {
  yield* records;
}

describe("what the stream gave up", () => {
  it("and what hand-off set aside itself are letters alike", async () => {
    const record = { pk: item["pk"]?.S ?? "", sequenceNumber: "7", writtenAt: 1_793_610_000 };
    const whole = { ...record, version: item["version"]?.N, body: NewImage.body.B };
    const there = lying({}, { all: () => asideOf(whole, { ...record, sequenceNumber: "8" }) });

    expect((await there.on(queue)).letters.map(({ id }) => id)).toEqual([message.event.id]);
    expect((await there.on(unreadRecords)).letters).toMatchObject([{ id: "record-8" }]);
  });

  it.each([
    ["is no JSON", "{"],
    ["is another thing", '{"payload":{}}'],
    ["nests 20,000 deep", `{"payload":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
  ])("is read past an object that %s, which is a letter of its own", async (_what, text) => {
    const there = lying({ "a/odd": text, "a/whole": givenUp });

    expect((await there.on(queue)).letters.map(({ id }) => id)).toEqual([message.event.id]);
    expect(await there.on(unreadRecords)).toEqual({
      letters: [expect.objectContaining({ id: "object-a/odd", sentAt: "2026-11-02T09:00:00Z" })],
      unseen: 0,
    });
  });

  it("is looked at until there are a thousand letters: the objects behind them are counted", async () => {
    const objects = Object.fromEntries(
      Array.from({ length: 1100 }, (_, index) => [`a/${String(index).padStart(4, "0")}`, "{"]),
    );
    const there = lying(objects);

    const { letters, unseen } = await there.on(unreadRecords);

    expect([letters.length, unseen]).toEqual([1000, 100]);
    expect((await there.on(queue)).unseen).toBe(0);
  });
});

describe("a letter of what the stream gave up", () => {
  it("is sent back as the sealed record and the id of the one message to send", async () => {
    const { letters } = await lying({ "a/whole": givenUp }).on(queue);

    expect(JSON.parse(letters[0]?.receipt ?? "")).toEqual({
      Records: [
        {
          dynamodb: { Keys: { pk: { S: "sf-centrum.A" } }, SequenceNumber: "1", NewImage },
          only: message.event.id,
        },
      ],
    });
  });
});
