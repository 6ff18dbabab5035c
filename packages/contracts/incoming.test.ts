import { describe, expect, it } from "vitest";
import { goteborg } from "../../test/support/goteborg.ts";
import { fromAdministration, fromProvider } from "./incoming.ts";

const context = { receivedOn: "2026-11-02", municipality: goteborg };
const type = "se.goteborg.hemvist.decision.made.v1";
const data = { decisionId: "SFC-2026-004711" };
const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const event = { specversion: "1.0", id: "1", source: "urn:treserva", type, data };
const ids = {
  assignmentId: "sf-centrum.SFC-2026-004711.1",
  proposalId: "00000000-0000-4000-8000-000000000001",
};

const opened = (message: unknown) => fromAdministration(JSON.stringify(message), context);
const reported = (message: unknown) => fromProvider(JSON.stringify(message), context);
const typed = (happening: string, its: unknown) => ({
  ...event,
  type: `se.goteborg.hemvist.${happening}.v1`,
  data: its,
});

describe("what a queue message is, is said by its envelope and its queue", () => {
  it.each([
    ["a decision", opened(event), "decision", data],
    ["an answer to a proposal", opened(typed("proposal.answered", ids)), "proposal-answer", ids],
    ["bare data from an administration", opened(data), "decision", data],
    ["a report", reported(typed("progress.reported", ids)), "progress", { assignmentId: ids.assignmentId }],
    ["a proposal", reported(typed("proposal.made", ids)), "proposal", ids],
    ["a proposal taken back", reported(typed("proposal.withdrawn", ids)), "withdrawal", ids],
    ["bare data from a provider", reported(ids), "progress", { assignmentId: ids.assignmentId }],
  ])("%s", (_what, incoming, kind, named) => {
    expect(incoming).toMatchObject({ kind, named });
    expect(incoming).not.toHaveProperty("faults");
  });

  it.each([
    ["that only another field names", { ...event, about: typed("proposal.answered", {}).type }, "decision"],
    [
      "that its envelope names in escapes",
      JSON.stringify(typed("proposal.answered", ids)).replace("answered", "\\u0061nswered"),
      "proposal-answer",
    ],
    ["that its data names without an envelope", { type: typed("proposal.answered", {}).type }, "decision"],
  ])("a type %s", (_what, message, kind) => {
    const body = typeof message === "string" ? message : JSON.stringify(message);

    expect(fromAdministration(body, context).kind).toBe(kind);
  });
});

describe("a queue message is opened:", () => {
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
    ["a list is data, to be refused by what reads it", [data], { data: [data] }],
  ])("%s", (_what, message, expected) => {
    const { kind, named: _named, ...rest } = opened(message);

    expect(kind).toBe("decision");
    expect(rest).toEqual(expected);
  });

  it("may begin with a byte order mark", () => {
    expect(fromAdministration(`\ufeff${JSON.stringify(event)}`, context)).toMatchObject({ data });
  });
});

describe("a queue message that cannot be opened", () => {
  it.each([
    ["of another type", typed("progress.reported", data), "unknown-type", "/type", data],
    [
      "of a newer version",
      { ...event, type: "se.goteborg.hemvist.decision.made.v2" },
      "unknown-type",
      "/type",
      data,
    ],
    [
      "of another municipality",
      { ...event, type: "se.elsewhere.hemvist.decision.made.v1" },
      "unknown-type",
      "/type",
      data,
    ],
    ["without data", { ...event, data: undefined }, "missing", "/data", {}],
  ])("%s says why, and what it is about as far as that is known", (_what, message, code, pointer, named) => {
    expect(opened(message)).toEqual({
      kind: "decision",
      named,
      faults: [expect.objectContaining({ code, pointer })],
    });
  });

  it.each([
    ["too large", `"${"a".repeat(64 * 1024)}"`, "message-too-large"],
    ["too deep", "[".repeat(3000), "too-deep"],
    ["empty", "", "not-json"],
    ["cut off", `{"type":"${type}"`, "not-json"],
    ["no JSON", "{'a':1}", "not-json"],
  ])("that is %s is not read", (_what, body, code) => {
    const faults = [expect.objectContaining({ code, pointer: "" })];

    expect(fromAdministration(body, context)).toEqual({ kind: "decision", named: {}, faults });
    expect(fromProvider(body, context)).toEqual({ kind: "progress", named: {}, faults });
  });
});
