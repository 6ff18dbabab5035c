import { describe, expect, it } from "vitest";
import { logLines } from "../../test/support/log-lines.ts";
import { measureSteps } from "./measured-steps.ts";

const printed = logLines();
const lines = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));

const where = { administration: "sf-centrum", area: "job", provider: "kompetenscenter" };
const hour = 3_600_000;

describe("the steps of assignments", () => {
  it.each([
    ["requested", "requested", undefined, { AssignmentsRequested: 1 }],
    ["acknowledged", "received", hour, { AssignmentsAcknowledged: 1, TimeToAcknowledge: 3600 }],
    ["accepted", "accepted", 2 * hour, { AssignmentsAccepted: 1, TimeToAccept: 7200 }],
    ["begun", "in-progress", 24 * hour, { AssignmentsBegun: 1, TimeToBegin: 86_400 }],
  ] as const)("count, each with its time in seconds: %s", (step, status, after, figures) => {
    measureSteps([{ ...where, step, status, ...(after === undefined ? {} : { after }) }]);

    expect(lines()).toMatchObject([{ ...where, ...figures }]);
  });

  it("end by how they ended too", () => {
    measureSteps([{ ...where, step: "ended", status: "completed", after: hour }]);

    expect(lines()).toMatchObject([
      { ...where, AssignmentsEnded: 1, status: "completed" },
      { ...where, TimeToEnd: 3600 },
    ]);
  });

  it("have no time where the step before is not known", () => {
    measureSteps([{ ...where, step: "ended", status: "rejected" }]);

    expect(lines()).toMatchObject([{ AssignmentsEnded: 1, status: "rejected" }]);
  });
});
