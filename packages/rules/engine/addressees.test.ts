import { describe, expect, it } from "vitest";
import { addressees, administrations, executors, listeners } from "./addressees.ts";

const deciding = ["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"];
const providers = ["kompetenscenter", "arbetsmarknadsanstallning"];

describe("whom the system talks to", () => {
  it("is each once, however many models name them", () => {
    expect(administrations).toEqual(deciding);
    expect(executors).toEqual([...providers, ...deciding]);
    expect(listeners).toEqual(["arbvux"]);
  });

  it("is everybody who decides, carries out or must hear of it", () => {
    expect(addressees).toEqual([...providers, ...deciding, "arbvux"]);
  });
});
