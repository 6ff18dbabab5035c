import { type Access, AccessNotLogged, type CaseStore } from "@hemvist/casework";
import { decisionView, wholePerson } from "@hemvist/contracts";
import type { HttpRequest } from "@hemvist/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { callerAs } from "../../test/support/a-caller.ts";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { listModels, readAssignment, readDecision, readModel, searchPerson } from "./read-case.ts";

const pseudonyms = hashedPseudonyms();
const personKey = await pseudonyms.of(aDecision().person, "sf-centrum");
const caseKey = await pseudonyms.ofCase("2026-88231", "sf-centrum");
const progressId = "0f6c1b2a-5d3e-4c7a-9b10-000000000001";
const record = { ...progressed(received(), aReport("accepted", { progressId })), personKey, caseKey };
const cases = memoryCases(record);
const onUnreadable = () => {};
const logAccess = () => Promise.resolve();
const sentMessages = {
  deliveredAt: (ids: readonly string[]) =>
    Promise.resolve(new Map(ids.map((id) => [id, "2026-11-02T09:00:01Z"]))),
};

const request = (parameters: Record<string, string>, body?: unknown, party = "sf-centrum"): HttpRequest => ({
  caller: callerAs(party),
  parameters,
  body,
  receivedAt: "2026-11-04T09:00:00Z",
  requestId: "request-1",
  elapsed: () => 40,
  baseUrl: "https://api.example",
});
const assignmentId = "sf-centrum.SFC-2026-004711.1";

describe("reading a decision", () => {
  it("shows the newest word on it, its history and its next check", async () => {
    const answer = await readDecision({ logAccess, municipality: goteborg, cases })(
      request({ administration: "sf-centrum", decisionId: "SFC-2026-004711" }),
    );

    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: "assigned", version: 2, nextCheckAt: record.dueAt, history: record.history },
    });
  });

  it("gives what stands with its assignments, and beside it why a later revision was returned", async () => {
    const returned = received(aDecision({ revision: 2, validTo: undefined }), { after: record });
    const answer = await readDecision({ logAccess, municipality: goteborg, cases: memoryCases(returned) })(
      request({ administration: "sf-centrum", decisionId: "SFC-2026-004711" }),
    );

    expect(answer).toMatchObject({
      body: {
        outcome: "assigned",
        revision: 1,
        version: 3,
        assignments: [{ status: "accepted" }, { status: "requested" }],
        returned: { revision: 2, findings: [{ rule: "time-limited" }] },
      },
    });
    expect(decisionView.safeParse(answer.body).error).toBeUndefined();
  });

  it("gives the revision that was returned where nothing stands yet", async () => {
    const returned = received(aDecision({ validTo: undefined }));
    const { body } = await readDecision({ logAccess, municipality: goteborg, cases: memoryCases(returned) })(
      request({ administration: "sf-centrum", decisionId: "SFC-2026-004711" }),
    );

    expect(body).toMatchObject({ outcome: "returned", revision: 1, assignments: [] });
    expect(body).not.toHaveProperty("returned");
  });

  it("answers 404 for one that is not there", async () => {
    expect(
      await readDecision({ logAccess, municipality: goteborg, cases })(
        request({ administration: "sf-centrum", decisionId: "X" }),
      ),
    ).toMatchObject({ status: 404 });
  });
});

describe("reading an assignment", () => {
  it("shows where it stands, where it can go, and its receipt", async () => {
    const answer = await readAssignment({
      logAccess,
      municipality: goteborg,
      cases,
      sentMessages,
      onUnreadable,
    })(request({ assignmentId }));

    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: "accepted",
        open: ["in-progress", "failed"],
        receipt: {
          storedAt: "2026-11-02T09:00:00Z",
          deliveredAt: "2026-11-02T09:00:01Z",
          acceptedAt: "2026-11-03T08:12:00Z",
        },
      },
    });
  });

  it.each(["sf-centrum.SFC-2026-004711.9", "nonsense", "a.b.c.d"])("answers 404 for %s", async (id) => {
    expect(
      await readAssignment({ logAccess, municipality: goteborg, cases, sentMessages, onUnreadable })(
        request({ assignmentId: id }),
      ),
    ).toMatchObject({
      status: 404,
    });
  });
});

describe("searching for a person", () => {
  const search = (body: unknown) =>
    searchPerson({ logAccess, municipality: goteborg, cases, pseudonyms, onUnreadable })(request({}, body));

  it.each([
    ["number", { identityNumber: "900118+9803", purpose: "follow-up" }],
    ["case number", { administration: "sf-centrum", caseNumber: "2026-88231", purpose: "follow-up" }],
  ])("by %s finds all interventions, and tells no number and no name", async (_by, body) => {
    const answer = await search(body);

    expect(answer).toMatchObject({
      status: 200,
      body: { interventions: [{ subArea: "job.traineeship" }, { subArea: "health.diet-exercise" }] },
    });
    expect(JSON.stringify(answer)).not.toMatch(/18900118|Sample/);
  });

  it("finds a person for an administration with an ongoing case, and for no other", async () => {
    const search = (party: string) =>
      searchPerson({ logAccess, municipality: goteborg, cases, pseudonyms, onUnreadable })(
        request({}, { identityNumber: "18900118-9803", purpose: "handling-a-case" }, party),
      );
    const nothing = await searchPerson({
      logAccess,
      municipality: goteborg,
      cases: memoryCases(),
      pseudonyms,
      onUnreadable,
    })(request({}, { identityNumber: "18900118-9803", purpose: "handling-a-case" }, "sf-hisingen"));

    expect(JSON.stringify(await search("sf-centrum"))).toContain("SFC-2026-004711");
    expect(await search("sf-hisingen")).toEqual(nothing);
  });

  it("by an administration's reference finds the person without a number, and no other person's of the same name", async () => {
    const person = { protectedIdentity: true, reference: "SKYDD-77" } as const;
    const personKey = await pseudonyms.ofReference(person.reference, "sf-centrum");
    const read = {
      municipality: goteborg,
      cases: memoryCases({ ...received(aDecision({ person })), personKey }),
      pseudonyms,
      onUnreadable,
      logAccess,
    };
    const byReference = (administration: string) =>
      searchPerson(read)(request({}, { administration, reference: "SKYDD-77", purpose: "follow-up" }));

    expect(await byReference("sf-centrum")).toMatchObject({
      body: {
        interventions: [{ person: 1, subArea: "job.traineeship" }, { subArea: "health.diet-exercise" }],
      },
    });
    expect(await byReference("sf-hisingen")).toMatchObject({ body: { interventions: [] } });
  });

  it("by a case number that is several persons' tells them apart, and sees no overlap between them", async () => {
    const own = await pseudonyms.ofNumber("189001189803");
    const other = await pseudonyms.ofNumber("189304819833");
    const theirs = received(aDecision({ decisionId: "SFC-2026-004712" }));
    const read = {
      municipality: goteborg,
      cases: memoryCases({ ...record, personKey: own }, { ...theirs, personKey: other, caseKey }),
      pseudonyms,
      onUnreadable,
      logAccess,
    };
    const answer = await searchPerson(read)(
      request({}, { administration: "sf-centrum", caseNumber: "2026-88231", purpose: "follow-up" }),
    );

    const { interventions, overlaps } = wholePerson.parse(answer.body);
    expect(interventions.map(({ person, decisionId }) => [person, decisionId])).toEqual([
      [1, "SFC-2026-004711"],
      [1, "SFC-2026-004711"],
      [2, "SFC-2026-004712"],
      [2, "SFC-2026-004712"],
    ]);
    expect(overlaps.map(({ person, assignmentIds }) => [person, assignmentIds])).toEqual([
      [1, ["sf-centrum.SFC-2026-004711.1", "sf-centrum.SFC-2026-004711.2"]],
      [2, ["sf-centrum.SFC-2026-004712.1", "sf-centrum.SFC-2026-004712.2"]],
    ]);
  });

  it.each([
    ["without a purpose", { identityNumber: "18900118-9803" }, "/purpose"],
    [
      "by both at once",
      { identityNumber: "18900118-9803", administration: "sf-centrum", caseNumber: "1", purpose: "x" },
      "",
    ],
    ["by something that is no number", { identityNumber: "18900118-9804", purpose: "x" }, "/identityNumber"],
  ])("%s is refused", async (_what, body, pointer) => {
    expect(await search(body)).toMatchObject({ status: 400, body: { faults: [{ pointer }] } });
  });
});

describe("a search that finds a decision that cannot be read", () => {
  const unread = { administration: "sf-centrum", decisionId: "SFC-2026-009999" };
  /** Every search also finds it. */
  const withUnread = (stored: CaseStore): CaseStore => ({
    ...stored,
    ofPerson: async (key) => [unread, ...(await stored.ofPerson(key))],
    ofCase: async (key) => [unread, ...(await stored.ofCase(key))],
    find(key, onUnread) {
      if (key.decisionId !== unread.decisionId) return stored.find(key);
      onUnread?.(key, new Error("field of another version"));
      return Promise.resolve(undefined);
    },
  });

  it.each([
    ["number", { identityNumber: "18900118-9803", purpose: "follow-up" }],
    ["case number", { administration: "sf-centrum", caseNumber: "2026-88231", purpose: "follow-up" }],
  ])("by %s answers with the others, and with how many could not be read", async (_by, body) => {
    const unreadable: string[] = [];
    const answer = await searchPerson({
      logAccess,
      municipality: goteborg,
      cases: withUnread(cases),
      pseudonyms,
      onUnreadable: ({ decisionId }) => unreadable.push(decisionId),
    })(request({}, body));

    expect(answer).toMatchObject({ status: 200, body: { interventions: { length: 2 }, notRead: 1 } });
    expect(wholePerson.safeParse(answer.body).error).toBeUndefined();
    expect(JSON.stringify(answer)).not.toMatch(/009999|another version/);
    expect(unreadable).toEqual(["SFC-2026-009999"]);
  });

  it.each([
    ["its own administration, which has nothing else of the person", "sf-centrum", { notRead: 1 }],
    ["no other administration: it knows no such person", "sf-hisingen", {}],
  ])("says so to %s", async (_whom, party, missing) => {
    const body = { identityNumber: "18900118-9803", purpose: "follow-up" };
    const answer = await searchPerson({
      logAccess,
      municipality: goteborg,
      cases: withUnread(memoryCases()),
      pseudonyms,
      onUnreadable,
    })(request({}, body, party));

    expect(answer.body).toEqual({ interventions: [], gaps: [], overlaps: [], ...missing });
  });

  it("says nothing of it where all could be read", async () => {
    const { body } = await searchPerson({
      logAccess,
      municipality: goteborg,
      cases,
      pseudonyms,
      onUnreadable,
    })(request({}, { identityNumber: "18900118-9803", purpose: "follow-up" }));

    expect(body).not.toHaveProperty("notRead");
  });
});

describe("a search that finds more than it shows", () => {
  /** One case number for all: each of the others is about a person of its own. */
  const others = Array.from({ length: 30 }, (_, index) => ({
    ...received(aDecision({ decisionId: `SFC-2026-1${index}` })),
    personKey: `person ${index}`,
    caseKey,
  }));
  const logged = logLines();

  it("answers with what there is room for, and with how many are missing", async () => {
    const answer = await searchPerson({
      logAccess,
      municipality: goteborg,
      cases: memoryCases(record, ...others),
      pseudonyms,
      onUnreadable,
    })(request({}, { administration: "sf-centrum", caseNumber: "2026-88231", purpose: "follow-up" }));

    expect(answer).toMatchObject({ status: 200, body: { interventions: { length: 40 }, notRead: 11 } });
    expect(wholePerson.safeParse(answer.body).error).toBeUndefined();
    expect(logged().map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ message: "more decisions found than a search shows", leftOut: 11 }),
    ]);
  });

  it("does not miss a decision that the case number had no room for and its person brought", async () => {
    const [first, ...more] = others;
    const personsOwn = more.map((one) => ({ ...one, personKey: first?.personKey ?? "" }));
    const { body } = await searchPerson({
      logAccess,
      municipality: goteborg,
      cases: memoryCases(...(first ? [first] : []), ...personsOwn),
      pseudonyms,
      onUnreadable,
    })(request({}, { administration: "sf-centrum", caseNumber: "2026-88231", purpose: "follow-up" }));

    expect(body).toMatchObject({ interventions: { length: 60 } });
    expect(body).not.toHaveProperty("notRead");
    expect(logged()).toEqual([]);
  });
});

describe("a person whose number was replaced", () => {
  const samordningsnummer = "189001789800";
  const earlier = received(aDecision({ decisionId: "SFC-2026-000001" }));

  it.each(["18900118-9803", samordningsnummer])("is found whole by %s", async (identityNumber) => {
    const formerKey = await pseudonyms.ofNumber(samordningsnummer);
    const read = memoryCases(
      { ...record, formerPersonKeys: [formerKey] },
      { ...earlier, personKey: formerKey },
    );
    const answer = await searchPerson({
      logAccess,
      municipality: goteborg,
      cases: read,
      pseudonyms,
      onUnreadable,
    })(request({}, { identityNumber, purpose: "follow-up" }));

    expect(answer).toMatchObject({ status: 200, body: { interventions: { length: 4 } } });
  });
});

describe("a person with protected identity", () => {
  const person = { protectedIdentity: true, reference: "SKYDD-77" } as const;
  const hidden = {
    ...received(aDecision({ revision: 2, person }), { after: record }),
    personKey: "pseudonym of the reference",
  };
  const read = {
    logAccess,
    municipality: goteborg,
    cases: memoryCases(hidden),
    pseudonyms,
    sentMessages,
    onUnreadable,
  };

  it("is not found by number once the mark is set, though they were before it", async () => {
    const answer = await searchPerson(read)(
      request({}, { identityNumber: "18900118-9803", purpose: "follow-up" }),
    );

    expect(answer).toMatchObject({ status: 200, body: { interventions: [] } });
  });

  it("shows in no view as anything but the decision: no number, name, reference or pseudonym", async () => {
    const answers = [
      await readDecision(read)(request({ administration: "sf-centrum", decisionId: "SFC-2026-004711" })),
      await readAssignment(read)(request({ assignmentId })),
      await searchPerson(read)(
        request({}, { administration: "sf-centrum", caseNumber: "2026-88231", purpose: "follow-up" }),
      ),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(JSON.stringify(answers)).not.toMatch(/18900118|9803|Sample|SKYDD-77|pseudonym of the reference/);
  });
});

describe("no view", () => {
  it("shows a person's number, name or pseudonym", async () => {
    const answers = [
      await readDecision({ logAccess, municipality: goteborg, cases })(
        request({ administration: "sf-centrum", decisionId: "SFC-2026-004711" }),
      ),
      await readAssignment({ logAccess, municipality: goteborg, cases, sentMessages, onUnreadable })(
        request({ assignmentId }),
      ),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(JSON.stringify(answers)).not.toMatch(/18900118|9803|Sample/);
    expect(JSON.stringify(answers)).not.toContain(personKey);
  });
});

describe("the access log", () => {
  const accesses: Access[] = [];
  const ports = {
    municipality: goteborg,
    cases,
    pseudonyms,
    sentMessages,
    onUnreadable,
    logAccess(access: Access) {
      accesses.push(access);
      return Promise.resolve();
    },
  };
  const at = "2026-11-04T09:00:00Z";
  const shown = { persons: [personKey], protectedPersons: [], shown: 1 };
  const nothing = { persons: [], protectedPersons: [], shown: 0 };
  const decision = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };

  beforeEach(() => {
    accesses.length = 0;
  });

  it("has each decision that a party read, and whom it is about", async () => {
    await readDecision(ports)(request(decision));

    expect(accesses).toEqual([
      { at, party: "sf-centrum", act: "read-decision", asked: "sf-centrum.SFC-2026-004711", ...shown },
    ]);
  });

  it("has each assignment that a party read", async () => {
    await readAssignment(ports)(request({ assignmentId }, undefined, "kompetenscenter"));

    expect(accesses).toEqual([
      { at, party: "kompetenscenter", act: "read-assignment", asked: assignmentId, ...shown },
    ]);
  });

  it.each([
    ["identity-number", { identityNumber: "18900118-9803" }, personKey, 2],
    ["case-number", { administration: "sf-centrum", caseNumber: "2026-88231" }, caseKey, 2],
  ])("has each search by %s with its purpose, and as a pseudonym", async (by, body, asked, many) => {
    await searchPerson(ports)(request({}, { ...body, purpose: "follow-up" }));

    expect(accesses).toEqual([
      {
        at,
        party: "sf-centrum",
        act: "search-person",
        asked: `${by}:${asked}`,
        purpose: "follow-up",
        ...shown,
        shown: many,
      },
    ]);
  });

  it("has a search that found nothing, by the pseudonym of the number", async () => {
    const empty = { ...ports, cases: memoryCases() };
    await searchPerson(empty)(request({}, { identityNumber: "18900118-9803", purpose: "follow-up" }));

    expect(accesses).toMatchObject([{ asked: `identity-number:${personKey}`, ...nothing }]);
  });

  it("does not show whether what was refused exists", async () => {
    await readDecision(ports)(request(decision, undefined, "sf-hisingen"));
    await readDecision({ ...ports, cases: memoryCases() })(request(decision, undefined, "sf-hisingen"));
    await readAssignment(ports)(request({ assignmentId }, undefined, "arbetsmarknadsanstallning"));
    await readAssignment({ ...ports, cases: memoryCases() })(
      request({ assignmentId }, undefined, "arbetsmarknadsanstallning"),
    );
    const [refused, absent, refusedAssignment, absentAssignment] = accesses;

    expect(refused).toMatchObject({ asked: "sf-centrum.SFC-2026-004711", ...nothing });
    expect(absent).toEqual(refused);
    expect(refusedAssignment).toMatchObject({ asked: assignmentId, ...nothing });
    expect(absentAssignment).toEqual(refusedAssignment);
  });

  it("says whose identity is protected", async () => {
    const person = { protectedIdentity: true, reference: "SKYDD-77" } as const;
    const hidden = received(aDecision({ person }));
    await readDecision({ ...ports, cases: memoryCases(hidden) })(request(decision));

    expect(accesses).toMatchObject([
      { persons: [hidden.personKey], protectedPersons: [hidden.personKey], shown: 1 },
    ]);
  });

  it("stands before the answer: if it cannot be written, there is none", async () => {
    const fails = { ...ports, logAccess: () => Promise.reject(new AccessNotLogged()) };

    await expect(readDecision(fails)(request(decision))).rejects.toThrow(AccessNotLogged);
    await expect(readAssignment(fails)(request({ assignmentId }))).rejects.toThrow(AccessNotLogged);
    await expect(
      searchPerson(fails)(request({}, { identityNumber: "18900118-9803", purpose: "follow-up" })),
    ).rejects.toThrow(AccessNotLogged);
  });
});

describe("the models", () => {
  it("are listed, and each is given as data: what its rules say and where it stands written", async () => {
    expect(await listModels(goteborg)()).toMatchObject({
      body: { models: [{ name: "goteborg-2024-01" }, { name: "goteborg-2025-07" }] },
    });
    expect(await readModel(goteborg)(request({ name: "goteborg-2025-07" }))).toMatchObject({
      status: 200,
      body: {
        rules: expect.arrayContaining([
          expect.objectContaining({ rule: "unemployed", source: expect.anything() }),
        ]),
      },
    });
    expect(await readModel(goteborg)(request({ name: "x" }))).toMatchObject({ status: 404 });
  });
});
