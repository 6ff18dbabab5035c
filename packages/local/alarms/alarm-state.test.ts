import { describe, expect, it } from "vitest";
import { alarmState, type DataPoint } from "./alarm-state.ts";

const treatments = ["missing", "ignore", "breaching", "notBreaching"] as const;

/** As the guide writes them: the most recent on the right. */
const pointsIn = (text: string): readonly DataPoint[] =>
  text.split(" ").map((sign) => (sign === "X" ? "breaching" : sign === "0" ? "within" : undefined));

const states = (text: string, datapointsToAlarm: number) =>
  treatments.map((missingData) => {
    const judged = { points: pointsIn(text), evaluationPeriods: 3, datapointsToAlarm, missingData };
    const [fromOk, fromAlarm] = [
      alarmState({ ...judged, before: "OK" }),
      alarmState({ ...judged, before: "ALARM" }),
    ];
    return fromOk === fromAlarm ? fromOk : "retained";
  });

const [OK, ALARM, NO_DATA, RETAINED] = ["OK", "ALARM", "INSUFFICIENT_DATA", "retained"];

// Amazon CloudWatch User Guide, "How alarm state is evaluated when data is missing": the two tables, row by row, with
// their columns MISSING, IGNORE, BREACHING and NOT BREACHING.
describe("the guide's table for three out of three, with an evaluation range of five", () => {
  it.each([
    ["0 - X - X", [OK, OK, OK, OK]],
    ["0 - - - -", [OK, OK, OK, OK]],
    ["- - - - -", [NO_DATA, RETAINED, ALARM, OK]],
    ["0 X X - X", [ALARM, ALARM, ALARM, ALARM]],
    ["- - X - -", [ALARM, RETAINED, ALARM, OK]],
  ])("%s", (points, expected) => {
    expect(states(points, 3)).toEqual(expected);
  });
});

describe("the guide's table for two out of three", () => {
  it.each([
    ["0 - X - X", [ALARM, ALARM, ALARM, ALARM]],
    ["0 0 X 0 X", [ALARM, ALARM, ALARM, ALARM]],
    ["0 - X - -", [OK, OK, ALARM, OK]],
    ["- - - - 0", [OK, OK, ALARM, OK]],
    ["- - - X -", [ALARM, RETAINED, ALARM, OK]],
  ])("%s", (points, expected) => {
    expect(states(points, 2)).toEqual(expected);
  });
});

// "Because the next data point may be non-breaching, the alarm does not go immediately into ALARM state when the data is
// either - - - - X or - - - X - and Datapoints to Alarm is 3."
describe("the guide's premature transitions", () => {
  it.each([
    ["- - - - X", [NO_DATA, RETAINED, ALARM, OK]],
    ["- - - X -", [NO_DATA, RETAINED, ALARM, OK]],
    ["- - - X 0", [OK, OK, OK, OK]],
    ["- - X - 0", [OK, OK, OK, OK]],
  ])("%s", (points, expected) => {
    expect(states(points, 3)).toEqual(expected);
  });
});
