import { describe, expect, it } from "vitest";
import { type DashboardSources, dashboardDrawn } from "./drawn.ts";

const now = "2026-11-02T12:00:00Z";
const at = (hour: number): number => Date.parse(`2026-11-02T${String(hour).padStart(2, "0")}:00:00Z`);

/** One metric has two points, and the others have none. */
const sources: DashboardSources = {
  metrics: {
    points: ({ name, statistic }) =>
      name === "Received"
        ? [10, 11].map((hour) => ({ at: at(hour), value: statistic === "Sum" ? hour : 2 }))
        : [],
  },
  alarms: [],
  now,
};

const drawn = (type: string, properties: unknown) => {
  const body = JSON.stringify({
    start: "-PT6H",
    widgets: [{ x: 0, y: 0, width: 6, height: 6, type, properties }],
  });
  return dashboardDrawn({ name: "any", body }, sources);
};
const drawing = (type: string, properties: unknown) => drawn(type, properties).widgets[0]?.drawing;

describe("a dashboard's widget", () => {
  it("shows the time that its dashboard says, until now", () => {
    expect(drawn("text", { markdown: "x" })).toMatchObject({ from: at(6) / 1000, to: at(12) / 1000 });
  });

  it("has a line for each metric, with its points", () => {
    expect(
      drawing("metric", {
        title: "Beslut",
        metrics: [
          ["Hemvist", "Received", "area", "job", { label: "Jobb", stat: "Sum", period: 3600 }],
          ["...", "health", { label: "Hälsa" }],
          [".", "Missing"],
        ],
        annotations: { horizontal: [{ label: "larm", value: 9 }] },
      }),
    ).toMatchObject({
      kind: "lines",
      title: "Beslut",
      series: [
        {
          label: "Jobb",
          points: [
            [at(10) / 1000, 10],
            [at(11) / 1000, 11],
          ],
        },
        {
          label: "Hälsa",
          points: [
            [at(10) / 1000, 2],
            [at(11) / 1000, 2],
          ],
        },
        { label: "Missing", points: [] },
      ],
      levels: [{ label: "larm", value: 9 }],
    });
  });

  it("works out expressions, and leaves out what is not visible", () => {
    expect(
      drawing("metric", {
        metrics: [
          [{ expression: "IF(n0 >= 11, 100 * n0 / n0)", label: "Andel", id: "e0" }],
          ["Hemvist", "Received", { id: "n0", visible: false, stat: "Sum" }],
        ],
      }),
    ).toMatchObject({ series: [{ label: "Andel", points: [[at(11) / 1000, 100]] }] });
  });

  it("has one value for the whole time", () => {
    const metrics = [
      ["Hemvist", "Received", { stat: "Sum", label: "Summa" }],
      ["Hemvist", "Nothing", { stat: "Sum", label: "Inget" }],
    ];

    expect(drawing("metric", { view: "singleValue", setPeriodToTimeRange: true, metrics })).toMatchObject({
      numbers: [{ label: "Summa", value: 21 }, { label: "Inget" }],
    });
  });

  it("has the state of each alarm", () => {
    const alarms = ["arn:aws:cloudwatch:eu-north-1:000000000000:alarm:hemvist-x"];

    expect(drawing("alarm", { title: "Larm", alarms })).toEqual({
      kind: "alarms",
      title: "Larm",
      alarms: [{ name: "hemvist-x", state: "missing" }],
    });
  });

  it.each([
    ["log", { query: "fields @message" }],
    ["metric", { view: "gauge", metrics: [["Hemvist", "Received"]] }],
    ["metric", { metrics: [[{ expression: "SEARCH('x', 'Sum')", id: "e1" }]] }],
    ["metric", { metrics: [["Hemvist", "Received", { stat: "tm99" }]] }],
  ])("is said not to be drawn where it cannot be: %s %j", (type, properties) => {
    expect(drawing(type, properties)).toMatchObject({ kind: "not-drawn", why: expect.any(String) });
  });
});
