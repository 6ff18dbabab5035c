import { expect, it } from "vitest";
import { otherDesigns } from "./other-designs.ts";

const designs = otherDesigns({ assignments: [1500, 900], answer: 2500 }, 2100);
const usageOf = (name: string) => designs.find((design) => design.name.startsWith(name))?.usage;

it("an outbox writes the decision and each message twice as dearly, and deletes each message", () => {
  // The decision has three units. The messages have two, one and three.
  expect(usageOf("outbox")).toMatchObject({ writeUnit: 2 * (3 + 6) + 6, readUnit: 1 });
});

it("Powertools writes its own record twice beside the decision", () => {
  expect(usageOf("idempotency")).toMatchObject({ writeUnit: 1 + 3 + 3, scheduleRun: 1 });
});

it("every design says what is counted, and what it follows", () => {
  for (const { counts, source } of designs) {
    expect(counts.length).toBeGreaterThan(20);
    expect(source).toMatch(/^https:\/\//);
  }
});
