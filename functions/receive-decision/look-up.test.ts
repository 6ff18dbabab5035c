import type { CaseKey } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { lookUp } from "./look-up.ts";

const pseudonyms = hashedPseudonyms();
const numbered = {
  protectedIdentity: false,
  identityNumber: "189001189803",
  givenName: "Sample",
} as const;
const earlier = {
  ...received(aDecision({ decisionId: "SFC-2025-001200" })),
  personKey: "present",
  formerPersonKeys: ["former"],
};

/** The lookup, and the decisions that were read for it. */
async function lookingUp(decision: ReturnType<typeof aDecision>) {
  const cases = memoryCases(earlier);
  const read: CaseKey[] = [];
  const find = (key: CaseKey) => {
    read.push({ administration: key.administration, decisionId: key.decisionId });
    return cases.find(key);
  };
  return { found: await lookUp(decision, { cases: { find }, pseudonyms }), read };
}

const follows = (...assignmentIds: readonly string[]) =>
  aDecision({
    interventions: assignmentIds.map((follows, index) =>
      anIntervention({ interventionId: String(index + 1), follows }),
    ),
  });

describe("what a decision refers to", () => {
  it("is nothing but its person for most, and costs no read", async () => {
    const { found, read } = await lookingUp(aDecision());

    expect(found).toEqual({
      personKey: await pseudonyms.ofNumber("189001189803"),
      caseKey: await pseudonyms.ofCase("2026-88231", "sf-centrum"),
    });
    expect(read).toEqual([]);
  });

  it.each([
    ["a number", "189001189803", pseudonyms.ofNumber("189001189803")],
    ["a reference", "REF-7", pseudonyms.ofReference("REF-7", "sf-centrum")],
  ])("is whom its person was before, by %s", async (_by, replaces, former) => {
    const { found } = await lookingUp(aDecision({ person: { ...numbered, replaces } }));

    expect(found.formerPersonKey).toBe(await former);
  });

  it("is the assignments that it follows, with one read for each decision", async () => {
    const { found, read } = await lookingUp(
      follows("sf-centrum.SFC-2025-001200.1", "sf-centrum.SFC-2025-001200.2", "sf-centrum.SFC-2025-9.1"),
    );
    const followed = { provider: "kompetenscenter", personKeys: ["present", "former"] };

    expect(found.followed).toEqual(
      new Map([
        ["sf-centrum.SFC-2025-001200.1", followed],
        ["sf-centrum.SFC-2025-001200.2", followed],
      ]),
    );
    expect(read).toEqual([
      { administration: "sf-centrum", decisionId: "SFC-2025-001200" },
      { administration: "sf-centrum", decisionId: "SFC-2025-9" },
    ]);
  });

  it("is not found where the decision has no such assignment, or the text is no assignment's id", async () => {
    const { found, read } = await lookingUp(follows("sf-centrum.SFC-2025-001200.9", "an earlier one"));

    expect(found.followed).toEqual(new Map());
    expect(read).toHaveLength(1);
  });
});
