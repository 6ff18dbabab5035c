import { describe, expect, it } from "vitest";
import { goteborg } from "../../../test/support/goteborg.ts";
import { addresseesAmong, happeningOf, partiesOf, typeOf } from "./municipality.ts";

const deciding = ["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"];
const providers = ["kompetenscenter", "arbetsmarknadsanstallning"];

describe("whom the system talks to", () => {
  it("is each once, however many models name them", () => {
    expect(partiesOf(goteborg)).toEqual({
      administrations: deciding,
      executors: [...providers, ...deciding],
      listeners: ["arbvux"],
    });
  });

  it("is each party that decides, carries out or gets notices", () => {
    expect(addresseesAmong(partiesOf(goteborg))).toEqual([...providers, ...deciding, "arbvux"]);
  });
});

describe("the type of a message", () => {
  it("begins as the municipality's types do, and says what has happened", () => {
    expect(typeOf(goteborg, "decision.made")).toBe("se.goteborg.hemvist.decision.made.v1");
    expect(typeOf({ ...goteborg, typePrefix: "se.elsewhere.hemvist" }, "progress.refused")).toBe(
      "se.elsewhere.hemvist.progress.refused.v1",
    );
  });

  it("is taken apart alike for every municipality", () => {
    expect(happeningOf("se.goteborg.hemvist.decision.made.v1")).toBe("decision.made");
    expect(happeningOf("se.elsewhere.hemvist.proposal.status-changed.v1")).toBe("proposal.status-changed");
  });
});
