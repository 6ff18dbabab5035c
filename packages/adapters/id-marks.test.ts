import { createSecretKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { idMarks } from "./id-marks.ts";

const keyOf = (byte: number) => () => Promise.resolve(createSecretKey(new Uint8Array(32).fill(byte)));

async function learnt(byte: number) {
  const marks = idMarks(keyOf(byte));
  await marks.learn();
  return marks;
}

describe("the mark of an id", () => {
  it("is the same in each process, another for another id, and says nothing of it", async () => {
    const [one, other] = [await learnt(1), await learnt(1)];

    expect(one.of("sf-centrum.Anna")).toMatch(/^[0-9a-f]{12}$/);
    expect(other.of("sf-centrum.Anna")).toBe(one.of("sf-centrum.Anna"));
    expect(one.of("sf-centrum.Anne")).not.toBe(one.of("sf-centrum.Anna"));
  });

  it("cannot be made without the key", async () => {
    expect((await learnt(2)).of("sf-centrum.Anna")).not.toBe((await learnt(1)).of("sf-centrum.Anna"));
  });

  it("is not known until the key is, and asks for it again", async () => {
    let calls = 0;
    const marks = idMarks(async () => {
      calls += 1;
      if (calls === 1) throw new Error("KMS does not answer");
      return createSecretKey(new Uint8Array(32));
    });
    await marks.learn();
    expect(marks.of("sf-centrum.Anna")).toBeUndefined();

    await marks.learn();
    await marks.learn();
    expect(marks.of("sf-centrum.Anna")).toHaveLength(12);
    expect(calls).toBe(2);
  });
});
