import { describe, expect, it } from "vitest";
import { aReport, heardAt, monday, progressed, received, sentBy } from "../../test/support/a-case.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { AssignmentStatus } from "./assignment.ts";
import { type Progress, reportProgress } from "./report-progress.ts";

const cause = { municipality: goteborg, at: "2026-11-03T08:15:00Z", causationId: "p" };
const report = (record: ReturnType<typeof received>, progress: Progress, sender?: string) =>
  reportProgress(record, progress, { sender, cause });

describe("a provider's report", () => {
  it("moves the assignment and notifies SF", () => {
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

  it("moves its own assignment, and is kept as it was reported", () => {
    const reported = aReport("rejected");
    const record = progressed(received(), reported);

    expect(record.assignments.map(({ status }) => status)).toEqual(["rejected", "requested"]);
    expect(record.assignments[0]?.statusAt).toBe(reported.occurredAt);
    expect(record.history.at(-1)).toEqual({
      what: "progress-reported",
      ...reported,
      version: 2,
      at: reported.occurredAt,
      by: "kompetenscenter",
    });
  });

  it("from the provider's own queue, of the very instant it was requested, is taken", () => {
    const prompt = aReport("received", { occurredAt: monday });

    expect(report(received(), prompt, "kompetenscenter")).toMatchObject({
      kind: "recorded",
      assignment: { status: "received", statusAt: monday },
    });
  });

  it("adds nothing to an assignment that it does not say", () => {
    const [before] = received().assignments;
    const [after] = progressed(received(), aReport("received")).assignments;

    const at = "2026-11-03T08:12:00Z";
    expect(after).toEqual({ ...before, status: "received", statusAt: at, heardAt: at });
  });

  it("notes when the report came beside when it happened, and the first day that it was in progress", () => {
    const accepted = progressed(received(), aReport("accepted"));
    const begun = heardAt("2026-11-20T09:00:00Z", accepted, aReport("in-progress"));
    const paused = aReport("on-hold", { occurredAt: "2026-11-23T09:00:00Z" });
    const again = aReport("in-progress", { progressId: "again", occurredAt: "2026-11-30T09:00:00Z" });

    expect(begun.assignments[0]).toMatchObject({
      statusAt: "2026-11-03T08:12:00Z",
      heardAt: "2026-11-20T09:00:00Z",
      begunAt: "2026-11-03T08:12:00Z",
    });
    expect(progressed(begun, paused, again).assignments[0]?.begunAt).toBe("2026-11-03T08:12:00Z");
  });

  it("lets a result stand as what it came to", () => {
    const steps: AssignmentStatus[] = ["accepted", "in-progress", "completed"];

    expect(progressed(received(), ...steps.map((status) => aReport(status))).assignments[0]).toMatchObject({
      status: "completed",
      result: "work",
      expectedStartOn: "2026-11-16",
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

describe("a report under an id that was used", () => {
  const other = { code: "other", whose: "provider", text: "as told" } as const;
  const first = aReport("rejected", { reason: other });

  it("is the same whatever order it is written in", () => {
    const record = progressed(received(), first);
    const again = Object.fromEntries(Object.entries(first).toReversed()) as unknown as Progress;

    expect(report(record, again)).toMatchObject({ kind: "known", assignment: { status: "rejected" } });
  });

  it.each<[string, Partial<Progress>]>([
    ["assignment", { assignmentId: "sf-centrum.SFC-2026-004711.2" }],
    ["status", { status: "received" }],
    ["time", { occurredAt: "2026-11-03T08:13:00Z" }],
    ["expected start", { expectedStartOn: "2026-11-16" }],
    ["reason", { reason: { ...other, code: "no-capacity" } }],
    ["whose reason it was", { reason: { ...other, whose: "person" } }],
    ["text", { reason: { ...other, text: "otherwise" } }],
    ["absence of a reason", { reason: undefined } as unknown as Partial<Progress>],
    ["result", { result: "work" }],
  ])("is another by its %s, and refused", (_what, changes) => {
    expect(report(progressed(received(), first), { ...first, ...changes })).toEqual({
      kind: "refused",
      refusal: { why: "progress-id-taken" },
    });
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
    [
      "from a provider that never had it",
      aReport("received"),
      "arbetsmarknadsanstallning",
      { why: "no-such-assignment" },
    ],
    ["from the SF that decided it", aReport("received"), "sf-centrum", { why: "not-yours" }],
    [
      "from before the decision",
      aReport("received", { occurredAt: "2026-11-01T08:00:00Z" }),
      undefined,
      { why: "before-the-decision", decidedOn: "2026-11-02" },
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
