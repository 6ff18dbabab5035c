import { describe, expect, it } from "vitest";
import { goteborg } from "../../test/support/goteborg.ts";
import { addressed, type Draft, reply } from "./message.ts";

const draft: Draft = {
  queue: "inbox-sf-centrum",
  happening: "decision.assigned",
  subject: "sf-centrum.SFC-2026-004711",
  data: { version: 3 },
};
const cause = { municipality: goteborg, at: "2026-11-02T09:00:00Z", causationId: "revision 2" };
const place = { correlationId: "sf-centrum.SFC-2026-004711", version: 3, index: 1, cause };

describe("a message's envelope", () => {
  it("is a CloudEvent, named by decision, version, index and time, and names what caused it", () => {
    expect(addressed(draft, place)).toEqual({
      queue: "inbox-sf-centrum",
      event: {
        specversion: "1.0",
        id: "sf-centrum.SFC-2026-004711.3.1.2026-11-02T09:00:00Z",
        source: "urn:hemvist:goteborg",
        type: "se.goteborg.hemvist.decision.assigned.v1",
        time: "2026-11-02T09:00:00Z",
        subject: "sf-centrum.SFC-2026-004711",
        datacontenttype: "application/json",
        correlationid: "sf-centrum.SFC-2026-004711",
        causationid: "revision 2",
        data: { version: 3 },
      },
    });
  });

  it("carries the trace on that its cause came with", () => {
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const traced = addressed(draft, { ...place, cause: { ...cause, traceparent } });

    expect(traced.event.traceparent).toBe(traceparent);
  });
});

describe("a reply", () => {
  it("changes no version, so the one who sends it gives its id", () => {
    const { correlationId } = place;

    expect(reply(draft, { id: "reply-1", correlationId, cause })).toEqual({
      queue: "inbox-sf-centrum",
      event: { ...addressed(draft, place).event, id: "reply-1" },
    });
  });
});
