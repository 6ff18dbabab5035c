import { describe, expect, it } from "vitest";
import { aReport, received } from "../../test/support/a-case.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { logged } from "./log-outcome.ts";
import { recordProgress } from "./record-progress.ts";

const printed = logLines();
const lines = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));

const uuid = "00000000-0000-4000-8000-000000000001";
const recording = () => {
  const record = logged(recordProgress({ municipality: goteborg, cases: memoryCases(received()) }));
  return (message: unknown) =>
    record({ message, receivedAt: "2026-11-03T09:00:00Z", sender: "kompetenscenter" });
};

describe("what the log says of a report", () => {
  it.each([
    ["taken", aReport("received", { progressId: uuid }), "progress recorded", { ProgressRecorded: 1 }],
    ["refused", aReport("completed", { progressId: uuid }), "progress refused", { ProgressRefused: 1 }],
    ["unreadable", aReport("received"), "progress unreadable", { ProgressUnreadable: 1 }],
  ])("that is %s: one line, and one more counted for its provider", async (_what, message, line, counted) => {
    await recording()(message);

    expect(lines()).toMatchObject([{ message: line }, { ...counted, provider: "kompetenscenter" }]);
  });

  it("counts a report that was here before no more", async () => {
    const record = recording();
    await record(aReport("received", { progressId: uuid }));
    await record(aReport("received", { progressId: uuid }));

    expect(lines().flatMap(({ message }) => message ?? [])).toEqual(["progress recorded", "progress known"]);
    expect(lines().filter((line) => "_aws" in line)).toHaveLength(1);
  });

  it("is never a reason in a provider's own words", async () => {
    const reason = { code: "other", whose: "person", text: "in a provider's own words" } as const;
    await recording()(aReport("rejected", { progressId: uuid, reason }));

    expect(lines()[0]).toMatchObject({ status: "rejected" });
    expect(printed().join("\n")).not.toContain("own words");
  });
});
