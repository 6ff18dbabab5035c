import { describe, expect, it } from "vitest";
import { logLines } from "../../test/support/log-lines.ts";
import { count, measure } from "./measure.ts";

const printed = logLines();
const lines = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));

/** The sets of dimensions in a line of CloudWatch's embedded metric format. */
const setsIn = (line: Record<string, unknown>): unknown => {
  const { CloudWatchMetrics } = line["_aws"] as { CloudWatchMetrics: [{ Dimensions: unknown }] };
  return CloudWatchMetrics[0].Dimensions;
};

describe("what is measured", () => {
  it("is written under each dimension that the catalogue declares, alone, and under no other", () => {
    count("AssignmentsBegun", { administration: "sf-centrum", area: "job", provider: "kompetenscenter" });
    count("MessagesFailed");

    expect(lines().map(setsIn)).toEqual([[["administration"], ["area"], ["provider"]], [["service"]]]);
    expect(lines()).toMatchObject([
      { AssignmentsBegun: 1, administration: "sf-centrum", area: "job", provider: "kompetenscenter" },
      { MessagesFailed: 1, service: "a-function" },
    ]);
  });

  it("is one line for all that has the same dimensions: counts as a sum, times and shares one by one", () => {
    for (const seconds of [3, 60]) {
      count("AssignmentsBegun", { administration: "sf-centrum", area: "job", provider: "kompetenscenter" });
      measure("TimeToBegin", seconds, {
        administration: "sf-centrum",
        area: "job",
        provider: "kompetenscenter",
      });
    }

    expect(lines()).toMatchObject([{ AssignmentsBegun: 2, TimeToBegin: [3, 60] }]);
    expect(lines()[0]).toHaveProperty(
      ["_aws", "CloudWatchMetrics", 0, "Metrics"],
      [
        { Name: "AssignmentsBegun", Unit: "Count" },
        { Name: "TimeToBegin", Unit: "Seconds" },
      ],
    );
  });

  it("is another line for other values of a dimension", () => {
    count("DecisionsAssigned", { administration: "sf-centrum" });
    count("DecisionsAssigned", { administration: "sf-hisingen" });

    expect(lines().map(({ administration }) => administration)).toEqual(["sf-centrum", "sf-hisingen"]);
  });

  it("is there as 0 where nothing was found: no data would say that nothing was looked for", () => {
    measure("RecordsUnreadable", 0);

    expect(lines()).toMatchObject([{ RecordsUnreadable: 0 }]);
  });

  it("keeps its dimensions however many values it has: CloudWatch takes a hundred in a line", () => {
    for (let nth = 0; nth < 250; nth += 1) measure("HandedOnInTime", nth % 2 ? 100 : 0);

    const values = lines().flatMap(({ HandedOnInTime }) => HandedOnInTime);
    expect(lines().map(setsIn)).toEqual([[["service"]], [["service"]], [["service"]]]);
    expect(values).toHaveLength(250);
  });
});
