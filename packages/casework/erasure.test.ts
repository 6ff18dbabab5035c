import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { erasedFrom } from "./erasure.ts";
import { nextVersion } from "./next-version.ts";

const over = () => {
  const { dueAt: _awaited, ...rest } = received(aDecision({ validTo: "2027-11-08" }));
  return rest;
};
const noted = (at: string) => {
  const { history, ...rest } = over();
  return { ...rest, history: [...history, { ...history[0], at } as never] };
};

describe("five years after (16 kap. 1 § SoL)", () => {
  it.each([
    ["the decision's last day, where the last note is older", "2027-03-01T09:00:00Z", "2032-11-08T23:00:00Z"],
    ["the last note, where the decision ended before it", "2028-02-01T09:00:00Z", "2033-02-01T23:00:00Z"],
    ["the day in Stockholm", "2028-01-31T23:30:00Z", "2033-02-01T23:00:00Z"],
    ["29 February: on the 28th", "2028-02-29T09:00:00Z", "2033-02-28T23:00:00Z"],
  ])("%s", (_what, lastNote, from) => {
    expect(erasedFrom(noted(lastNote), "five-years")).toBe(from);
  });

  it("a decision that was returned and never assigned: its last note alone", () => {
    const { standing: _none, ...returned } = noted("2026-11-02T09:00:00Z");

    expect(erasedFrom(returned, "five-years")).toBe("2031-11-02T23:00:00Z");
  });

  it.each([
    ["something is awaited", () => ({ ...over(), dueAt: "2026-11-04T08:00:00Z" })],
    [
      "the decision runs until further notice",
      () => ({ ...received(aBasicDecision({ validTo: undefined })), dueAt: undefined }),
    ],
    ["there is no note", () => ({ ...over(), history: [] })],
  ])("nothing is erased while %s", (_what, recordOf) => {
    expect(erasedFrom(recordOf() as ReturnType<typeof over>, "five-years")).toBeUndefined();
  });
});

it("is never where a municipality keeps its files", () => {
  expect(erasedFrom(noted("2028-02-01T09:00:00Z"), "keep")).toBeUndefined();
});

describe("a record's next version", () => {
  const ended = () =>
    progressed(
      received(aDecision({ interventions: aDecision().interventions.slice(0, 1) })),
      aReport("received"),
      aReport("accepted"),
      aReport("in-progress"),
      aReport("completed"),
    );
  const noteIn = (retention: "keep" | "five-years", record = ended()) =>
    nextVersion(
      { record: { ...record, standing: undefined } as never, facts: [], drafts: [] },
      {
        cause: { municipality: { ...goteborg, retention }, at: "2027-12-01T09:00:00Z", causationId: "c" },
        by: "x",
      },
    );

  it("says from when it may be erased, and says it anew with each note", () => {
    const next = noteIn("five-years");

    expect(next.eraseAt).toBe(erasedFrom(next, "five-years"));
    expect(next.eraseAt).toBeDefined();
    expect(noteIn("keep", next)).not.toHaveProperty("eraseAt");
  });

  it("says nothing of it in Göteborg", () => {
    expect(noteIn(goteborg.retention)).not.toHaveProperty("eraseAt");
  });
});
