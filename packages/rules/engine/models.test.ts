import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goteborg } from "../../../test/support/goteborg.ts";
import { isCivilDate } from "./calendar/civil-date.ts";
import { subAreaCodes } from "./decision.ts";
import type { Model } from "./model.ts";
import { modelInForceOn, modelNamed, ruleOf } from "./models.ts";
import { subAreaOf } from "./sub-area-of.ts";

const { models } = goteborg;

describe("modelInForceOn", () => {
  it("asks no model of another municipality, however new", () => {
    const [first] = goteborg.models;
    const elsewhere = {
      ...first,
      name: "elsewhere-2026-01",
      municipality: "elsewhere",
      validFrom: "2026-01-01",
    } as Model;
    const among = { ...goteborg, models: [...goteborg.models, elsewhere] };

    expect(modelInForceOn(among, "2026-11-02")?.name).toBe("goteborg-2025-07");
    expect(modelInForceOn({ ...goteborg, models: [elsewhere] }, "2026-11-02")).toBeUndefined();
    expect(modelInForceOn({ ...among, code: "elsewhere" }, "2026-11-02")?.name).toBe("elsewhere-2026-01");
    expect(modelNamed(among, "elsewhere-2026-01")).toBeUndefined();
  });

  it.each([
    ["2024-01-11", undefined],
    ["2024-01-12", "goteborg-2024-01"],
    ["2025-06-30", "goteborg-2024-01"],
    ["2025-07-01", "goteborg-2025-07"],
    ["9999-12-31", "goteborg-2025-07"],
  ])("on %s it is %s, in whatever order they stand", (date, name) => {
    const reversed = { ...goteborg, models: goteborg.models.toReversed() };

    expect(modelInForceOn(goteborg, date)?.name).toBe(name);
    expect(modelInForceOn(reversed, date)?.name).toBe(name);
  });
});

describe("modelNamed", () => {
  it("finds each model by the name that a judgement gives, and no other", () => {
    expect(models.map(({ name }) => modelNamed(goteborg, name))).toEqual(models);
    expect(modelNamed(goteborg, "goteborg-2023-01")).toBeUndefined();
  });
});

describe.each(models.map((model) => [model.name, model] as const))("%s", (_name, model) => {
  it("says something of every sub-area, each in its area", () => {
    expect(model.subAreas.map(({ code }) => code)).toEqual(subAreaCodes);
    for (const code of subAreaCodes) {
      expect(subAreaOf(model, code)).toMatchObject({ code, area: code.split(".")[0] });
    }
  });

  it("has a rule for every file in rules/, under the file's name", () => {
    const files = readdirSync(new URL("../rules/", import.meta.url))
      .filter((file) => !file.endsWith(".test.ts"))
      .map((file) => file.replace(".ts", ""));

    expect(model.rules.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
    expect(files.map((id) => ruleOf(model, id)?.id)).toEqual(files);
    expect(ruleOf(model, "no-such-rule")).toBeUndefined();
  });

  it("gives each rule a sentence and the document it stands in", () => {
    for (const source of model.rules.flatMap((rule) => [
      rule.source,
      ...Object.values(rule.sourceIn ?? {}),
    ])) {
      expect(source.document).toMatch(
        /^(Slutrapport 2024-01-12, |Anvisning styrmodell, |SFS 2025:400, |hemvist$)/,
      );
      expect(source.quote.length).toBeGreaterThan(20);
    }
  });

  it("has a provider for everything that Arbvux carries out, and for nothing else", () => {
    const carriedOut = model.subAreas.filter(({ carriedOutBy }) => carriedOutBy.includes("arbvux"));
    const offered = new Set(model.providers.flatMap(({ subAreas }) => subAreas));

    expect([...offered].toSorted()).toEqual(carriedOut.map(({ code }) => code).toSorted());
  });

  it("has a provider for each service, which offers its sub-area", () => {
    for (const { provider, subArea } of model.services) {
      expect(model.providers.find(({ code }) => code === provider)?.subAreas).toContain(subArea);
    }
  });

  it("calls what the city has not published an example", () => {
    expect([...model.providers, ...model.services, ...model.agreements].every(({ example }) => example)).toBe(
      true,
    );
  });

  it("marks its own intervals and those of the governing texts", () => {
    const notOurs = Object.entries(model.intervals).filter(([, { origin }]) => origin !== "ours");

    expect(notOurs.map(([name, { count, unit }]) => [name, count, unit])).toEqual([
      ["horizon", 3, "years"],
      ["delay", 3, "months"],
      ["model-review", 1, "years"],
    ]);
    for (const { count, why } of Object.values(model.intervals)) {
      expect(count).toBeGreaterThan(0);
      expect(why.sv).not.toBe(why.en);
    }
  });

  it("says what the law says of three months: when to report, not until when to wait", () => {
    const { sv, en } = model.intervals.delay.why;

    expect(sv).toContain("som inte har verkställts inom tre månader ska rapporteras (34 kap. 1 § SoL)");
    expect(en).toContain(
      "that has not been carried out within three months is to be reported (34 kap. 1 § SoL)",
    );
    expect(sv).not.toContain("ska verkställas inom tre månader");
    expect(en).not.toContain("is to be carried out within three months");
  });

  it("holds from a day, and so does all that it offers", () => {
    const periods = [...model.providers, ...model.services, ...model.agreements];

    expect(isCivilDate(model.validFrom)).toBe(true);
    expect(periods.every(({ from, to }) => isCivilDate(from) && (to === undefined || isCivilDate(to)))).toBe(
      true,
    );
  });

  it("knows each administration as a party that decides", () => {
    const deciding = model.parties.filter(({ role }) => role === "decides").map(({ code }) => code);

    expect(deciding).toEqual(model.administrations);
  });
});

describe("subAreaOf", () => {
  it("throws for a model that leaves a sub-area out: a mistake in the model, not in a decision", () => {
    const [model] = models.map((each) => ({ ...each, subAreas: [] }));

    expect(() => model && subAreaOf(model, "job.traineeship")).toThrow(
      "The model goteborg-2024-01 says nothing of job.traineeship",
    );
  });
});
