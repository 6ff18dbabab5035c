import type { Letter } from "@hemvist/adapters";
import { type CaseRecord, correlationIdOf, receive } from "@hemvist/casework";
import { contentHash, readDecision } from "@hemvist/contracts";
import { describe, expect, it } from "vitest";
import { aReport, followedUp, monday, progressed } from "../../../test/support/a-case.ts";
import { aDecisionMessage } from "../../../test/support/a-message.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { redrivePlan } from "./redrive-plan.ts";

const now = "2026-11-05T09:00:00Z";
const id = "sf-centrum.SFC-2026-004711.1";
const decisions = "decisions-sf-centrum";
const progress = "progress-kompetenscenter";
const assignments = "assignments-kompetenscenter";

/** A letter that SQS moved after too many attempts, named by what it holds. */
const aLetter = (name: string, queue: string, body: unknown, changes: Partial<Letter> = {}): Letter => ({
  id: name,
  queue,
  body: typeof body === "string" ? body : JSON.stringify(body),
  sentAt: monday,
  receives: 5,
  ...changes,
});

const revision = (number: number, more: Readonly<Record<string, unknown>> = {}) =>
  aDecisionMessage({ revision: number, ...more });

/** The record after these messages came in, one after the other. */
function recordAfter(...messages: readonly Record<string, unknown>[]): CaseRecord {
  const record = messages.reduce<CaseRecord | undefined>((before, message) => {
    const read = readDecision(message, { receivedOn: "2026-11-02", municipality: goteborg });
    if (!read.ok) throw new Error("the sample can be read");
    const incoming = { decision: read.value, contentHash: contentHash(message), personKey: "pseudonym" };
    const reception = receive(before, incoming, { municipality: goteborg, at: monday, causationId: "c" });
    if (reception.kind !== "recorded") throw new Error(`expected a new version, got ${reception.kind}`);
    return reception.record;
  }, undefined);
  if (record === undefined) throw new Error("no message");
  return record;
}

/** What is done with each letter, in order: its name, whether it is sent, and why. */
async function planned(letters: readonly Letter[], ...records: readonly CaseRecord[]) {
  const stored = new Map(records.map((record) => [correlationIdOf(record), record]));
  const find = ({ administration, decisionId }: { administration: string; decisionId: string }) =>
    Promise.resolve(stored.get(`${administration}.${decisionId}`));
  const plan = await redrivePlan(letters, { municipality: goteborg, find, now });
  return plan.map(({ letter, send, verdict }) => [letter.id, send ? "send" : "leave", verdict.kind]);
}

describe("decisions", () => {
  it("go in the order of their revisions, however they lie", async () => {
    const letters = [3, 1, 2].map((number) => aLetter(`r${number}`, decisions, revision(number)));

    expect(await planned(letters)).toEqual([
      ["r1", "send", "would-be-taken"],
      ["r2", "send", "would-be-taken"],
      ["r3", "send", "would-be-taken"],
    ]);
  });

  it("never go past a newer revision", async () => {
    const stands = recordAfter(revision(1), revision(2));

    expect(
      await planned([aLetter("other", decisions, revision(1, { caseNumber: "2026-1" }))], stands),
    ).toEqual([["other", "leave", "overtaken"]]);
  });

  it("that are taken already are left", async () => {
    expect(await planned([aLetter("r1", decisions, revision(1))], recordAfter(revision(1)))).toEqual([
      ["r1", "leave", "already-taken"],
    ]);
  });

  it("that were returned are left, and never replace one that was returned since", async () => {
    const [first, second] = [{ validTo: undefined }, { employmentServiceConsultation: undefined }];
    const stands = recordAfter(aDecisionMessage(first), aDecisionMessage(second));

    expect(await planned([aLetter("first", decisions, aDecisionMessage(first))], stands)).toEqual([
      ["first", "leave", "already-taken"],
    ]);
  });

  it("twice among the letters are sent once", async () => {
    const twice = [aLetter("a", decisions, revision(1)), aLetter("b", decisions, revision(1))];

    expect((await planned(twice)).map(([, does]) => does)).toEqual(["send", "leave"]);
  });

  it("whose predecessor is missing here too go back, so that their sender gets its number", async () => {
    expect(await planned([aLetter("r3", decisions, revision(3))], recordAfter(revision(1)))).toEqual([
      ["r3", "send", "would-be-refused"],
    ]);
  });

  it("with other content under what is assigned go back, so that their sender gets the refusal", async () => {
    const other = aLetter("other", decisions, revision(1, { caseNumber: "2026-1" }));

    expect(await planned([other], recordAfter(revision(1)))).toEqual([["other", "send", "would-be-refused"]]);
  });

  it("that cannot be read are left, and so is what lies on another's queue", async () => {
    const letters = [
      aLetter("broken", decisions, "{ not json"),
      aLetter("faulty", decisions, revision(1, { decidedOn: "yesterday" })),
      aLetter("strayed", "decisions-sf-nordost", revision(1)),
    ];

    expect(await planned(letters)).toEqual([
      ["broken", "leave", "unreadable"],
      ["faulty", "leave", "unreadable"],
      ["strayed", "leave", "unreadable"],
    ]);
  });

  it("whose signature was refused are left, but for one whose key may be registered by now", async () => {
    const refused = (name: string) =>
      aLetter(name, decisions, revision(1), { reason: `unreadable: ${name}` });

    expect(await planned([refused("signature-not-valid"), refused("not-signed")])).toEqual([
      ["signature-not-valid", "leave", "unreadable"],
      ["not-signed", "leave", "unreadable"],
    ]);
    expect(await planned([refused("signature-key-unknown")])).toEqual([
      ["signature-key-unknown", "send", "would-be-taken"],
    ]);
  });

  it("whose record cannot be read wait for the developers, and hold back no other", async () => {
    const letters = [
      aLetter("bad", decisions, revision(1, { decisionId: "BAD" })),
      aLetter("good", decisions, revision(1)),
    ];
    const find = ({ decisionId }: { decisionId: string }) =>
      decisionId === "BAD" ? Promise.reject(new TypeError("secret")) : Promise.resolve(undefined);
    const plan = await redrivePlan(letters, { municipality: goteborg, find, now });

    expect(plan.map(({ verdict }) => verdict)).toEqual([
      { kind: "record-unreadable", error: "TypeError" },
      { kind: "would-be-taken" },
    ]);
  });
});

describe("versions that cannot be read", () => {
  const record = recordAfter(revision(1), revision(2));
  const { administration, decisionId } = record;
  const ofVersion = (version: number, more: Partial<Letter> = {}) =>
    aLetter(`version ${version}`, "hand-off", { administration, decisionId, version }, more);

  it("stay, since another version of the code may read them", async () => {
    expect(await planned([ofVersion(2)], record)).toEqual([["version 2", "leave", "record-unreadable"]]);
  });

  it("are replaced where the decision that stands never had them", async () => {
    expect(await planned([ofVersion(3)], record)).toEqual([["version 3", "leave", "record-replaced"]]);
    expect(await planned([ofVersion(1)])).toEqual([["version 1", "leave", "record-replaced"]]);
  });

  it("are replaced beside what its SF has sent since", async () => {
    const letters = [ofVersion(3, { sentAt: "2026-11-01T09:00:00Z" })];
    const find = () => Promise.resolve(record);

    expect(await redrivePlan(letters, { municipality: goteborg, find, now })).toMatchObject([
      { verdict: { kind: "record-replaced" }, rightOneSince: monday },
    ]);
  });

  it("stay where the letter does not say of which decision they are", async () => {
    expect(await planned([aLetter("object", "hand-off", "{}")])).toEqual([
      ["object", "leave", "record-unreadable"],
    ]);
  });
});

describe("reports", () => {
  const report = (...args: Parameters<typeof aReport>) => aLetter(args[0], progress, aReport(...args));
  const uuid = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
  const at = (hour: string, number: number) => ({
    progressId: uuid(number),
    occurredAt: `2026-11-03T${hour}:00:00Z`,
  });

  it("go in the order in which they happened, each on what the one before leads to", async () => {
    const letters = [
      report("in-progress", at("12", 3)),
      report("received", at("09", 1)),
      report("accepted", at("10", 2)),
    ];

    expect(await planned(letters, recordAfter(revision(1)))).toEqual([
      ["received", "send", "would-be-taken"],
      ["accepted", "send", "would-be-taken"],
      ["in-progress", "send", "would-be-taken"],
    ]);
  });

  it("never go past what happened later, though the status would let them", async () => {
    const after = progressed(
      recordAfter(revision(1)),
      aReport("received", at("09", 1)),
      aReport("accepted", at("10", 2)),
      aReport("in-progress", at("12", 3)),
    );

    expect(await planned([report("on-hold", at("11", 4))], after)).toEqual([
      ["on-hold", "leave", "overtaken"],
    ]);
    expect(await planned([report("on-hold", at("13", 4))], after)).toEqual([
      ["on-hold", "send", "would-be-taken"],
    ]);
  });

  it("wait for the assignment that they are on", async () => {
    expect(await planned([report("received", at("09", 1))])).toEqual([["received", "leave", "waits"]]);
  });

  it("of another provider's assignment go back, so that their sender gets the refusal", async () => {
    const stray = aLetter("stray", "progress-arbetsmarknadsanstallning", aReport("received", at("09", 1)));

    expect(await planned([stray], recordAfter(revision(1)))).toEqual([["stray", "send", "would-be-refused"]]);
  });
});

describe("what a party did not take", () => {
  const eventLetter = (name: string, record: CaseRecord, { queue = assignments, subject = id } = {}) => {
    const message = record.outbox.find((one) => one.queue === queue && one.event.subject === subject);
    return aLetter(name, queue, message?.event ?? "");
  };
  const first = recordAfter(revision(1));
  const [intervention] = aDecisionMessage()["interventions"] as readonly object[];
  const amending = revision(2, { interventions: [{ ...intervention, to: "2027-04-09" }] });
  const second = recordAfter(revision(1), amending);

  it("is handed over again, if nothing newer about the same has gone out", async () => {
    expect(await planned([eventLetter("requested", first)], first)).toEqual([
      ["requested", "send", "would-be-handed-over"],
    ]);
  });

  it("never comes after what is newer", async () => {
    expect(await planned([eventLetter("requested", first)], second)).toEqual([
      ["requested", "leave", "overtaken"],
    ]);
  });

  it("goes in the order of versions where what is newer lies here too", async () => {
    const letters = [eventLetter("amended", second), eventLetter("requested", first)];

    expect(await planned(letters, second)).toEqual([
      ["requested", "send", "would-be-handed-over"],
      ["amended", "send", "would-be-handed-over"],
    ]);
  });

  it("is overtaken by follow-up, which has handed the assignment over again", async () => {
    const again = followedUp(first, "2026-11-04T09:00:00Z");

    expect(await planned([eventLetter("requested", first)], again)).toEqual([
      ["requested", "leave", "overtaken"],
    ]);
  });

  it("is overtaken by follow-up whatever it says of the assignment", async () => {
    const again = followedUp(second, "2026-11-04T09:00:00Z");

    expect(await planned([eventLetter("amended", second)], again)).toEqual([
      ["amended", "leave", "overtaken"],
    ]);
  });

  it("is overtaken by what did go out, though another message of the same version lies here", async () => {
    const other = { ...intervention, interventionId: "2", subArea: "job.coaching" };
    const both = recordAfter(revision(1, { interventions: [intervention, other] }));
    const left = revision(2, { interventions: [{ ...other, to: "2027-04-09" }] });
    const second = recordAfter(revision(1, { interventions: [intervention, other] }), left);
    const letters = [
      eventLetter("requested 1", both),
      eventLetter("amended 2", second, { subject: id.replace(/1$/, "2") }),
    ];

    expect(await planned(letters, second)).toEqual([
      ["requested 1", "leave", "overtaken"],
      ["amended 2", "send", "would-be-handed-over"],
    ]);
  });

  it("and calls an assignment back is handed over whatever its new provider has heard since", async () => {
    const vocational = { ...intervention, subArea: "competence.vocational" };
    const elsewhere = { ...vocational, service: "ama-yrkesintro" };
    const first = revision(1, { interventions: [vocational] });
    const moved = revision(2, { interventions: [elsewhere] });
    const amended = revision(3, { interventions: [{ ...elsewhere, to: "2027-04-09" }] });
    const letters = [
      eventLetter("requested", recordAfter(first)),
      eventLetter("cancelled", recordAfter(first, moved)),
    ];

    expect(await planned(letters, recordAfter(first, moved, amended))).toEqual([
      ["requested", "leave", "overtaken"],
      ["cancelled", "send", "would-be-handed-over"],
    ]);
  });

  it("of an assignment's status, never past a newer status", async () => {
    const heard = progressed(first, aReport("received"));
    const later = progressed(heard, aReport("accepted"));
    const letter = eventLetter("received", heard, { queue: "inbox-sf-centrum" });

    expect(await planned([letter], heard)).toEqual([["received", "send", "would-be-handed-over"]]);
    expect(await planned([letter], later)).toEqual([["received", "leave", "overtaken"]]);
  });
});

it("a run that was never started is no message", async () => {
  expect(await planned([aLetter("run", "follow-up", '{"time":"2026-11-02T09:00:00Z"}')])).toEqual([
    ["run", "leave", "missed-run"],
  ]);
});

describe("a letter that may hold anything", () => {
  it.each([
    ["decisions-sf-centrum", `{"decisionId":"A","interventions":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
    ["progress-kompetenscenter", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["assignments-kompetenscenter", `${'{"data":'.repeat(20_000)}1${"}".repeat(20_000)}`],
  ])("goes on past a letter of %s that nests 20,000 deep", async (queue, body) => {
    const plan = await redrivePlan([aLetter("deep", queue, body), aLetter("good", decisions, revision(1))], {
      municipality: goteborg,
      find: () => Promise.resolve(undefined),
      now,
    });

    expect(plan.map(({ letter, verdict }) => [letter.id, verdict.kind])).toEqual([
      ["deep", "unreadable"],
      ["good", "would-be-taken"],
    ]);
  });
});
