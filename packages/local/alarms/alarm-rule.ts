import type { AlarmState } from "./alarm-state.ts";

/** Whether a composite alarm's rule holds, by the states of other alarms. */
export interface AlarmRule {
  /** The alarms that it names. */
  readonly names: readonly string[];
  readonly holds: (stateOf: (name: string) => AlarmState) => boolean;
}

type Holds = AlarmRule["holds"];

/**
 * Reads a composite alarm's rule expression: `ALARM(…)`, `OK(…)`, `INSUFFICIENT_DATA(…)`, `TRUE`, `FALSE`, `AND`, `OR`,
 * `NOT` and parentheses. NOT binds before AND, and AND before OR.
 *
 * @throws for an expression that is none
 */
export const readAlarmRule = (expression: string): AlarmRule => {
  const tokens = [...expression.matchAll(TOKEN)]
    .map(([token]) => token)
    .filter((token) => token.trim() !== "");
  const names = new Set<string>();
  let index = 0;

  const next = (): string | undefined => tokens[index];
  const take = (expected?: string): string => {
    const token = tokens[index];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(
        `${expression} is no alarm rule: ${expected ?? "more"} is missing after ${index} words`,
      );
    index += 1;
    return token;
  };

  const either = (): Holds => {
    const parts = [both()];
    while (next() === "OR") {
      take();
      parts.push(both());
    }
    return (stateOf) => parts.some((part) => part(stateOf));
  };

  const both = (): Holds => {
    const parts = [one()];
    while (next() === "AND") {
      take();
      parts.push(one());
    }
    return (stateOf) => parts.every((part) => part(stateOf));
  };

  const one = (): Holds => {
    const word = take();
    switch (word) {
      case "NOT": {
        const not = one();
        return (stateOf) => !not(stateOf);
      }
      case "(": {
        const inner = either();
        take(")");
        return inner;
      }
      case "TRUE":
        return () => true;
      case "FALSE":
        return () => false;
      case "ALARM":
      case "OK":
      case "INSUFFICIENT_DATA": {
        take("(");
        const name = alarmNamed(take());
        take(")");
        names.add(name);
        return (stateOf) => stateOf(name) === word;
      }
      default:
        throw new Error(
          `${expression} is no alarm rule: ${word} is not known to @hemvist/local/alarms/alarm-rule.ts`,
        );
    }
  };

  const holds = either();
  if (next() !== undefined) throw new Error(`${expression} is no alarm rule: ${next()} follows its end`);
  return { names: [...names], holds };
};

const TOKEN = /"[^"]*"|[()]|[^\s()"]+|\s+/g;

/** An alarm's name, from its name or its ARN, quoted or not. */
export const alarmNamed = (reference: string): string =>
  reference.replace(/^"(.*)"$/, "$1").replace(/^arn:[^:]+:cloudwatch:[^:]*:[^:]*:alarm:/, "");
