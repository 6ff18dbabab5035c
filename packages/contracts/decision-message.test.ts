import { describe, expect, it } from "vitest";
import { aDecisionMessage } from "../../test/events/sample-message.ts";
import { readDecision } from "./decision-message.ts";

const today = "2026-11-02";

const told = (message: unknown, on = today): readonly string[] => {
  const read = readDecision(message, on);
  return read.ok ? [] : read.faults.map(({ code, pointer }) => `${code} ${pointer}`);
};

const intervention = (changes: object = {}) => ({
  interventionId: "1",
  subArea: "job.coaching",
  from: "2026-11-09",
  to: "2027-05-09",
  ...changes,
});

describe("a decision that can be read", () => {
  it("comes out with its citation, twelve digits, and everything else as sent", () => {
    const sent = aDecisionMessage();
    const read = readDecision(sent, today);
    const { legalBasis: _cited, person, basicDecision, ...rest } = sent;

    expect(read).toEqual({
      ok: true,
      value: {
        ...rest,
        citation: { legalBasis: "sol-12-4", act: "SFS 2025:400" },
        person: { ...(person as object), identityNumber: "189001189803" },
        basicDecision: {
          decisionId: "SFC-2026-003002",
          decidedOn: "2026-09-01",
          citation: { legalBasis: "sol-12-1", act: "SFS 2025:400" },
        },
      },
    });
    expect(basicDecision).toBeDefined();
  });

  it("has neither number nor name of a protected person", () => {
    const person = { protectedIdentity: true, reference: "SFC-SKYDD-0007" };
    const read = readDecision(aDecisionMessage({ person }), today);

    expect(read).toMatchObject({ ok: true, value: { person } });
  });

  it("needs nothing that the contract calls optional", () => {
    const bare = aDecisionMessage({
      validTo: undefined,
      basicDecision: undefined,
      employmentServiceConsultation: undefined,
      workPlan: undefined,
      "assessment.expectedInWorkOrStudiesBy": undefined,
      "assessment.labourMarketMeasureAvailable": undefined,
    });

    expect(told(bare)).toEqual([]);
  });
});

describe("one fault at a time", () => {
  it.each([
    ["a field that is not there", { decidedOn: undefined }, ["missing /decidedOn"]],
    ["a whole part that is not there", { assessment: undefined }, ["missing /assessment"]],
    ["null", { decidedOn: null }, ["wrong-type /decidedOn"]],
    ["a list for an object", { assessment: [] }, ["not-an-object /assessment"]],
    ["half a revision", { revision: 1.5 }, ["wrong-type /revision"]],
    ["revision 0", { revision: 0 }, ["too-small /revision"]],
    ["revision 10000", { revision: 10_000 }, ["too-large /revision"]],
    ["an administration that is none", { administration: "sf-norr" }, ["not-one-of /administration"]],
    ["a day that does not exist", { validFrom: "2027-02-29" }, ["not-a-date /validFrom"]],
    ["a day with a time", { validFrom: "2027-02-01T00:00:00Z" }, ["not-a-date /validFrom"]],
    ["an id of 65 characters", { caseNumber: "A".repeat(65) }, ["not-an-id /caseNumber"]],
    ["an empty id", { caseNumber: "" }, ["not-an-id /caseNumber"]],
    ["an id with å", { caseNumber: "ÅR-1" }, ["not-an-id /caseNumber"]],
    [
      "an id that is a number, 12 digits",
      { caseNumber: "189001189803" },
      ["identity-number-as-id /caseNumber"],
    ],
    [
      "an id that is a number, 10 digits",
      { decisionId: "900118-9803" },
      ["identity-number-as-id /decisionId"],
    ],
    [
      "a coordination number as work plan id",
      { "workPlan.workPlanId": "18930481-9833" },
      ["identity-number-as-id /workPlan/workPlanId"],
    ],
    [
      "a number as a protected person's reference",
      { person: { protectedIdentity: true, reference: "18900118-9803" } },
      ["identity-number-as-id /person/reference"],
    ],
    ["another law", { legalBasis: "9 § LSS" }, ["citation-not-read /legalBasis"]],
    [
      "another law in the basic decision",
      { "basicDecision.legalBasis": "?" },
      ["citation-not-read /basicDecision/legalBasis"],
    ],
    [
      "a citation of 121 characters",
      { legalBasis: " ".repeat(121) },
      ["too-large /legalBasis", "citation-not-read /legalBasis"],
    ],
    [
      "a wrong check digit",
      { "person.identityNumber": "18900118-9804" },
      ["not-an-identity-number /person/identityNumber"],
    ],
    [
      "no word on protection",
      { "person.protectedIdentity": undefined },
      ["missing /person/protectedIdentity"],
    ],
    [
      "a wrong word on protection",
      { "person.protectedIdentity": "no" },
      ["not-one-of /person/protectedIdentity"],
    ],
    ["an empty name", { "person.givenName": "" }, ["too-small /person/givenName"]],
    ["no intervention", { interventions: [] }, ["too-few /interventions"]],
    ["interventions that are none", { interventions: "1" }, ["wrong-type /interventions"]],
    [
      "a sub-area that is none",
      { "interventions.0.subArea": "job.praktik" },
      ["not-one-of /interventions/0/subArea"],
    ],
    [
      "a contact of 101 characters",
      { "interventions.0.contact": "x".repeat(101) },
      ["too-large /interventions/0/contact"],
    ],
    [
      "a follow-up every 53 weeks",
      { "workPlan.followUpEveryWeeks": 53 },
      ["too-large /workPlan/followUpEveryWeeks"],
    ],
    [
      "a reason to revoke that is none",
      { revocation: { on: today, reason: "other" } },
      ["not-one-of /revocation/reason"],
    ],
    ["a field with / and ~ in its name", { "workPlan.a/b~c": 1 }, ["unknown-field /workPlan/a~1b~0c"]],
  ])("%s", (_what, changes, faults) => {
    expect(told(aDecisionMessage(changes))).toEqual(faults);
  });

  it.each([
    ["a list", [[]], "not-an-object "],
    ["a text", "decision", "not-an-object "],
    ["null", null, "not-an-object "],
  ])("%s instead of a decision", (_what, message, fault) => {
    expect(told(message)).toEqual([fault]);
  });
});

describe("every fault at once", () => {
  it("of several kinds, in several places", () => {
    const message = aDecisionMessage({
      revision: "1",
      decidedOn: "2026-13-01",
      legalBasis: "31 kap. 1 § SoL",
      "person.identityNumber": "18900118-9804",
      "assessment.workAbility": undefined,
      "workPlan.gaol": "work",
      priority: 1,
    });

    expect(told(message)).toEqual([
      "wrong-type /revision",
      "not-a-date /decidedOn",
      "citation-not-read /legalBasis",
      "not-an-identity-number /person/identityNumber",
      "missing /assessment/workAbility",
      "unknown-field /workPlan/gaol",
      "unknown-field /priority",
    ]);
  });

  it("duplicate ids beside what else is wrong with the interventions", () => {
    const interventions = [
      intervention(),
      intervention({ to: "2027-02-30" }),
      intervention({ interventionId: 1 }),
      7,
    ];

    expect(told(aDecisionMessage({ interventions, validTo: "soon" }))).toEqual([
      "not-a-date /validTo",
      "not-a-date /interventions/1/to",
      "wrong-type /interventions/2/interventionId",
      "not-an-object /interventions/3",
      "not-unique /interventions",
    ]);
  });

  it("too many interventions beside a fault in one of them", () => {
    const interventions = Array.from({ length: 21 }, (_, index) =>
      intervention({ interventionId: `${index}`, ...(index === 20 ? { form: "group" } : {}) }),
    );

    expect(told(aDecisionMessage({ interventions }))).toEqual([
      "unknown-field /interventions/20/form",
      "too-many /interventions",
    ]);
  });

  it("number, name and an unknown field of a protected person", () => {
    const person = {
      protectedIdentity: true,
      reference: "SFC-SKYDD-0007",
      identityNumber: "18900118-9803",
      givenName: "Sample",
      familyName: "Person",
      telephone: "none",
    };

    expect(told(aDecisionMessage({ person }))).toEqual([
      "identity-of-protected-person /person/identityNumber",
      "identity-of-protected-person /person/givenName",
      "identity-of-protected-person /person/familyName",
      "unknown-field /person/telephone",
    ]);
  });

  it("a number that is one in another century than it means, beside a bad date", () => {
    // With a plus in 2026 it means 29 February 1900, which was no day; 29 February 2000 was one.
    expect(told(aDecisionMessage({ "person.identityNumber": "000229+9808", decidedOn: "x" }))).toEqual([
      "not-a-date /decidedOn",
      "not-an-identity-number /person/identityNumber",
    ]);
  });
});

it("twenty interventions are not too many", () => {
  const interventions = Array.from({ length: 20 }, (_, index) =>
    intervention({ interventionId: `${index}` }),
  );

  expect(told(aDecisionMessage({ interventions }))).toEqual([]);
});
