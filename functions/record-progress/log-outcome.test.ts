import type { Progress } from "@hemvist/casework";
import { queueBatch } from "@hemvist/runtime";
import { describe, expect, it } from "vitest";
import { aBatch } from "../../test/support/a-batch.ts";
import { aReport, received } from "../../test/support/a-case.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { recordingDeadLetters } from "../../test/support/recording-dead-letters.ts";
import { recordingOutlet } from "../../test/support/recording-outlet.ts";
import { recordProgress } from "./record-progress.ts";
import { recordProposal } from "./record-proposal.ts";
import { takeMessage } from "./take-message.ts";

const printed = logLines();
const all = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));
const lines = () => all().filter((line) => !("_aws" in line));
const metrics = () => all().filter((line) => "_aws" in line);

const uuid = (nth: number) => `00000000-0000-4000-8000-00000000000${nth}`;

const recording = () => {
  const ports = { municipality: goteborg, cases: memoryCases(received()) };
  const run = queueBatch(
    takeMessage({
      ...ports,
      record: recordProgress(ports),
      proposals: recordProposal(ports),
      deadLetters: recordingDeadLetters(),
      outlet: recordingOutlet(),
    }),
  );
  let messages = 0;
  return async (report: Progress) => {
    messages += 1;
    await run(aBatch({ messageId: `message-${messages}`, body: JSON.stringify(report) }));
  };
};

const at = "2026-11-02T09:00:00Z";
const aRead = (status: Progress["status"], nth: number) =>
  aReport(status, { progressId: uuid(nth), occurredAt: at });
const about = { assignment: "sf-centrum.SFC-2026-004711.1", correlationid: "sf-centrum.SFC-2026-004711" };

describe("what the log says of a report", () => {
  it.each([
    [
      "taken",
      aRead("received", 1),
      { ...about, outcome: "progress recorded", version: 2 },
      { ProgressRecorded: 1 },
    ],
    [
      "refused",
      aRead("completed", 1),
      { ...about, outcome: "progress refused", why: "not-open" },
      { ProgressRefused: 1 },
    ],
    [
      "unreadable",
      aReport("received"),
      { outcome: "progress unreadable", faults: ["not-a-uuid"] },
      { ProgressUnreadable: 1 },
    ],
  ])("that is %s: one line, and one more counted for its provider", async (_what, report, line, counted) => {
    await recording()(report);

    expect(lines()).toMatchObject([{ message: "message taken", messageId: "message-1", ...line }]);
    expect(metrics()).toContainEqual(expect.objectContaining({ ...counted, provider: "kompetenscenter" }));
  });

  it("that was here before: it is repeated, and no step more", async () => {
    const record = recording();
    await record(aRead("received", 1));
    await record(aRead("received", 1));

    expect(lines().map(({ outcome }) => outcome)).toEqual(["progress recorded", "progress known"]);
    expect(metrics()).toMatchObject([
      { ProgressRecorded: 1, ProgressRepeated: 1, provider: "kompetenscenter" },
      { AssignmentsAcknowledged: 1, TimeToAcknowledge: 0, area: "job", administration: "sf-centrum" },
    ]);
  });

  it("that changes nothing: why, once for all providers", async () => {
    await recording()(aRead("completed", 1));

    expect(metrics()).toContainEqual(expect.objectContaining({ Refusals: 1, why: "not-open" }));
  });

  it("is never a reason in a provider's own words", async () => {
    const reason = { code: "other", whose: "person", text: "in a provider's own words" } as const;
    await recording()({ ...aRead("rejected", 1), reason });

    expect(lines()[0]).toMatchObject({ status: "rejected" });
    expect(printed().join("\n")).not.toContain("own words");
  });
});
