import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { everyFault } from "../../packages/sandbox/faults/every-fault.ts";
import { commandThat, runbookPath } from "../../packages/sandbox/faults/runbook.ts";
import { notWalked, walksOf } from "../../packages/sandbox/faults/walked.ts";
import { synthesised } from "./synthesised.ts";
import { runbooks } from "./walk-parts.ts";

const templates = synthesised();
const alarms = new Map(
  ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"]
    .flatMap((type) => templates.of(type))
    .map(({ properties }) => [String(properties["AlarmName"]), String(properties["AlarmDescription"])]),
);

describe("every runbook", () => {
  it.each(runbooks)("%s is walked by a fault, or is declared as one that is not", (runbook) => {
    expect(walksOf(runbook).length > 0).toBe(!notWalked.has(runbook));
  });

  it("that is declared as not walked is there, and says why", () => {
    expect(runbooks).toEqual(expect.arrayContaining([...notWalked.keys()]));
    for (const why of notWalked.values()) expect(why.length).toBeGreaterThan(20);
  });

  it("that an alarm names is there", () => {
    const named = [...alarms.values()].flatMap((text) => /\/([a-z-]+)\.md/.exec(text)?.[1] ?? []);

    expect(named).toHaveLength(alarms.size);
    expect(runbooks).toEqual(expect.arrayContaining(named));
  });
});

describe("every fault that can be rehearsed", () => {
  it("is one of at least twelve, each with a name of its own", () => {
    expect(new Set(everyFault.map(({ name }) => name)).size).toBe(everyFault.length);
    expect(everyFault.length).toBeGreaterThanOrEqual(12);
  });

  it.each(everyFault.filter((fault) => "alarm" in fault))(
    "$name raises an alarm of the templates, whose text names its runbook or one that leads there",
    ({ alarm, runbook, ledBy }) => {
      expect(alarms.get(alarm)).toContain(`${ledBy ?? runbook}.md`);
      if (ledBy !== undefined) expect(readFileSync(runbookPath(ledBy), "utf8")).toContain(`(${runbook}.md)`);
    },
  );

  it.each(everyFault.filter((fault) => "told" in fault))(
    "$name is told by a person, since no alarm names its runbook",
    ({ runbook }) => {
      expect([...alarms].filter(([, text]) => text.includes(`/${runbook}.md`))).toEqual([]);
    },
  );

  it.each(everyFault)("$name is mended by commands that stand in the runbook", ({ runbook, steps }) => {
    for (const step of steps)
      if ("run" in step) expect(commandThat(step.from ?? runbook, step.run)).toContain(step.run);
  });
});
