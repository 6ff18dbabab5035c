import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { everyFault } from "../../packages/sandbox/faults/every-fault.ts";
import { commandThat, runbookPath } from "../../packages/sandbox/faults/runbook.ts";
import { synthesised } from "./synthesised.ts";

const templates = synthesised();
const alarms = new Map(
  ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"]
    .flatMap((type) => templates.of(type))
    .map(({ properties }) => [String(properties["AlarmName"]), String(properties["AlarmDescription"])]),
);

describe("every fault that can be rehearsed", () => {
  it("is one of at least twelve, each with a name of its own", () => {
    expect(new Set(everyFault.map(({ name }) => name)).size).toBe(everyFault.length);
    expect(everyFault.length).toBeGreaterThanOrEqual(12);
  });

  it.each(everyFault)("$name raises an alarm of the templates, whose text names its runbook", (fault) => {
    expect(alarms.get(fault.alarm)).toContain(`${fault.ledBy ?? fault.runbook}.md`);
    expect(existsSync(runbookPath(fault.runbook))).toBe(true);
  });

  it.each(everyFault)("$name is mended by commands that stand in the runbook", ({ runbook, steps }) => {
    for (const step of steps)
      if ("run" in step) expect(commandThat(step.from ?? runbook, step.run)).toContain(step.run);
  });
});
