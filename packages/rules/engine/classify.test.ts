import { describe, expect, it } from "vitest";
import {
  aBasicDecision,
  aDecision,
  anAssessment,
  anIntervention,
  aPerson,
  under44,
} from "../../../test/support/a-decision.ts";
import { standing } from "../../../test/support/a-facts.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { classify } from "./classify.ts";
import { revocationReasons } from "./decision.ts";

const receivedOn = "2026-11-02";

describe("classify", () => {
  it("assigns a valid 12:4 decision, and names every rule it tried", () => {
    const judgement = classify(aDecision(), { municipality: goteborg, receivedOn });

    expect(judgement).toMatchObject({
      outcome: "assigned",
      legalBasis: "sol-12-4",
      model: "goteborg-2025-07",
    });
    expect(judgement.findings).toEqual([]);
    expect(judgement.placements).toEqual([
      {
        interventionId: "1",
        area: "job",
        subArea: "job.traineeship",
        governedBy: ["arbvux"],
        carriedOutBy: "arbvux",
        provider: "kompetenscenter",
        parallel: false,
      },
      {
        interventionId: "2",
        area: "health",
        subArea: "health.diet-exercise",
        governedBy: ["sf", "arbvux"],
        carriedOutBy: "arbvux",
        provider: "kompetenscenter",
        parallel: false,
      },
    ]);
    expect(judgement.triedRules.every(({ holds }) => holds)).toBe(true);
    expect(judgement.triedRules.map(({ rule }) => rule)).toEqual([
      "model-in-force",
      "legal-basis-in-force",
      "decided-when-received",
      "period-in-order",
      "intervention-within-decision",
      "time-limited",
      "basic-decision-named",
      "unemployed",
      "needs-job-or-competence",
      "within-three-years",
      "work-plan-with-participation",
      "employment-service-consulted",
      "no-suitable-labour-market-measure",
      "health-complements",
      "parallel-agreed",
      "service-in-catalogue",
      "provider-available",
      "follow-up-planned",
    ]);
  });

  it("assigns a valid basic decision, which other rules are asked of", () => {
    const judgement = classify(aBasicDecision(), { municipality: goteborg, receivedOn });

    expect(judgement).toMatchObject({ outcome: "assigned", legalBasis: "sol-12-1", findings: [] });
    expect(judgement.placements.map(({ provider }) => provider)).toEqual(["sf-centrum", "sf-centrum"]);
    expect(judgement.triedRules.map(({ rule }) => rule)).toEqual([
      "model-in-force",
      "legal-basis-in-force",
      "decided-when-received",
      "period-in-order",
      "intervention-within-decision",
      "work-ability-unclear-or-later",
      "needs-social-or-health",
      "parallel-agreed",
      "provider-available",
    ]);
  });

  it("judges a decision under the old Act, received long after, by the model of its own day", () => {
    const decision = aDecision({
      decidedOn: "2025-06-30",
      citation: under44,
      basicDecision: {
        decisionId: "1",
        decidedOn: "2025-01-01",
        citation: { ...under44, legalBasis: "sol-12-1" },
      },
      employmentServiceConsultation: { heldOn: "2025-06-30" },
      assessment: anAssessment({ expectedInWorkOrStudiesBy: "2028-06-30" }),
      workPlan: {
        workPlanId: "1",
        establishedOn: "2025-06-30",
        participationRequired: true,
        goal: "studies",
      },
    });

    expect(classify(decision, { municipality: goteborg, receivedOn })).toMatchObject({
      outcome: "assigned",
      model: "goteborg-2024-01",
      findings: [{ rule: "follow-up-planned", severity: "should" }],
    });
  });

  it("returns with every finding at once, in the rules' order, and still says where things belong", () => {
    const decision = aDecision({
      validTo: undefined,
      basicDecision: undefined,
      employmentServiceConsultation: undefined,
      interventions: [anIntervention({ subArea: "social.networks" })],
    });
    const { outcome, findings, placements } = classify(decision, { municipality: goteborg, receivedOn });

    expect(outcome).toBe("returned");
    expect(findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
      ["time-limited", "/validTo"],
      ["basic-decision-named", "/basicDecision"],
      ["needs-job-or-competence", "/interventions"],
      ["employment-service-consulted", "/employmentServiceConsultation/heldOn"],
      ["parallel-agreed", "/parallelAgreement"],
    ]);
    expect(placements).toMatchObject([{ carriedOutBy: "sf", provider: "sf-centrum", parallel: true }]);
  });

  it("says each finding in two languages, with its sentence, and nothing of whom it concerns", () => {
    const decision = aDecision({
      decisionId: "9803",
      caseNumber: "9803",
      parallelAgreement: "9803",
      interventions: [
        anIntervention({ service: "9803", contact: "9803", follows: "9803", to: "2026-01-01" }),
        anIntervention({ subArea: "social.networks" }),
      ],
      employmentServiceConsultation: undefined,
    });
    const { findings } = classify(decision, { municipality: goteborg, receivedOn });
    const texts = findings.flatMap(({ message, wouldHoldIf }) => [message, wouldHoldIf]);

    expect(findings.length).toBeGreaterThan(4);
    expect(texts.every(({ sv, en }) => /[.]$/.test(sv) && /[.]$/.test(en) && sv !== en)).toBe(true);
    expect(JSON.stringify(findings)).not.toMatch(/9803|Sample|Person\b/);
  });

  it("takes the municipality whose models judge as an argument", () => {
    const models = goteborg.models.slice(0, 1);
    const judgement = classify(aDecision(), { municipality: { ...goteborg, models }, receivedOn });

    expect(judgement.model).toBe("goteborg-2024-01");
    expect(classify(aDecision(), { municipality: { ...goteborg, models: [] }, receivedOn }).outcome).toBe(
      "returned",
    );
  });
});

describe("a revision that revokes", () => {
  it.each(revocationReasons)("%s: no rule about entitlement stops it", (reason) => {
    const decision = aDecision({
      basicDecision: undefined,
      validTo: undefined,
      assessment: anAssessment({ unemployment: "none" }),
      interventions: [anIntervention({ subArea: "social.networks" })],
      parallelAgreement: "NO-SUCH",
      revocation: { on: "2026-12-01", reason },
    });
    const { outcome, findings, triedRules, placements } = classify(decision, {
      municipality: goteborg,
      receivedOn,
    });

    expect({ outcome, findings }).toEqual({ outcome: "assigned", findings: [] });
    expect(triedRules.map(({ rule }) => rule)).toEqual([
      "model-in-force",
      "decided-when-received",
      "revocation-within-decision",
    ]);
    expect(placements).toMatchObject([{ subArea: "social.networks", carriedOutBy: "sf" }]);
  });

  it("is returned when it names another person, or a day that the decision does not have", () => {
    const revocation = { on: "2026-12-01", reason: "replaced" } as const;
    const background = standing(aDecision());
    const stranger = aDecision({ revocation, person: { ...aPerson, identityNumber: "189102039816" } });
    const late = aDecision({ revocation: { ...revocation, on: "2027-11-09" } });

    for (const [decision, rule] of [
      [stranger, "same-person"],
      [late, "revocation-within-decision"],
    ] as const) {
      const { outcome, findings } = classify(decision, { municipality: goteborg, receivedOn, background });
      expect({ outcome, rules: findings.map((finding) => finding.rule) }).toEqual({
        outcome: "returned",
        rules: [rule],
      });
    }
  });

  it("is still returned when it is dated ahead, or from before any model", () => {
    const revocation = { on: "2026-12-01", reason: "replaced" } as const;

    expect(
      classify(aDecision({ revocation }), { municipality: goteborg, receivedOn: "2026-11-01" }).outcome,
    ).toBe("returned");
    expect(
      classify(aDecision({ revocation, decidedOn: "2023-01-01" }), { municipality: goteborg, receivedOn })
        .outcome,
    ).toBe("returned");
  });
});
