import { describe, expect, it } from "vitest";
import { aProgressMessage } from "../../test/events/sample-message.ts";
import { readProgress } from "./progress-message.ts";

const faultsIn = (changes: Record<string, unknown>): readonly string[] => {
  const read = readProgress(aProgressMessage(changes));
  return read.ok ? [] : read.faults.map(({ code, pointer }) => `${code} ${pointer}`);
};

const reason = (code: string, text?: string) => ({
  reason: { code, whose: "person", ...(text === undefined ? {} : { text }) },
});

describe("what each status needs", () => {
  it.each([
    ["received", {}, []],
    ["accepted", {}, ["needs-expected-start /expectedStartOn"]],
    ["accepted", { expectedStartOn: "2026-11-09" }, []],
    ["in-progress", {}, []],
    ["completed", {}, ["needs-result /result"]],
    ...["work", "studies", "next-step", "none"].map((result) => ["completed", { result }, []] as const),
    ["rejected", {}, ["needs-reason /reason"]],
    ["on-hold", {}, ["needs-reason /reason"]],
    ["failed", {}, ["needs-reason /reason"]],
    ...["no-capacity", "wrong-service", "person-declined", "person-unreachable"].map(
      (code) => ["rejected", reason(code), []] as const,
    ),
    ...["illness", "parental-leave", "awaiting-place"].map((code) => ["on-hold", reason(code), []] as const),
    ...["person-absent", "person-withdrew", "illness", "provider-cannot"].map(
      (code) => ["failed", reason(code), []] as const,
    ),
    ["rejected", reason("illness"), ["needs-reason /reason/code"]],
    ["on-hold", reason("person-absent"), ["needs-reason /reason/code"]],
    ["failed", reason("no-capacity"), ["needs-reason /reason/code"]],
    ...["rejected", "on-hold", "failed"].flatMap(
      (status) =>
        [
          [status, reason("other", "Because."), []],
          [status, reason("other"), ["needs-text /reason/text"]],
          [status, reason("other", "x".repeat(201)), ["too-large /reason/text"]],
        ] as const,
    ),
    ["failed", reason("illness", "Free text"), ["text-not-asked-for /reason/text"]],
    ["cancelled", {}, ["not-one-of /status"]],
    ["requested", {}, ["not-one-of /status"]],
  ] as const)("%s with %j", (status, changes, faults) => {
    expect(faultsIn({ status, ...changes })).toEqual(faults);
  });
});

describe("every fault at once", () => {
  it("of what it holds and of what it lacks", () => {
    expect(
      faultsIn({
        progressId: "4711",
        assignmentId: "x",
        status: "completed",
        occurredAt: "yesterday",
        note: "x",
      }),
    ).toEqual([
      "not-a-uuid /progressId",
      "not-an-id /assignmentId",
      "not-an-instant /occurredAt",
      "unknown-field /note",
      "needs-result /result",
    ]);
  });

  it("a reason that cannot be read gives one fault", () => {
    expect(faultsIn({ status: "failed", reason: { code: "bored", whose: "nobody" } })).toEqual([
      "not-one-of /reason/code",
      "not-one-of /reason/whose",
    ]);
  });
});

describe("when it occurred", () => {
  it.each([
    ["2026-11-03T08:12:00Z", "2026-11-03T08:12:00Z"],
    ["2026-11-03T09:12:00+01:00", "2026-11-03T08:12:00Z"],
    ["2026-11-03T08:12:00.987Z", "2026-11-03T08:12:00Z"],
    ["2026-11-02T23:30:00-05:00", "2026-11-03T04:30:00Z"],
  ])("%s is %s", (occurredAt, utc) => {
    expect(readProgress(aProgressMessage({ occurredAt }))).toMatchObject({
      ok: true,
      value: { occurredAt: utc },
    });
  });

  it.each(["2026-11-03T08:12:00", "2026-11-03", "2026-02-30T08:12:00Z", "1762157520"])(
    "%s is no instant",
    (occurredAt) => {
      expect(faultsIn({ occurredAt })).toEqual(["not-an-instant /occurredAt"]);
    },
  );
});
