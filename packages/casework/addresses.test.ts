import { describe, expect, it } from "vitest";
import {
  assignmentIdOf,
  caseKeyOf,
  correlationIdOf,
  decisionOf,
  eventIdOf,
  partsOf,
  placeOf,
} from "./addresses.ts";

describe("a decision's id among all administrations'", () => {
  it("names administration and decision", () => {
    const key = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };

    expect(correlationIdOf(key)).toBe("sf-centrum.SFC-2026-004711");
    expect(caseKeyOf(correlationIdOf(key))).toEqual(key);
  });

  it("is no decision's where it names none", () => {
    expect(caseKeyOf("")).toEqual({ administration: "", decisionId: "" });
    expect(caseKeyOf("sf-centrum")).toEqual({ administration: "sf-centrum", decisionId: "" });
  });
});

describe("an assignment's id", () => {
  it("names administration, decision and intervention", () => {
    const decision = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };
    const assignmentId = assignmentIdOf(decision, "1");

    expect(assignmentId).toBe("sf-centrum.SFC-2026-004711.1");
    expect(decisionOf(assignmentId)).toEqual(decision);
    expect(partsOf(assignmentId)).toEqual({ ...decision, interventionId: "1" });
  });

  it.each([
    "",
    "sf-centrum",
    "sf-centrum.SFC-1",
    "sf-centrum.SFC-1.",
    "sf-centrum..1",
    ".SFC-1.1",
    "a.b.c.d",
  ])("%j is none", (text) => {
    expect(decisionOf(text)).toBeUndefined();
  });
});

describe("an event's id", () => {
  const correlationid = "sf-centrum.SFC-2026-004711";

  it("names decision, version, index and time, and gives the place", () => {
    const id = eventIdOf(correlationid, { version: 12, index: 0, at: "2026-11-02T09:00:00Z" });

    expect(id).toBe("sf-centrum.SFC-2026-004711.12.0.2026-11-02T09:00:00Z");
    expect(placeOf({ id, correlationid })).toEqual({ version: 12, index: 0 });
  });

  it.each([
    "a-message-id.refused.0123456789ab",
    "sf-centrum.SFC-2026-0047112.12.0.2026-11-02T09:00:00Z",
    "sf-centrum.SFC-2026-004711.x1.0",
    "sf-centrum.SFC-2026-004711.12",
    "sf-centrum.SFC-2026-004711.12.0x",
  ])("of a reply gives none: %s", (id) => {
    expect(placeOf({ id, correlationid })).toBeUndefined();
  });
});
