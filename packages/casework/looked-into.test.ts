import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { lookedIntoBy } from "./looked-into.ts";
import type { CaseStore } from "./ports.ts";

const parties = { administrations: ["sf-centrum", "sf-hisingen"] };
const onUnreadable = () => {};

/** Says which keys are looked up, and whether an unreadable record would throw. */
const watched = () => {
  const asked: boolean[] = [];
  const find: CaseStore["find"] = (_key, onUnread) => {
    asked.push(onUnread === undefined);
    return Promise.resolve(received());
  };
  const none = () => Promise.reject(new Error("not asked"));
  return { asked, cases: { find, save: none, due: none, ofPerson: none, ofCase: none } };
};

describe("the store, as a party looks into it", () => {
  it.each([
    ["the administration that decided", "sf-centrum", [true]],
    ["another administration", "sf-hisingen", []],
    ["a provider", "kompetenscenter", [false]],
  ])("%s", async (_who, party, expected) => {
    const { asked, cases } = watched();
    const found = await lookedIntoBy(cases, { party, parties, onUnreadable }).find(received());

    expect(asked).toEqual(expected);
    expect(found === undefined).toBe(expected.length === 0);
  });
});
