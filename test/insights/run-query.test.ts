import { describe, expect, it } from "vitest";
import { runQuery } from "./run-query.ts";

// The commands as AWS documents them, on lines made up for each:
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
const lines = [
  {
    "@timestamp": 3,
    statusCode: 500,
    serviceName: "a",
    range: 10,
    logGroup: "example_group",
    faults: ["x", "y"],
  },
  { "@timestamp": 1, statusCode: 404, serviceName: "b", range: 3500, exception: "NullPointerException" },
  { "@timestamp": 2, statusCode: 200, serviceName: "a", range: 4000, logGroup: "other" },
];
const times = (query: string) => runQuery(query, lines).map((row) => row["@timestamp"]);

describe("a query of Logs Insights, here", () => {
  it.each([
    ["a number above another", "filter range > 3000", [1, 2]],
    ["two conditions", "filter range > 3000 and statusCode = 404", [1]],
    [
      "either of two, with the other in parentheses",
      "filter statusCode = 200 or (range > 9 and statusCode = 500)",
      [3, 2],
    ],
    ["and before or", "filter statusCode = 500 or range > 3000 and statusCode = 200", [3, 2]],
    ["a member of a list", 'filter logGroup in ["example_group", "more"]', [3]],
    ["no number but this", "filter statusCode != 200", [3, 1]],
    ["a part of a text", "filter exception like /Exception$/", [1]],
    ["a field that is there", "filter ispresent(exception)", [1]],
    ["a place in a list", 'filter faults.1 = "y"', [3]],
  ])("filters by %s", (_what, query, expected) => {
    expect(times(query)).toEqual(expected);
  });

  it("sorts by a number, both ways, and takes so many", () => {
    expect(times("sort @timestamp asc")).toEqual([1, 2, 3]);
    expect(times("sort @timestamp desc\n| limit 2")).toEqual([3, 2]);
  });

  it("counts and measures by a field", () => {
    const query =
      "stats count(*) as times, max(range) as longest, avg(range) as mean by serviceName\n| sort times desc";

    expect(runQuery(query, lines)).toEqual([
      { serviceName: "a", times: 2, longest: 4000, mean: 2005 },
      { serviceName: "b", times: 1, longest: 3500, mean: 3500 },
    ]);
    expect(
      runQuery("stats pct(range, 50) as half, sum(range) as all, count(exception) as some", lines),
    ).toEqual([{ half: 3500, all: 7510, some: 1 }]);
  });

  it.each(["parse @message /x/", "stats stddev(ms)", "filter a ~ 1", "filter a = 1 b", "sort a"])(
    "refuses what it does not know: %s",
    (query) => {
      expect(() => runQuery(query, lines)).toThrow(Error);
    },
  );
});
