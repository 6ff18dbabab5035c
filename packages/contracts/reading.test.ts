import { describe, expect, it } from "vitest";
import { aDecisionMessage, aProgressMessage } from "../../test/events/sample-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { contentHash } from "./canonical-json.ts";
import { readDecision } from "./decision-message.ts";
import { readProgress } from "./progress-message.ts";
import { readProposal, readProposalAnswer } from "./proposal-message.ts";

const read = (changes: Readonly<Record<string, unknown>>) =>
  readDecision(aDecisionMessage(changes), { receivedOn: "2026-11-02", municipality: goteborg });
const faultsIn = (changes: Readonly<Record<string, unknown>>): readonly string[] => {
  const outcome = read(changes);
  return outcome.ok ? [] : outcome.faults.map(({ code, pointer }) => `${code} ${pointer}`);
};

const optional = [
  "validTo",
  "basicDecision",
  "employmentServiceConsultation",
  "workPlan",
  "workPlan.nextFollowUpOn",
  "parallelAgreement",
  "revocation",
  "interventions.0.service",
  "interventions.0.follows",
  "interventions.0.decidedOn",
  "person.replaces",
  "person.givenName",
];

describe("an optional field that is null", () => {
  it.each(optional)("counts as absent: %s", (path) => {
    expect(read({ [path]: null })).toEqual(read({ [path]: undefined }));
    expect(read({ [path]: null })).toMatchObject({ ok: true });
  });

  it.each(optional)("is no part of the content: %s", (path) => {
    expect(contentHash(aDecisionMessage({ [path]: null }))).toBe(
      contentHash(aDecisionMessage({ [path]: undefined })),
    );
  });

  it("counts as absent for a protected person, whose number and name may not be sent", () => {
    const person = { protectedIdentity: true, reference: "SFC-SKYDD-0007" };
    const sent = { ...person, identityNumber: null, givenName: null, familyName: null, birthDate: null };

    expect(read({ person: sent })).toMatchObject({ ok: true, value: { person } });
  });

  it("counts as absent in a report and a proposal", () => {
    const proposal = { proposalId: "0e2b1f5a-6c1d-4b7e-9a52-3f0d8c7b6a51", assignmentId: "sf-centrum.A.1" };

    expect(readProgress(aProgressMessage({ reason: null, result: null }))).toEqual(
      readProgress(aProgressMessage()),
    );
    expect(
      readProposalAnswer({
        ...proposal,
        answer: "declined",
        reason: null,
        answeredAt: "2026-12-01T09:00:00Z",
      }),
    ).toMatchObject({ ok: false, faults: [{ pointer: "/reason", code: "needs-reason" }] });
  });
});

describe("null elsewhere", () => {
  it("is no value of a required field, and the text says why", () => {
    const outcome = read({ decidedOn: null });

    expect(outcome).toMatchObject({
      ok: false,
      faults: [{ code: "wrong-type", pointer: "/decidedOn", sv: expect.stringContaining("`null`") }],
    });
  });

  it("does not hide a field that the contract does not have", () => {
    expect(faultsIn({ priority: null, "workPlan.gaol": null })).toEqual([
      "unknown-field /workPlan/gaol",
      "unknown-field /priority",
    ]);
  });

  it("is no intervention", () => {
    expect(faultsIn({ interventions: [null] })).toEqual(["not-an-object /interventions/0"]);
  });
});

describe("9999-12-31, until further notice", () => {
  it.each(["validTo", "workPlan.nextFollowUpOn", "assessment.expectedInWorkOrStudiesBy"])(
    "counts as absent: %s",
    (path) => {
      expect(read({ [path]: "9999-12-31" })).toEqual(read({ [path]: undefined }));
    },
  );

  it("is no last day of an intervention, and the text says why", () => {
    expect(read({ "interventions.0.to": "9999-12-31" })).toMatchObject({
      ok: false,
      faults: [
        { code: "missing", pointer: "/interventions/0/to", sv: expect.stringContaining("9999-12-31") },
      ],
    });
  });
});

describe("a text", () => {
  const spoilt = ["A\u0000", "A\u0007", "A\nB", "A\u0085", "\ufffdsa", "\ud800", "a\udc00b"];
  const texts = [
    "person.givenName",
    "person.familyName",
    "interventions.0.contact",
    "legalBasis",
    "caseNumber",
    "decisionId",
  ];

  it.each(texts.flatMap((path) => spoilt.map((text) => [path, text] as const)))(
    "is refused where a character is spoilt: %s as %j",
    (path, text) => {
      expect(faultsIn({ [path]: text })).toEqual([`not-text /${path.replaceAll(".", "/")}`]);
    },
  );

  it("in ISO 8859-1 that was read as UTF-8 is refused, also where only § shows it", () => {
    const bytes = Buffer.from("12 kap. 4 § SoL", "latin1");

    expect(faultsIn({ legalBasis: bytes.toString("utf8") })).toEqual(["not-text /legalBasis"]);
  });

  it.each([" ", "\u00a0\u2003", "\u200b", "\u00ad"])("that is blank is refused: %j", (text) => {
    expect(faultsIn({ "person.givenName": text })).toEqual(["blank /person/givenName"]);
  });

  it.each(["Åsa", "D'Arcy-Żółć", "王", "🌲", "محمد"])("is taken in any script: %s", (text) => {
    expect(faultsIn({ "person.givenName": text })).toEqual([]);
  });

  it("of a reason and its words is held to the same", () => {
    const reason = { code: "other", whose: "person" };
    const reported = (text: string) =>
      readProgress(aProgressMessage({ status: "rejected", reason: { ...reason, text } }));

    expect(reported("flyttar")).toMatchObject({ ok: true });
    expect(reported("\ufffd")).toMatchObject({
      ok: false,
      faults: [{ code: "not-text", pointer: "/reason/text" }],
    });
    expect(reported("se 18900118-9803")).toMatchObject({
      ok: false,
      faults: [{ code: "identity-number-in-text", pointer: "/reason/text" }],
    });
  });
});

describe("a UUID", () => {
  it("is compared without case: it comes out in lower case", () => {
    const progressId = "0F6C1B2A-5D3E-4C7A-9B10-000000000001";
    const proposal = {
      proposalId: progressId,
      assignmentId: "sf-centrum.SFC-2026-004711.1",
      wish: { kind: "extend", to: "2027-10-09" },
      madeAt: "2026-12-01T09:00:00Z",
    };

    expect(readProgress(aProgressMessage({ progressId }))).toMatchObject({
      value: { progressId: progressId.toLowerCase() },
    });
    expect(readProposal(proposal)).toMatchObject({ value: { proposalId: progressId.toLowerCase() } });
  });
});

describe("a date", () => {
  it.each(["0001-01-01", "1753-01-01", "2999-12-31", "9999-12-30"])("like %s is none", (date) => {
    expect(faultsIn({ "workPlan.nextFollowUpOn": date })).toEqual(["not-a-date /workPlan/nextFollowUpOn"]);
  });
});
