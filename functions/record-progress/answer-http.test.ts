import type { HttpRequest } from "@hemvist/runtime";
import { describe, expect, it } from "vitest";
import { callerAs } from "../../test/support/a-caller.ts";
import { aReport, received } from "../../test/support/a-case.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { postProgress } from "./answer-http.ts";
import { recordProgress } from "./record-progress.ts";

const assignmentId = "sf-centrum.SFC-2026-004711.1";
const uuid = "00000000-0000-4000-8000-000000000001";
const named = { assignmentId, progressId: uuid };
const report = (status: Parameters<typeof aReport>[0], changes = {}) =>
  aReport(status, { progressId: uuid, ...changes });

const request = (body: unknown, addressedTo = assignmentId, party = "kompetenscenter"): HttpRequest => ({
  caller: callerAs(party),
  parameters: { assignmentId: addressedTo },
  body,
  receivedAt: "2026-11-03T09:00:00Z",
  requestId: "request-1",
  elapsed: () => 40,
  baseUrl: "https://api.example",
});
const posting = () => {
  const cases = memoryCases(received());
  return { cases, post: postProgress(recordProgress({ municipality: goteborg, cases })) };
};

describe("POST /v1/assignments/{assignmentId}/progress", () => {
  it("says where the assignment stands and where it can go, and the same once more", async () => {
    const { post } = posting();
    const stand = {
      assignmentId,
      status: "received",
      statusAt: "2026-11-03T08:12:00Z",
      open: ["accepted", "rejected"],
    };

    expect(await post(request(report("received")))).toEqual({ status: 200, body: stand });
    expect(await post(request(report("received")))).toEqual({ status: 200, body: stand });
  });

  it.each([
    [
      "what cannot be read",
      { ...report("received"), note: 1 },
      400,
      { type: "urn:hemvist:problem:unreadable", ...named },
    ],
    [
      "a transition that is not open",
      report("completed"),
      409,
      { ...named, open: ["received", "accepted", "rejected"] },
    ],
    [
      "what happened before the decision",
      report("received", { occurredAt: "2026-10-01T08:00:00Z" }),
      409,
      { type: "urn:hemvist:problem:before-the-decision", decidedOn: "2026-11-02" },
    ],
    [
      "what has not happened yet",
      report("received", { occurredAt: "2126-11-03T08:12:00Z" }),
      409,
      { type: "urn:hemvist:problem:in-the-future", receivedAt: "2026-11-03T09:00:00Z" },
    ],
    [
      "a start after the assignment",
      report("accepted", { expectedStartOn: "2062-11-09" }),
      409,
      { type: "urn:hemvist:problem:outside-the-assignment", from: "2026-11-09", to: "2027-05-09" },
    ],
  ])("answers %s with a problem, and changes nothing", async (_what, body, status, problem) => {
    const { post, cases } = posting();

    expect(await post(request(body))).toMatchObject({ status, body: problem });
    expect(await cases.find({ administration: "sf-centrum", decisionId: "SFC-2026-004711" })).toEqual(
      received(),
    );
  });

  it("answers a report under an id that another one has with a problem", async () => {
    const { post } = posting();
    await post(request(report("received")));

    expect(await post(request(report("accepted")))).toMatchObject({
      status: 409,
      body: { type: "urn:hemvist:problem:progress-id-taken" },
    });
  });

  it("answers 404 for an assignment that does not exist", async () => {
    const unknown = "sf-centrum.SFC-9.1";

    expect(
      await posting().post(request(report("received", { assignmentId: unknown }), unknown)),
    ).toMatchObject({ status: 404 });
  });

  it("takes no report on another assignment than the one in its address", async () => {
    expect(await posting().post(request(report("received"), "sf-centrum.SFC-2026-004711.2"))).toMatchObject({
      status: 400,
      body: { faults: [{ pointer: "/assignmentId", code: "not-this-assignment" }] },
    });
  });
});
