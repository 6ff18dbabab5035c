import { readFileSync } from "node:fs";
import { described } from "@hemvist/runtime/metrics";
import { describe, expect, it } from "vitest";
import { burns, shareAt, slos, target } from "../../infra/alarms/slos.ts";
import { alarmsOnAnswers, type Scenario, scenarios, sloDocument, wentOff } from "./slo-scenarios.ts";
import { synthesised } from "./synthesised.ts";

const templates = synthesised();
const alarms = alarmsOnAnswers(templates);
const names = (type: string): readonly string[] =>
  templates
    .of(type)
    .map(({ properties }) => String(properties["AlarmName"]))
    .filter((name) => name.startsWith("hemvist-slo-"));

describe("the promises", () => {
  it("are the three that hemvist makes", () => {
    expect(slos.map(({ name, metricName }) => [name, metricName])).toEqual([
      ["answered", "DecisionAnsweredInTime"],
      ["handed-on", "HandedOnInTime"],
      ["followed-up", "FollowedUpInTime"],
    ]);
    expect(target).toBe(99.9);
  });

  it.each(slos)("$name is measured by the function that its alarms look at", ({ metricName, service }) => {
    expect(described[metricName].from).toEqual([service]);
    expect(described.PromisesBroken.from).toContain(service);
  });

  it("have two alarms each, on nine signals each", () => {
    expect(names("AWS::CloudWatch::CompositeAlarm").toSorted()).toEqual(
      slos.flatMap(({ name }) => [`hemvist-slo-${name}`, `hemvist-slo-${name}-creeping`]).toSorted(),
    );
    expect(names("AWS::CloudWatch::Alarm").toSorted()).toEqual(
      slos
        .flatMap(({ name }) =>
          burns.flatMap((burn) =>
            ["long", "often", "short"].map((part) => `hemvist-slo-${name}-${burn.name}-${part}`),
          ),
        )
        .toSorted(),
    );
  });

  it("have the rates of the workbook's table 5-8", () => {
    expect(
      burns.map((burn) => [burn.rate, shareAt(burn), burn.long.toHours(), burn.short.toMinutes()]),
    ).toEqual([
      [14.4, 98.56, 1, 5],
      [6, 99.4, 6, 30],
      [1, 99.9, 72, 360],
    ]);
  });
});

describe("an alarm on a promise", () => {
  const rang = (what: string): readonly string[] => {
    const scenario = scenarios.find((one) => one.what === what);
    if (scenario === undefined) throw new Error(`no scenario is called ${what}`);
    return wentOff(alarms, scenario);
  };

  it.each([
    "Var tusende är sen, i fyra veckor",
    "En av tre är sen, en natt",
    "En är sen i veckan",
    "Var tvåtusende är sen, i en vecka",
  ])("is silent: %s", (what) => {
    expect(rang(what)).toEqual([]);
  });

  it("calls once for one fault, and at once if it is a large one", () => {
    expect(rang("Alla är sena i två timmar")).toEqual([
      "hemvist-slo-answered dag 2 10:05",
      "hemvist-slo-answered-creeping dag 2 10:05",
    ]);
    expect(rang("Alla är sena i en timme")).toEqual([
      "hemvist-slo-answered dag 2 10:01",
      "hemvist-slo-answered-creeping dag 2 10:03",
    ]);
  });

  it("calls once a day where 2 % are late, and only mails where the budget just does not last", () => {
    expect(
      rang("Var femtionde är sen, dag efter dag").filter((one) => !one.includes("creeping")),
    ).toHaveLength(3);
    expect(rang("Var tvåhundrade är sen, dag efter dag")).toEqual([
      "hemvist-slo-answered-creeping dag 3 13:59",
    ]);
  });

  it("rings for two late answers as little as for one", () => {
    const twice: Scenario = {
      what: "",
      traffic: { named: "", aDay: 300, from: 8, to: 17 },
      days: 7,
      isLate: ({ number }) => number === 400 || number === 410,
    };

    expect(wentOff(alarms, twice)).toEqual([]);
    expect(
      wentOff(alarms, { ...twice, isLate: ({ number }) => [400, 405, 410].includes(number) }),
    ).not.toEqual([]);
  });
});

describe("docs/slo.md", () => {
  const text = readFileSync("docs/slo.md", "utf8");

  it("has what the judge says; if not: npm run generate", () => {
    const { written, drawn } = sloDocument();

    expect(written).toBe(drawn);
  });

  it.each(slos)("has $name, its target, its budget and what measures it", ({ name, service, metricName }) => {
    expect(text).toContain(
      `| \`${name}\` | ${String(target).replace(".", ",")} % | 30 dygn | 0,1 % | \`${service}\` | \`${metricName}\` |`,
    );
    expect(text.split("## Vad som inte räknas")[1]?.split("## ")[0]).toContain(`| \`${name}\` |`);
  });

  it.each(burns)("has $name: its rate, windows and limit", (burn) => {
    const rate = String(burn.rate).replace(".", ",");
    const share = String(shareAt(burn)).replace(".", ",");

    expect(text).toMatch(new RegExp(`\\| ${rate} gång(?:er för fort)? \\|.*\\| ${share} % \\|`));
  });
});
