import type { Administration } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { correlationIdOf } from "./addresses.ts";
import { decisionsByPerson, personsOfCase } from "./decisions-of-person.ts";
import type { CaseKey } from "./ports.ts";

const of = (decisionId: string, personKey: string, ...formerPersonKeys: readonly string[]) => ({
  ...received(aDecision({ decisionId })),
  personKey,
  ...(formerPersonKeys.length > 0 ? { formerPersonKeys } : {}),
});
const cases = () =>
  memoryCases(
    of("OLD", "samordningsnummer"),
    of("REPLACED", "personnummer", "samordningsnummer"),
    of("NEW", "personnummer"),
    of("OTHER", "another person"),
  );
const found = async (...personKeys: readonly string[]) =>
  (await decisionsByPerson(cases(), personKeys)).map((records) => idsIn([records]).toSorted());
const idsIn = (persons: readonly (readonly CaseKey[])[]) =>
  persons.flat().map(({ decisionId }) => decisionId);

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
        return Promise.resolve([{ administration: "sf-centrum", decisionId: personKey }]);
      },
      find: ({ decisionId }: CaseKey) => Promise.resolve(of(decisionId, decisionId, `before ${decisionId}`)),
    };
    await decisionsByPerson(endless, ["first"]);

    expect(asked).toHaveLength(10);
  });
});

it("says which of a person's decisions could not be read, and finds the others", async () => {
  const told: string[] = [];
  const both = memoryCases(of("OTHER", "another person"), of("UNREAD", "another person"));
  const unread: typeof both = {
    ...both,
    find(key, onUnreadable) {
      if (key.decisionId === "OTHER") return both.find(key);
      onUnreadable?.(key, new Error("of another version"));
      return Promise.resolve(undefined);
    },
  };
  const persons = await decisionsByPerson(unread, ["another person"], {
    onUnreadable: ({ decisionId }) => told.push(decisionId),
  });

  expect(idsIn(persons)).toEqual(["OTHER"]);
  expect(told).toEqual(["UNREAD"]);
});

it("keeps of a decision what is true now, and releases what happened", async () => {
  const [[decision] = []] = await decisionsByPerson(cases(), ["another person"]);

  expect(decision).toMatchObject({ decisionId: "OTHER", assignments: [{}, {}] });
  expect(Object.keys(decision ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(history|stood|outbox|proposals|followUps)$/)]),
  );
});

describe("a case system that runs wild", () => {
  /** Each with two interventions. */
  const wild = (howMany: number, administration: Administration = "sf-centrum", personKey = "one person") =>
    Array.from({ length: howMany }, (_, index) => ({
      ...received(aDecision({ decisionId: `WILD-${index}`, administration })),
      personKey,
      caseKey: "one case",
    }));
  const searched = async (stored: ReturnType<typeof memoryCases>, ...personKeys: readonly string[]) => {
    const noRoom: CaseKey[] = [];
    let [open, mostOpen] = [0, 0];
    const counted: typeof stored = {
      ...stored,
      async find(key) {
        open += 1;
        mostOpen = Math.max(mostOpen, open);
        const record = await stored.find(key);
        open -= 1;
        return record;
      },
    };
    const persons = await decisionsByPerson(counted, personKeys, { onNoRoom: (key) => noRoom.push(key) });
    return { found: persons.flat(), noRoom, mostOpen };
  };

  it("has a hundred interventions of a person shown, and every other decision told", async () => {
    const { found, noRoom, mostOpen } = await searched(memoryCases(...wild(60)), "one person");

    expect(found).toHaveLength(50);
    expect(noRoom).toHaveLength(10);
    expect(new Set([...found, ...noRoom].map(correlationIdOf)).size).toBe(60);
    expect(mostOpen).toBe(5);
  });

  it("hides no decision of another administration", async () => {
    const [other] = wild(1, "sf-hisingen");
    const { found } = await searched(memoryCases(...wild(500), ...(other ? [other] : [])), "one person");

    expect(found.filter(({ administration }) => administration === "sf-hisingen")).toHaveLength(1);
  });

  it("leaves the room to all persons of a search together", async () => {
    const stored = memoryCases(...wild(50), ...wild(3, "sf-hisingen", "another person"));
    const { found, noRoom } = await searched(stored, "one person", "another person");

    expect(found).toHaveLength(50);
    expect(noRoom.map(({ administration }) => administration)).toEqual(Array(3).fill("sf-hisingen"));
  });

  it("has a returned decision take a place, too", async () => {
    const returned = Array.from({ length: 120 }, (_, index) => ({
      ...received(aDecision({ decisionId: `BACK-${index}`, validTo: undefined })),
      personKey: "one person",
    }));
    const { found, noRoom } = await searched(memoryCases(...returned), "one person");

    expect([found.length, noRoom.length]).toEqual([100, 20]);
  });

  it("has twenty decisions of a case number looked at", async () => {
    const noRoom: CaseKey[] = [];
    const many = wild(30).map((one, index) => ({ ...one, personKey: `person ${index}` }));
    const persons = await personsOfCase(memoryCases(...many), "one case", {
      onNoRoom: (key) => noRoom.push(key),
    });

    expect([persons.length, noRoom.length]).toEqual([20, 10]);
  });

  it("bounds nothing for who must see all", async () => {
    const [all = []] = await decisionsByPerson(memoryCases(...wild(120)), ["one person"]);

    expect(all).toHaveLength(120);
  });
});
