import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aSeal } from "../../test/support/a-seal.ts";
import { type Item, itemOf } from "./case-item.ts";
import { outboxOf } from "./stream-outbox.ts";

const record = received();
const pk = "sf-centrum.SFC-2026-004711";

/** As Lambda hands it over: the bytes as Base64. */
const imageOf = (item: Item) => ({
  ...item,
  body: { B: Buffer.from(item["body"]?.B ?? []).toString("base64") },
});
const imageWith = async (outbox: unknown) => ({
  ...imageOf(await itemOf(record, aSeal)),
  body: { B: await aSeal.close(JSON.stringify({ ...record, outbox }), { pk, version: 1 }) },
});

describe("the outbox in a stream's record", () => {
  it("is the version's own, message for message", async () => {
    const NewImage = imageOf(await itemOf(record, aSeal));

    expect(await outboxOf({ NewImage }, aSeal)).toEqual(record.outbox);
    expect(record.outbox.length).toBeGreaterThan(1);
  });

  it("is read past an attribute that a newer version of the code has added", async () => {
    const NewImage = { ...imageOf(await itemOf(record, aSeal)), language: { S: "fi" } };

    expect(await outboxOf({ NewImage }, aSeal)).toEqual(record.outbox);
  });

  it("is empty where the version causes nothing", async () => {
    expect(await outboxOf({ NewImage: await imageWith([]) }, aSeal)).toEqual([]);
  });

  it("is empty where the body was sealed anew: the version had its messages when it was stored", async () => {
    const OldImage = imageOf(await itemOf(record, aSeal));
    const NewImage = imageOf(await itemOf(record, aSeal));

    expect(NewImage.body).not.toEqual(OldImage.body);
    expect(await outboxOf({ NewImage, OldImage }, aSeal)).toEqual([]);
  });

  it("is the new version's own where another stood before, or what stood was no record", async () => {
    const NewImage = imageOf(await itemOf(record, aSeal));

    for (const OldImage of [{ ...NewImage, version: { N: "9" } }, { pk: { S: pk } }])
      expect(await outboxOf({ NewImage, OldImage }, aSeal)).toEqual(record.outbox);
  });

  it("is empty where the record was removed", async () => {
    expect(await outboxOf({}, aSeal)).toEqual([]);
  });

  it.each([
    ["missing", undefined],
    ["something else", "text"],
    ["a list of something else", [{ queue: "inbox-sf-centrum", event: { id: "18900118-9803" } }]],
  ])("that is %s is an error, never skipped in silence", async (_how, outbox) => {
    const error: unknown = await outboxOf({ NewImage: await imageWith(outbox) }, aSeal).catch(
      (e: unknown) => e,
    );

    expect(error).toMatchObject({ name: "UnknownForm" });
    expect(String(error)).not.toMatch(/9803/);
  });

  it("of a body that belongs to another decision is an error", async () => {
    const NewImage = { ...imageOf(await itemOf(record, aSeal)), pk: { S: "sf-centrum.OTHER" } };

    await expect(outboxOf({ NewImage }, aSeal)).rejects.toThrow();
  });
});
