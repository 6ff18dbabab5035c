import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { decisionsByPerson } from "./decisions-of-person.ts";
import type { CaseStore } from "./ports.ts";

const of = (decisionId: string, personKey: string, ...formerPersonKeys: readonly string[]) => ({
  ...received(aDecision({ decisionId })),
  personKey,
  ...(formerPersonKeys.length > 0 ? { formerPersonKeys } : {}),
});
const cases = memoryCases(
  of("OLD", "samordningsnummer"),
  of("REPLACED", "personnummer", "samordningsnummer"),
  of("NEW", "personnummer"),
  of("OTHER", "another person"),
);
const found = async (...personKeys: readonly string[]) =>
  (await decisionsByPerson(cases, personKeys)).map((records) =>
    records.map(({ decisionId }) => decisionId).sort(),
  );

describe("the decisions of a person whose number was replaced", () => {
  it.each(["samordningsnummer", "personnummer"])("are all found by %s", async (personKey) => {
    expect(await found(personKey)).toEqual([["NEW", "OLD", "REPLACED"]]);
  });

  it.each(["reference", "samordningsnummer", "personnummer"])(
    "are found by %s where one decision has had all three",
    async (personKey) => {
      const one = memoryCases(of("THREE", "personnummer", "reference", "samordningsnummer"));
      const [decisions = []] = await decisionsByPerson(one, [personKey]);

      expect(decisions.map(({ decisionId }) => decisionId)).toEqual(["THREE"]);
    },
  );

  it.each(["first", "second", "third", "fourth"])(
    "are found by %s of four where another decision still has the second",
    async (personKey) => {
      const both = memoryCases(
        of("FOUR", "fourth", "first", "second", "third"),
        of("STILL", "second", "first"),
      );
      const [decisions = []] = await decisionsByPerson(both, [personKey]);

      expect(decisions.map(({ decisionId }) => decisionId).sort()).toEqual(["FOUR", "STILL"]);
    },
  );

  it("are not found by the second of four where no other decision has had it", async () => {
    const one = memoryCases(of("FOUR", "fourth", "first", "second", "third"));

    expect(await decisionsByPerson(one, ["second"])).toEqual([[]]);
  });

  it("are one person's, by whichever numbers they are asked for", async () => {
    expect(await found("samordningsnummer", "another person", "personnummer")).toEqual([
      ["NEW", "OLD", "REPLACED"],
      ["OTHER"],
    ]);
  });

  it("are none where there are none", async () => {
    expect(await found("a number that no decision has")).toEqual([[]]);
  });

  it("are looked up by ten numbers at most", async () => {
    const asked: string[] = [];
    const endless = {
      ofPerson: (personKey: string) => {
        asked.push(personKey);
        return Promise.resolve([of(`D-${asked.length}`, personKey, `before ${personKey}`)]);
      },
    };
    await decisionsByPerson(endless, ["first"]);

    expect(asked).toHaveLength(10);
  });
});

it("says which of a person's decisions could not be read, and finds the others", async () => {
  const told: string[] = [];
  const unread: Pick<CaseStore, "ofPerson"> = {
    ofPerson: (key, onUnreadable) => {
      onUnreadable?.(
        { administration: "sf-centrum", decisionId: `of ${key}` },
        new Error("of another version"),
      );
      return cases.ofPerson(key);
    },
  };
  const persons = await decisionsByPerson(unread, ["another person"], ({ decisionId }) =>
    told.push(decisionId),
  );

  expect(persons.flat().map(({ decisionId }) => decisionId)).toEqual(["OTHER"]);
  expect(told).toEqual(["of another person"]);
});
