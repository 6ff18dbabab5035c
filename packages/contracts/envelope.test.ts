import { describe, expect, it } from "vitest";
import { isOfType, openEnvelope } from "./envelope.ts";

const type = "se.goteborg.hemvist.decision.made.v1";
const data = { decisionId: "SFC-2026-004711" };
const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const event = { specversion: "1.0", id: "1", source: "urn:treserva", type, data };

const opened = (message: unknown) => openEnvelope(JSON.stringify(message), type);

describe("a queue message", () => {
  it.each([
    ["the bare data", data, { data }],
    ["a CloudEvent", event, { data }],
    [
      "one with the sender's own attributes",
      { ...event, time: "2026-11-02T09:00:00Z", tenant: "x" },
      { data },
    ],
    ["one with a trace", { ...event, traceparent }, { data, traceparent }],
    ["one with a trace that is none", { ...event, traceparent: "00-0-0-0" }, { data }],
    ["one with a trace that is no text", { ...event, traceparent: 7 }, { data }],
    [
      "one of another specification is taken for data",
      { ...event, specversion: "0.3" },
      { data: { ...event, specversion: "0.3" } },
    ],
    ["a list is data, to be refused by whoever reads it", [data], { data: [data] }],
  ])("%s", (_what, message, expected) => {
    expect(opened(message)).toEqual(expected);
  });

  it.each([
    [
      "of another type",
      { ...event, type: "se.goteborg.hemvist.progress.reported.v1" },
      "unknown-type",
      "/type",
    ],
    [
      "of a newer version",
      { ...event, type: "se.goteborg.hemvist.decision.made.v2" },
      "unknown-type",
      "/type",
    ],
    ["without data", { ...event, data: undefined }, "missing", "/data"],
  ])("a CloudEvent %s is refused", (_what, message, code, pointer) => {
    expect(opened(message)).toMatchObject({ faults: [{ code, pointer }] });
  });

  it("a CloudEvent of another type keeps its data, so that a refusal can name what it is about", () => {
    expect(opened({ ...event, type: "other" })).toMatchObject({ data });
  });

  it.each([
    ["too large", `"${"a".repeat(64 * 1024)}"`, "message-too-large"],
    ["too deep", "[".repeat(3000), "too-deep"],
  ])("that is %s is not read", (_what, body, code) => {
    expect(openEnvelope(body, type)).toEqual({ faults: [expect.objectContaining({ code, pointer: "" })] });
    expect(isOfType(body, type)).toBe(false);
  });

  it("may begin with a byte order mark", () => {
    expect(openEnvelope(`\ufeff${JSON.stringify(event)}`, type)).toEqual({ data });
    expect(isOfType(`\ufeff${JSON.stringify(event)}`, type)).toBe(true);
  });

  it.each(["", "{", "decision", "{'a':1}"])("%j is not JSON", (body) => {
    expect(openEnvelope(body, type)).toEqual({
      faults: [expect.objectContaining({ code: "not-json", pointer: "" })],
    });
  });
});

describe("a queue message is of a type", () => {
  it.each([
    ["that its envelope names", JSON.stringify(event), true],
    ["that its envelope names in escapes", JSON.stringify(event).replace("decision", "\\u0064ecision"), true],
    ["not that another field names", JSON.stringify({ ...event, type: "other", about: type }), false],
    ["not that something else in escapes names", JSON.stringify({ ...event, type: "\u0001" }), false],
    ["not where it has no envelope", JSON.stringify({ type }), false],
    ["not where it cannot be read", `{"type":"${type}"`, false],
  ])("%s", (_what, body, expected) => {
    expect(isOfType(body, type)).toBe(expected);
  });
});
