import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDecisionMessage, aProgressMessage } from "../../test/events/sample-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { readDecision } from "./decision-message.ts";
import {
  boundedFaults,
  codesInReason,
  type Fault,
  fault,
  faultCodes,
  ofCutMessage,
  pointerTo,
  unreadableReason,
} from "./fault.ts";
import { closerTexts, faultTexts } from "./fault-texts.ts";
import { readPersonSearch } from "./person-search.ts";
import { readProgress } from "./progress-message.ts";

describe("a pointer (RFC 6901)", () => {
  it.each([
    [[], ""],
    [["a"], "/a"],
    [["a", 0, "b"], "/a/0/b"],
    [["a/b"], "/a~1b"],
    [["m~n"], "/m~0n"],
    [["~1"], "/~01"],
    [[""], "/"],
  ])("%j is %j", (path, pointer) => {
    expect(pointerTo(path)).toBe(pointer);
  });
});

it("the reason for which a message is set aside says nothing of whether a person is protected", () => {
  const faults = [
    fault("/person/givenName", "identity-of-protected-person"),
    fault("/person/reference", "missing"),
    fault("/person/nickname", "unknown-field"),
  ];

  expect(unreadableReason(faults)).toBe("unreadable: unknown-field, missing");
});

describe("the reason of a dead letter", () => {
  const reason = unreadableReason([fault("/a", "missing"), fault("/b", "not-json")]);

  it.each([reason, ofCutMessage(reason)])("has the codes: %s", (text) => {
    expect(codesInReason(text)).toEqual(["missing", "not-json"]);
  });

  it.each([
    "",
    "unreadable: ",
    "missing",
    "unreadable: toString",
    "unreadable: anna-andersson",
    "unreadable: missing, anna",
    "Anna Andersson 18900118-9803",
  ])("is nothing that a sender wrote: %j", (text) => {
    expect(codesInReason(text)).toBeUndefined();
  });
});

describe("a fault's text", () => {
  it.each([
    ...faultCodes
      .filter((code) => code !== "too-many-faults")
      .map((code) => [code, fault("", code)] as const),
    ...Object.entries(closerTexts),
  ])("%s is said in both languages", (_code, { sv, en }) => {
    expect(sv).toMatch(/^[A-ZÅÄÖ`].*\.$/);
    expect(en).toMatch(/^[A-Z`].*\.$/);
    expect(sv).not.toBe(en);
  });

  it("is the same whatever was sent: nothing of a message's values is in it", () => {
    const texts = [...Object.values(faultTexts), ...Object.values(closerTexts)];
    const fixed = new Set<string>(texts.flatMap(({ sv, en }) => [sv, en]));
    const messages = [
      ...leavesOf(aDecisionMessage()).map((path) => ({
        path,
        make: aDecisionMessage,
        read: readDecisionToday,
      })),
      ...leavesOf(aProgressMessage()).map((path) => ({ path, make: aProgressMessage, read: readProgress })),
      { path: "identityNumber", make: aSearch, read: readSearchToday },
      { path: "caseNumber", make: aSearch, read: readSearchToday },
    ];

    fc.assert(
      fc.property(fc.constantFrom(...messages), secret, ({ path, make, read }, value) => {
        const outcome = read(make({ [path]: value }));
        const faults = outcome.ok ? [] : outcome.faults;
        for (const { sv, en, pointer } of faults) {
          expect(notHandled.test(sv) || fixed.has(sv)).toBe(true);
          expect(notHandled.test(en) || fixed.has(en)).toBe(true);
          expect(pointer).not.toContain(marker);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** It names a paragraph, or an Act by its letters, as hemvist writes them. Any sender's text can end in an Act's letters. */
const notHandled =
  /^(?:[A-ZÅÄÖ]{2,5}|(?:\d+ kap\. )?\d+(?: [a-z])? § [A-Za-zÅÄÖ]{2,5}) (?:är ett lagrum som inte hanteras här|is a legal basis that is not handled here)\.$/;

// fast-check prints the seed of a run that fails.
const marker = "hemligt";
const secret = fc.oneof(
  fc.string().map((text) => `${marker}${text}`),
  fc.array(fc.string().map((text) => `${marker}${text}`)),
  fc
    .record({ identityNumber: fc.string().map((text) => `${marker}${text}`) })
    .map((value) => Object.values(value)),
  fc.integer(),
  fc.constant(null),
);

describe("a list of faults", () => {
  const many = (count: number): readonly Fault[] =>
    Array.from({ length: count }, (_, index) => fault(`/interventions/${index}/to`, "missing"));

  it("is whole up to fifty", () => {
    expect(boundedFaults(many(50))).toEqual(many(50));
  });

  it("is cut at fifty, and says how many there are", () => {
    expect(boundedFaults(many(51))).toEqual([
      ...many(50),
      {
        pointer: "",
        code: "too-many-faults",
        count: 51,
        sv: expect.stringMatching(/ 51\.$/),
        en: expect.stringMatching(/ 51\.$/),
      },
    ]);
  });

  it("keeps what is nearest to the root, since that explains most", () => {
    const bounded = boundedFaults([...many(60), fault("/interventions", "too-many")]);

    expect(bounded[0]).toMatchObject({ pointer: "/interventions", code: "too-many" });
    expect(bounded.at(-1)).toMatchObject({ count: 61 });
  });

  it("has no pointer without an end, however long a sender's field names are", () => {
    const name = "~".repeat(10_000);
    const read = readDecisionToday(aDecisionMessage({ [name]: 1 }));

    expect(read).toMatchObject({ ok: false, faults: [{ code: "unknown-field" }] });
    expect(JSON.stringify(read).length).toBeLessThan(600);
  });

  it.each([
    ["2000 empty interventions, 6 KB", `{"interventions":[${Array(2000).fill("{}").join()}]}`],
    ["64 KB of them", `{"interventions":[${Array(21_000).fill("{}").join()}]}`],
    [
      "8000 unknown fields",
      JSON.stringify(Object.fromEntries(Array.from({ length: 8000 }, (_, index) => [`f${index}`, 1]))),
    ],
    [
      "names that grow when they are written as JSON",
      JSON.stringify(
        Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}${"\u0000".repeat(200)}`, 1])),
      ),
    ],
  ])("of %s has less than 100 KB", (_what, text) => {
    const read = readDecisionToday(JSON.parse(text));

    expect(JSON.stringify(read).length).toBeLessThan(100_000);
    expect(read).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([expect.objectContaining({ pointer: "", code: "too-many-faults" })]),
    });
  });
});

const readDecisionToday = (message: unknown) =>
  readDecision(message, { receivedOn: "2026-11-02", municipality: goteborg });

const readSearchToday = (message: unknown) =>
  readPersonSearch(message, { receivedOn: "2026-11-02", municipality: goteborg });

const aSearch = (changes: Record<string, unknown>) => ({ purpose: "p", ...changes });

/** The paths of every value in a message, at whatever depth. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== "object" || value === null) return [path.join(".")];
  const within = Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
  return path.length === 0 ? within : [path.join("."), ...within];
}
