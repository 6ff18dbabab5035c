import { classify, type Source, type TriedRule } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { answerFor, answerOf, explained, prospects } from "./answer.ts";

const unconsulted = aDecision({ employmentServiceConsultation: undefined });
const judged = (decision = aDecision()) => ({
  decision,
  judgement: classify(decision, { municipality: goteborg, receivedOn: "2026-11-02" }),
});
const traineeship = {
  assignmentId: "sf-centrum.SFC-2026-004711.1",
  interventionId: "1",
  area: "job",
  subArea: "job.traineeship",
  governedBy: ["arbvux"],
  carriedOutBy: "arbvux",
  provider: "kompetenscenter",
  status: "requested",
  parallel: false,
};

describe("the answer to a decision", () => {
  it("says what it is, by which model, and to whom each intervention went", () => {
    const { triedRules, ...answer } = answerOf(received(aDecision({ interventions: [anIntervention()] })));

    expect(answer).toEqual({
      administration: "sf-centrum",
      decisionId: "SFC-2026-004711",
      revision: 1,
      version: 1,
      outcome: "assigned",
      legalBasis: "sol-12-4",
      model: "goteborg-2025-07",
      assignments: [traineeship],
      findings: [],
    });
    expect(triedRules.map(({ rule }) => rule)).toContain("employment-service-consulted");
  });

  it("names no model where none was in force", () => {
    const old = aDecision({ decidedOn: "2023-01-01" });

    expect(answerFor(judged(old), [])).not.toHaveProperty("model");
  });

  it("is about what stands, when it is asked about another revision than the one that was returned", () => {
    const record = received({ ...unconsulted, revision: 2 }, { after: received() });

    expect(answerOf(record, 1)).toMatchObject({ revision: 1, outcome: "assigned" });
    expect(answerOf(record, 2)).toMatchObject({ revision: 2, outcome: "returned" });
    expect(answerOf(record)).toMatchObject({ revision: 2, outcome: "returned" });
  });

  it("is about the one that was returned, where nothing stands, and holds no assignment", () => {
    const record = received(unconsulted);

    expect(answerOf(record, 7)).toMatchObject({ revision: 1, outcome: "returned", assignments: [] });
  });

  it("cannot be given of a record that holds no revision, which no write makes", () => {
    const { standing: _standing, ...empty } = received();

    expect(() => answerOf(empty)).toThrow("a record holds at least one revision");
  });
});

describe("what a decision would lead to", () => {
  it("is an assignment for each intervention, requested", () => {
    const decision = aDecision({ interventions: [anIntervention()] });

    expect(prospects(judged(decision))).toEqual([traineeship]);
  });

  it("is their end, where it revokes the decision", () => {
    const revocation = { on: "2026-11-20", reason: "person-moved" } as const;

    expect(prospects(judged(aDecision({ revision: 2, revocation }))).map(({ status }) => status)).toEqual([
      "cancelled",
      "cancelled",
    ]);
  });

  it("is nothing, where it is returned", () => {
    expect(prospects(judged(unconsulted))).toEqual([]);
  });
});

describe("an answer that is explained", () => {
  type Explained = readonly (TriedRule & { readonly source?: Source })[];

  it("gives each rule with the sentence that it enforces", () => {
    const triedRules: Explained = explained(answerOf(received()), goteborg).triedRules;

    expect(triedRules.find(({ rule }) => rule === "employment-service-consulted")?.source).toEqual({
      document: "Slutrapport 2024-01-12, 2.1.3",
      quote: "Samråd sker med Arbetsförmedlingen innan beslut.",
    });
    expect(triedRules.every(({ source }) => source !== undefined)).toBe(true);
  });

  it("is the same answer apart from that", () => {
    const answer = answerOf(received());
    const { triedRules, ...rest } = explained(answer, goteborg);

    expect({
      ...rest,
      triedRules: (triedRules as Explained).map(({ source: _source, ...tried }) => tried),
    }).toEqual(answer);
  });

  it("has no sentence to give for a rule that the model does not know, nor without a model", () => {
    const tried = { rule: "no-such-rule", severity: "must", holds: true, concerns: "/decidedOn" } as const;

    expect(explained({ model: "goteborg-2025-07", triedRules: [tried] }, goteborg).triedRules).toEqual([
      tried,
    ]);
    expect(explained({ triedRules: [tried] }, goteborg).triedRules).toEqual([tried]);
  });
});
