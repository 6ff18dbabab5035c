import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { noting } from "./note-heard.ts";
import type { Received } from "./receive-decision.ts";

const printed = logLines();
const arrival = {
  message: {},
  receivedAt: "2026-11-02T09:00:00Z",
  causationId: "request-1",
  sender: "sf-centrum",
};

const noted = async (outcome: Received): Promise<readonly (readonly string[])[]> => {
  const heard: string[][] = [];
  const note = (administration: string, at: string) => {
    heard.push([administration, at]);
    return Promise.resolve();
  };
  expect(await noting(() => Promise.resolve(outcome), { note })(arrival)).toBe(outcome);
  return heard;
};

describe("the newest decision of an administration", () => {
  it("is noted when hemvist has stored a decision", async () => {
    expect(await noted({ kind: "recorded", record: received() })).toEqual([
      ["sf-centrum", "2026-11-02T09:00:00Z"],
    ]);
  });

  it("is not what changes nothing", async () => {
    expect(await noted({ kind: "not-yours" })).toEqual([]);
  });

  it("delays no answer when it cannot be noted", async () => {
    const outcome: Received = { kind: "recorded", record: received() };
    const fails = () => Promise.reject(new Error("busy"));

    expect(await noting(() => Promise.resolve(outcome), { note: fails })(arrival)).toBe(outcome);
    expect(printed().map((line) => JSON.parse(line).message)).toEqual([
      "time of the newest decision not kept",
    ]);
  });
});
