import { describe, expect, it } from "vitest";
import { readAlarmRule } from "./alarm-rule.ts";
import type { AlarmState } from "./alarm-state.ts";

const states: Readonly<Record<string, AlarmState>> = { red: "ALARM", green: "OK", new: "INSUFFICIENT_DATA" };

const holds = (expression: string): boolean =>
  readAlarmRule(expression).holds((name) => states[name] ?? "INSUFFICIENT_DATA");

describe("a composite alarm's rule", () => {
  it.each([
    ["ALARM(red)", true],
    ["ALARM(green)", false],
    ["OK(green)", true],
    ["INSUFFICIENT_DATA(new)", true],
    ["NOT ALARM(green)", true],
    ["ALARM(red) AND OK(green)", true],
    ["ALARM(red) AND ALARM(green)", false],
    ["ALARM(green) OR ALARM(red)", true],
    ["TRUE AND NOT FALSE", true],
    ["ALARM(red) OR ALARM(red) AND FALSE", true],
    ["(ALARM(red) OR ALARM(red)) AND FALSE", false],
    ["NOT (ALARM(red) AND OK(green))", false],
    // As the CDK writes it.
    ['(ALARM("arn:aws:cloudwatch:eu-north-1:000000000000:alarm:red") AND (NOT (ALARM("green"))))', true],
  ])("%s", (expression, expected) => {
    expect(holds(expression)).toBe(expected);
  });

  it("names the alarms that it looks at, by name", () => {
    const { names } = readAlarmRule(
      'ALARM("arn:aws:cloudwatch:eu-north-1:1:alarm:red") OR (OK(green) AND ALARM(red))',
    );

    expect(names).toEqual(["red", "green"]);
  });

  it.each(["", "ALARM(red", "ALARM red", "ALARM(red) OK(green)", "BROKEN(red)", "AND"])(
    "is refused where it is none: %s",
    (expression) => {
      expect(() => readAlarmRule(expression)).toThrow(/is no alarm rule/);
    },
  );
});
