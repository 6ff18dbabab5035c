import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, received } from "../../test/support/a-case.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { propose } from "./propose.ts";
import { proposeThrough } from "./propose-through.ts";

const key = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };
const cause = { municipality: goteborg, at: "2026-11-10T09:00:00Z", causationId: "prop-1" };

function through(assignmentId: string) {
  const store = memoryCases(progressed(received(), aReport("accepted")));
  const proposed = proposeThrough(store, {
    assignmentId,
    decide: (record) => propose(record, aProposal({ assignmentId }), { cause }),
  });
  return { store, proposed };
}

describe("a proposal on its way to its decision", () => {
  it("is written there", async () => {
    const { store, proposed } = through("sf-centrum.SFC-2026-004711.1");

    expect(await proposed).toMatchObject({ kind: "recorded", proposal: { status: "proposed" } });
    expect(await store.find(key)).toMatchObject({ version: 3, proposals: [{ proposalId: "prop-1" }] });
  });

  it.each([
    ["of an assignment that the decision does not hold", "sf-centrum.SFC-2026-004711.9"],
    ["of a decision that is not there", "sf-centrum.SFC-2026-000000.1"],
    ["of what is no assignment's id", "SFC-2026-004711"],
  ])("%s is refused, and nothing is written", async (_what, assignmentId) => {
    const { store, proposed } = through(assignmentId);

    expect(await proposed).toEqual({ kind: "refused", refusal: { why: "no-such-assignment" } });
    expect(await store.find(key)).toMatchObject({ version: 2, proposals: [] });
  });
});
