import { correlationIdOf } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../../test/support/a-case.ts";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { ofParty, ofPerson, personView, wholeView } from "./views.ts";

const first = progressed(received(aDecision({ interventions: [anIntervention()] })), aReport("received"));
const second = received(aBasicDecision({ decisionId: "B" }));
const returned = received(aDecision({ decisionId: "R", validTo: undefined }));
const pk = "sf-centrum.SFC-2026-004711";
type CaseRecord = typeof first;

/** As a command has it: each record is a part of its own. */
const partyView = async (records: readonly CaseRecord[], party: string) =>
  wholeView(await Promise.all(records.map((record) => ofParty([record], party))));
const viewOfPerson = async (
  records: readonly CaseRecord[],
  { personKey, byIndex }: { personKey: string; byIndex: readonly CaseRecord[] },
) => {
  const parts = await Promise.all(records.map((record) => ofPerson([record], personKey)));
  return personView(wholeView(parts), byIndex.map(correlationIdOf));
};

describe("a party's view", () => {
  it("of a provider: what it carries out, as it stands", async () => {
    expect(await partyView([second, first], "kompetenscenter")).toEqual({
      decisions: [],
      assignments: [
        expect.objectContaining({ assignmentId: `${pk}.1`, status: "received", from: "2026-11-09" }),
      ],
    });
  });

  it("of an SF: what it decided, what was returned, and what it carries out itself", async () => {
    const { decisions, assignments } = await partyView([returned, first], "sf-centrum");

    expect(decisions).toMatchObject([
      { decision: "sf-centrum.R", returnedRevision: 1, assignments: [] },
      { decision: pk, version: 2, revision: 1, assignments: [{ status: "received" }] },
    ]);
    expect(assignments).toEqual([]);
  });

  it("holds nothing of whom it is about", async () => {
    const text = JSON.stringify(await partyView([first, second, returned], "sf-centrum"));

    expect(text).not.toMatch(/9803|Sample|caseNumber|pseudonym/);
  });
});

describe("a person's view", () => {
  const personKey = first.personKey;
  const another = { ...second, personKey: "another" };

  it("is all decisions of the same person, and agrees with an index that has them", async () => {
    expect(
      await viewOfPerson([first, returned, another], { personKey, byIndex: [returned, first] }),
    ).toMatchObject({
      decisions: [{ decision: "sf-centrum.R" }, { decision: pk }],
      notInIndex: [],
      onlyInIndex: [],
    });
  });

  it("names what the index lacks, and what it has too much", async () => {
    expect(
      await viewOfPerson([first, returned, another], { personKey, byIndex: [first, another] }),
    ).toMatchObject({
      notInIndex: ["sf-centrum.R"],
      onlyInIndex: [expect.stringMatching(/\.B$/)],
    });
  });
});
