import { describe, expect, it } from "vitest";
import { isDecisionOf, isPlain, withPlainIds } from "./shown-ids.ts";

describe("an id that may stand in a log:", () => {
  it.each([
    "SFC-2026-004711",
    "1",
    "A",
    "20261102-0042",
    "AP771",
    "EVA-2026",
    "5b1d0c52-7a38-4f0e-9c1b-000000000007",
  ])("%s", (id) => {
    expect(isPlain(id)).toBe(true);
  });

  it.each([
    "Kanarie-Andersson",
    "anna",
    "Anna-Li-2026-1",
    "2026-1-Andersson",
    "Alm",
    "EVA-ALM-1",
    "Bo-19500118",
    "18900118",
    "1950-01-18",
    "19500178-1",
    "-",
    "",
  ])("not %s", (id) => {
    expect(isPlain(id)).toBe(false);
  });
});

describe("a text with ids", () => {
  const shown = withPlainIds({ administrations: ["sf-centrum", "sf"], markOf: (id) => `mark of ${id}` });

  it.each([
    ["sf-centrum.SFC-2026-004711.1", "sf-centrum.SFC-2026-004711.1"],
    ["sf-centrum.Anna-Andersson", "sf-centrum.~mark of sf-centrum.Anna-Andersson"],
    ["sf-centrum.SFC-2026-1.Anna", "sf-centrum.SFC-2026-1.~mark of sf-centrum.SFC-2026-1.Anna"],
    [
      "sf-centrum.Anna.3.0.2026-11-02T09:00:00Z",
      "sf-centrum.~mark of sf-centrum.Anna.3.0.2026-11-02T09:00:00Z",
    ],
    ["about sf.Anna, and sf.7", "about sf.~mark of sf.Anna, and sf.7"],
    ["job.traineeship", "job.traineeship"],
    ["inbox-sf-centrum.fifo", "inbox-sf-centrum.fifo"],
  ])("%s is shown as %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("has no mark where the key is not known, and no name either", () => {
    const unmarked = withPlainIds({ administrations: ["sf-centrum"], markOf: () => undefined });

    expect(unmarked("sf-centrum.Anna.1")).toBe("sf-centrum.[id].1");
  });

  it("stays as it is where there is no administration", () => {
    expect(withPlainIds({ administrations: [], markOf: () => "x" })("sf.Anna")).toBe("sf.Anna");
  });
});

describe("the id of a decision", () => {
  const isDecision = isDecisionOf(["sf-centrum", "hemvist-prov"]);

  it.each(["sf-centrum.SFC-2026-004711", "sf-centrum.Anna", "hemvist-prov.PROV-1"])("is %s", (id) => {
    expect(isDecision(id)).toBe(true);
  });

  it.each([
    "Anna.Andersson",
    "sf-centrum.Anna Andersson",
    "sf-centrum.Anna%20Andersson",
    "Anna sf-centrum.SFC-1",
    "sf-centrum.SFC-1.1",
    "sf-centrum.",
    "",
  ])("is not %s", (text) => {
    expect(isDecision(text)).toBe(false);
  });
});
