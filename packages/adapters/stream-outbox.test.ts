import { marshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { itemOf } from "./case-item.ts";
import { outboxOf } from "./stream-outbox.ts";

const record = received();
const imageOf = (item: Readonly<Record<string, unknown>>) => marshall(item, { removeUndefinedValues: true });

describe("the outbox in a stream's record", () => {
  it("is the version's own, message for message", () => {
    expect(outboxOf({ NewImage: imageOf(itemOf(record)) })).toEqual(record.outbox);
    expect(record.outbox.length).toBeGreaterThan(1);
  });

  it("is empty where the version causes nothing", () => {
    expect(outboxOf({ NewImage: imageOf({ ...itemOf(record), outbox: [] }) })).toEqual([]);
  });

  it("is empty where the record was removed", () => {
    expect(outboxOf({})).toEqual([]);
  });

  it.each([
    ["missing", undefined],
    ["something else", "text"],
    ["a list of something else", [{ queue: "inbox-sf-centrum", event: { id: "18900118-9803" } }]],
  ])("that is %s throws, and is never passed over in silence", (_how, outbox) => {
    const read = () => outboxOf({ NewImage: imageOf({ ...itemOf(record), outbox }) });

    expect(read).toThrow(expect.objectContaining({ name: "ZodError" }));
    expect(read).not.toThrow(/9803/);
  });
});
