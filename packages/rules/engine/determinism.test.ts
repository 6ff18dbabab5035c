import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { civilDateAt, instantAt } from "./calendar/stockholm.ts";
import { addWorkingDays } from "./calendar/working-days.ts";
import { classify } from "./classify.ts";
import type { Decision } from "./decision.ts";

const receivedOn = "2026-11-02";
const samples: readonly Decision[] = [
  aDecision(),
  aDecision({ validTo: undefined, interventions: [anIntervention({ subArea: "social.networks" })] }),
  aBasicDecision(),
  aBasicDecision({
    parallelAgreement: "SOB-EXEMPEL-1",
    interventions: [anIntervention({ subArea: "job.coaching" })],
  }),
  aDecision({ decidedOn: "2023-01-01" }),
];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a judgement depends on the decision alone", () => {
  it.each(samples.map((decision, index) => [index, decision] as const))(
    "sample %i: not on the order of its keys, nor on that of the models",
    (_index, decision) => {
      const judgement = JSON.stringify(classify(decision, { municipality: goteborg, receivedOn }));

      expect(
        JSON.stringify(classify(reversed(decision) as Decision, { municipality: goteborg, receivedOn })),
      ).toBe(judgement);
      expect(
        JSON.stringify(
          classify(decision, {
            municipality: { ...goteborg, models: goteborg.models.toReversed() },
            receivedOn,
          }),
        ),
      ).toBe(judgement);
    },
  );

  it.each([
    ["Pacific/Kiritimati", 640],
    ["America/Los_Angeles", 480],
    ["Europe/Stockholm", -60],
    ["UTC", 0],
  ])("not on the host's time zone, %s", (zone, minutesBehindIn1970) => {
    vi.stubEnv("TZ", zone);

    expect(new Date(0).getTimezoneOffset()).toBe(minutesBehindIn1970);
    expect(civilDateAt("2026-10-31T23:30:00Z")).toBe("2026-11-01");
    expect(instantAt("2026-11-02", 8)).toBe("2026-11-02T07:00:00Z");
    expect(addWorkingDays("2026-12-23", 5)).toBe("2027-01-05");
    expect(classify(aDecision(), { municipality: goteborg, receivedOn }).outcome).toBe("assigned");
  });

  it("changes nothing that it is given", () => {
    for (const decision of samples) {
      const frozen = deepFrozen(structuredClone(decision)) as Decision;

      expect(classify(frozen, { municipality: goteborg, receivedOn })).toEqual(
        classify(decision, { municipality: goteborg, receivedOn }),
      );
    }
  });

  it("reads no clock, locale, environment or chance anywhere in this package", () => {
    const here = new URL("../", import.meta.url);
    const files = readdirSync(here, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
    );
    const impure =
      /Date\.now|new Date\(\)|performance|Intl\.|toLocale|localeCompare|process\.|Math\.random|get(Full|Month|Date|Day|Hours)/;

    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => impure.test(readFileSync(new URL(file, here), "utf8")))).toEqual([]);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

function deepFrozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}
