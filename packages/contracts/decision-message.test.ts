import { describe, expect, it } from "vitest";
import { aDecisionMessage } from "../../test/events/sample-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { readDecision } from "./decision-message.ts";

const today = "2026-11-02";

const faultsIn = (message: unknown, on = today): readonly string[] => {
  const read = readDecision(message, { receivedOn: on, municipality: goteborg });
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
    const read = readDecision(sent, { receivedOn: today, municipality: goteborg });
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
    const read = readDecision(aDecisionMessage({ person }), { receivedOn: today, municipality: goteborg });

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

    expect(faultsIn(bare)).toEqual([]);
  });
});

describe("who a decision concerns", () => {
  const person = (sent: object) => {
    const read = readDecision(aDecisionMessage({ person: sent }), {
      receivedOn: today,
      municipality: goteborg,
    });
    return read.ok ? read.value.person : read.faults.map(({ code, pointer }) => `${code} ${pointer}`);
  };
  const numbered = { protectedIdentity: false, identityNumber: "18900118-9803", familyName: "Person" };
  const unnumbered = {
    protectedIdentity: false,
    reference: "SFC-UTAN-0001",
    birthDate: "1990-02-03",
    givenName: "Sample",
  };

  it("may have one name only", () => {
    expect(person(numbered)).toEqual({ ...numbered, identityNumber: "189001189803" });
  });

  it("may have no number", () => {
    expect(person(unnumbered)).toEqual(unnumbered);
  });

  it.each([
    ["a number in any form", "890304+9818", "188903049818"],
    ["a coordination number", "18930481-9833", "189304819833"],
    ["a reference", "SFC-UTAN-0001", "SFC-UTAN-0001"],
  ])("may replace %s", (_what, replaces, read) => {
    expect(person({ ...numbered, replaces })).toMatchObject({ replaces: read });
  });

  it.each([
    ["a date of birth that is missing", { birthDate: undefined }, ["missing /person/birthDate"]],
    ["a date of birth after receipt", { birthDate: "2026-11-03" }, ["after-receipt /person/birthDate"]],
    ["a number as reference", { reference: "189001189803" }, ["identity-number-as-id /person/reference"]],
    ["no name", { givenName: undefined }, ["needs-name /person"]],
    [
      "no name and a wrong date",
      { givenName: undefined, birthDate: "x" },
      ["not-a-date /person/birthDate", "needs-name /person"],
    ],
  ])("without a number, %s is a fault", (_what, changes, faults) => {
    expect(person(JSON.parse(JSON.stringify({ ...unnumbered, ...changes })))).toEqual(faults);
  });
});

describe("ids and numbers as Swedish registries write them", () => {
  it.each(["VON/2022:00276", "Dnr 2026_12.3-å", "Ö", "2026-88231", "1".repeat(64)])("%s", (number) => {
    expect(faultsIn(aDecisionMessage({ caseNumber: number, "workPlan.workPlanId": number }))).toEqual([]);
  });

  it("made of a date and a running number are no identity numbers, though their check digit fits", () => {
    const ids = {
      decisionId: "202601189802",
      caseNumber: "2601189802",
      "interventions.0.interventionId": "20260118-9802",
    };

    expect(faultsIn(aDecisionMessage(ids))).toEqual([]);
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
    ["an id with å", { decisionId: "ÅR-1" }, ["not-an-id /decisionId"]],
    ["a case number with a space at its end", { caseNumber: "VON 1 " }, ["not-an-id /caseNumber"]],
    ["a case number with another sign", { caseNumber: "VON#1" }, ["not-an-id /caseNumber"]],
    [
      "an identity number within a case number",
      { caseNumber: "VON/18900118-9803" },
      ["identity-number-as-id /caseNumber"],
    ],
    [
      "half an assignment's id to follow",
      { "interventions.0.follows": "SFC-2025-001200" },
      ["not-an-id /interventions/0/follows"],
    ],
    [
      "an identity number to follow",
      { "interventions.0.follows": "sf-centrum.189001189803.1" },
      ["identity-number-as-id /interventions/0/follows"],
    ],
    [
      "an identity number as a contact",
      { "interventions.0.contact": "Mor till 18900118\u20119803" },
      ["identity-number-in-text /interventions/0/contact"],
    ],
    [
      "an identity number as a service",
      { "interventions.0.service": "189001189803" },
      ["identity-number-as-id /interventions/0/service"],
    ],
    [
      "neither of two names",
      { "person.givenName": undefined, "person.familyName": undefined },
      ["needs-name /person"],
    ],
    [
      "neither number nor reference",
      { "person.identityNumber": undefined },
      ["missing /person/identityNumber"],
    ],
    ["both number and reference", { "person.reference": "R-1" }, ["number-or-reference /person/reference"]],
    [
      "a date of birth beside a number",
      { "person.birthDate": "1890-01-18" },
      ["number-or-reference /person/birthDate"],
    ],
    ["something else that stood before", { "person.replaces": "ÅÄÖ" }, ["not-an-id /person/replaces"]],
    [
      "a person born after receipt",
      { "person.identityNumber": "20261231-9802" },
      ["not-an-identity-number /person/identityNumber"],
    ],
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
    ["another law", { legalBasis: "9 § LSS" }, ["legal-basis-not-handled /legalBasis"]],
    [
      "the rejection of one of ours",
      { legalBasis: "12 kap. 1 § SoL, avslag" },
      ["citation-not-read /legalBasis"],
    ],
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
    expect(faultsIn(aDecisionMessage(changes))).toEqual(faults);
  });

  it.each([
    ["a list", [[]], "not-an-object "],
    ["a text", "decision", "not-an-object "],
    ["null", null, "not-an-object "],
  ])("%s instead of a decision", (_what, message, fault) => {
    expect(faultsIn(message)).toEqual([fault]);
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

    expect(faultsIn(message)).toEqual([
      "wrong-type /revision",
      "not-a-date /decidedOn",
      "legal-basis-not-handled /legalBasis",
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

    expect(faultsIn(aDecisionMessage({ interventions, validTo: "soon" }))).toEqual([
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

    expect(faultsIn(aDecisionMessage({ interventions }))).toEqual([
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

    expect(faultsIn(aDecisionMessage({ person }))).toEqual([
      "identity-of-protected-person /person/identityNumber",
      "identity-of-protected-person /person/givenName",
      "identity-of-protected-person /person/familyName",
      "unknown-field /person/telephone",
    ]);
  });

  it("a number that is one in another century than it means, beside a bad date", () => {
    // With a plus in 2026 it means 29 February 1900, which was no day; 29 February 2000 was one.
    expect(faultsIn(aDecisionMessage({ "person.identityNumber": "000229+9808", decidedOn: "x" }))).toEqual([
      "not-a-date /decidedOn",
      "not-an-identity-number /person/identityNumber",
    ]);
  });
});

it("twenty interventions are not too many", () => {
  const interventions = Array.from({ length: 20 }, (_, index) =>
    intervention({ interventionId: `${index}` }),
  );

  expect(faultsIn(aDecisionMessage({ interventions }))).toEqual([]);
});

const readWith = (legalBasis: string) =>
  readDecision(aDecisionMessage({ legalBasis }), { receivedOn: today, municipality: goteborg });

describe("the label of a rejection", () => {
  it("is not read, and its sender is not asked to write it as a granted decision", () => {
    const legalBasis = "Ek Ekonomiskt bistånd 12 kap 1, 7 §§ SoL, avslag";

    expect(readWith(legalBasis)).toMatchObject({
      ok: false,
      faults: [
        {
          pointer: "/legalBasis",
          code: "citation-not-read",
          sv: "Lagrummet står i en beteckning för något annat än ett bifall. Skicka bara beslut som har beviljats.",
        },
      ],
    });
  });
});

describe("a legal basis that is understood and not handled", () => {
  it.each([
    ["12 kap. 4 a § SoL", "12 kap. 4 a § SoL"],
    ["Aktivitetskrav 12:4a SoL, bifall", "12 kap. 4 a § SoL"],
    ["12 kap 1, 2 §§ SoL", "12 kap. 2 § SoL"],
    ["9 § LSS", "9 § LSS"],
  ])("%s is named in our own words, and no other is suggested", (legalBasis, named) => {
    expect(readWith(legalBasis)).toMatchObject({
      ok: false,
      faults: [
        {
          pointer: "/legalBasis",
          code: "legal-basis-not-handled",
          sv: `${named} är ett lagrum som inte hanteras här.`,
          en: `${named} is a legal basis that is not handled here.`,
        },
      ],
    });
  });
});
