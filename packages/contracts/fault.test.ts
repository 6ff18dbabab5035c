import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDecisionMessage, aProgressMessage } from "../../test/events/sample-message.ts";
import { readDecision } from "./decision-message.ts";
import { fault, faultCodes, pointerTo } from "./fault.ts";
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

describe("a fault's text", () => {
  it.each(faultCodes)("%s is said in both languages", (code) => {
    const { sv, en } = fault("", code);

    expect(sv).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(sv).not.toBe(en);
  });

  it("is the same whatever was sent: nothing of a message's values is in it", () => {
    const fixed = new Set(faultCodes.flatMap((code) => [fault("", code).sv, fault("", code).en]));
    const messages = [
      ...leavesOf(aDecisionMessage()).map((path) => ({
        path,
        make: aDecisionMessage,
        read: readDecisionToday,
      })),
      ...leavesOf(aProgressMessage()).map((path) => ({ path, make: aProgressMessage, read: readProgress })),
      { path: "identityNumber", make: aSearch, read: readPersonSearch },
      { path: "caseNumber", make: aSearch, read: readPersonSearch },
    ];

    fc.assert(
      fc.property(fc.constantFrom(...messages), secret, ({ path, make, read }, value) => {
        const outcome = read(make({ [path]: value }));
        const faults = outcome.ok ? [] : outcome.faults;
        for (const { sv, en, pointer } of faults) {
          expect(fixed).toContain(sv);
          expect(fixed).toContain(en);
          expect(pointer).not.toContain(marker);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

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

const readDecisionToday = (message: unknown) => readDecision(message, "2026-11-02");

const aSearch = (changes: Record<string, unknown>) => ({ purpose: "p", ...changes });

/** The paths of every value in a message, at whatever depth. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== "object" || value === null) return [path.join(".")];
  const within = Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
  return path.length === 0 ? within : [path.join("."), ...within];
}
