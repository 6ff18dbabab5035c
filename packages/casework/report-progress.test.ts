import { describe, expect, it } from "vitest";
import { aReport, monday, progressed, received, sentBy } from "../../test/support/a-case.ts";
import type { AssignmentStatus } from "./assignment.ts";
import { type Progress, reportProgress } from "./report-progress.ts";

const cause = { at: "2026-11-03T08:15:00Z", causationId: "p" };
const report = (record: ReturnType<typeof received>, progress: Progress, sender?: string) =>
  reportProgress(record, progress, { sender, cause });

describe("a provider's report", () => {
  it("moves the assignment and tells SF", () => {
    const record = progressed(received(), aReport("accepted"));

    expect(record.assignments[0]).toMatchObject({ status: "accepted", expectedStartOn: "2026-11-16" });
    expect(sentBy(record)).toEqual(["inbox-sf-centrum: assignment.status-changed"]);
    expect(record.outbox[0]?.event.data).toMatchObject({
      version: 2,
      previousStatus: "requested",
      status: "accepted",
    });
    expect(record.history.at(-1)).toMatchObject({
      by: "kompetenscenter",
      what: "progress-reported",
      status: "accepted",
    });
  });

  it("passes an absence on as a fact, and nothing else comes of it", () => {
    const record = progressed(received(), aReport("accepted"), aReport("failed"));

    expect(record.outbox[0]?.event.data).toMatchObject({
      reason: { code: "person-absent", whose: "person" },
    });
    expect(record.assignments[1]?.status).toBe("requested");
  });

  it("lets a reason go with the status it came with", () => {
    const steps: AssignmentStatus[] = ["accepted", "in-progress", "on-hold"];
    const held = progressed(received(), ...steps.map((status) => aReport(status)));
    const resumed = progressed(held, aReport("in-progress", { progressId: "p-again" }));

    expect(held.assignments[0]?.reason?.code).toBe("illness");
    expect(resumed.assignments[0]?.reason).toBeUndefined();
  });

  it("that comes twice is known, and changes nothing", () => {
    const record = progressed(received(), aReport("received"));

    expect(report(record, aReport("received"))).toMatchObject({ kind: "known", record });
  });

  it("that comes twice is known although the assignment has gone on since", () => {
    const record = progressed(received(), aReport("received"), aReport("accepted"));

    expect(report(record, aReport("received"))).toMatchObject({ kind: "known" });
  });
});

describe("a report is refused, and nothing changes,", () => {
  it.each<[string, Progress, string | undefined, object]>([
    [
      "of an unknown assignment",
      aReport("received", { assignmentId: "sf-centrum.SFC-2026-004711.9" }),
      undefined,
      { why: "no-such-assignment" },
    ],
    ["from somebody else's queue", aReport("received"), "arbetsmarknadsanstallning", { why: "not-yours" }],
    [
      "from before the assignment",
      aReport("received", { occurredAt: "2026-11-01T08:00:00Z" }),
      undefined,
      { why: "before-the-assignment", requestedAt: monday },
    ],
    [
      "of a status that is not open, naming those that are",
      aReport("completed"),
      undefined,
      { why: "not-open", status: "requested", open: ["received", "accepted", "rejected"] },
    ],
  ])("%s", (_what, progress, sender, refusal) => {
    expect(report(received(), progress, sender)).toEqual({ kind: "refused", refusal });
  });

  it("whose id is another report's", () => {
    const record = progressed(received(), aReport("received"));

    expect(report(record, aReport("accepted", { progressId: "p-received" }))).toEqual({
      kind: "refused",
      refusal: { why: "progress-id-taken" },
    });
  });
});
