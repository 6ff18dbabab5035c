import { describe, expect, it } from "vitest";
import { aSystem } from "../journeys/a-system.ts";
import { Aviary, writings } from "./canary.ts";
import { places } from "./release-table.ts";
import { flight } from "./run.ts";
import { searchIn } from "./search.ts";

describe("a canary in every field of every message", () => {
  it("comes out where the release table says, and nowhere else", async () => {
    const { planted, searched, leaks, unused } = await flight({ packed: true, start: aSystem });

    expect(planted).toBeGreaterThan(4000);
    expect(leaks).toEqual([]);
    expect(unused).toEqual([]);
    expect([...searched.keys()]).toEqual(
      expect.arrayContaining([places.log, places.metrics, places.stream, places.journal, places.reports]),
    );
  });
});

describe("the search", () => {
  const aCanary = { kind: "decision", where: "/person/givenName", content: "the name", by: "sf-centrum" };

  it.each(Object.entries(writings))("finds a number that is written %s", (_how, write) => {
    const aviary = new Aviary();
    const text = JSON.stringify({ note: `x ${write(aviary.number(aCanary))}.` });

    expect([...aviary.foundIn(text)]).toEqual([aCanary]);
  });

  it("finds a name in an id, in an address and in Base64", () => {
    const aviary = new Aviary();
    const word = aviary.word(aCanary);
    const outs = [
      `/v1/${word.toUpperCase()}`,
      `sf-centrum.${word}.1`,
      Buffer.from(`{"name":"${word}"}`).toString("base64"),
    ];

    for (const value of outs)
      expect(searchIn([{ place: places.log, value }], aviary).leaks).toEqual([
        "the functions' logs: the name (decision /person/givenName)",
      ]);
  });

  it("tells a party's own words from another party's", () => {
    const aviary = new Aviary();
    const value = aviary.word({ ...aCanary, content: "an id" });
    const at = (reader: string) => [
      ...searchIn([{ place: places.ownInbox, reader, value }], aviary).found.keys(),
    ];

    expect([at("sf-centrum"), at("arbvux")]).toEqual([[places.ownInbox], [places.otherInbox]]);
  });
});
