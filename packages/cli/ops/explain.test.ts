import type { Letter } from "@hemvist/adapters";
import { explained, redrivePlan } from "@hemvist/operations";
import { describe, expect, it } from "vitest";
import { aDecisionMessage } from "../../../test/support/a-message.ts";
import { anOutgoingMessage } from "../../../test/support/an-outgoing-message.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { letterText } from "./letters-text.ts";

const queue = "decisions-sf-centrum";
const letter = (body: unknown, changes: Partial<Letter> = {}): Letter => ({
  id: "letter-1",
  queue,
  body: typeof body === "string" ? body : JSON.stringify(body),
  sentAt: "2026-11-02T09:00:00Z",
  receives: 5,
  ...changes,
});

const aRecord = letter(
  { administration: "sf-centrum", decisionId: "SFC-1", version: 3 },
  { id: "record-7", queue: "hand-off", isFromStream: true },
);

async function explanationOf(one: Letter, find = (): Promise<undefined> => Promise.resolve(undefined)) {
  const [step] = await redrivePlan([one], { municipality: goteborg, find, now: "2026-11-03T09:00:00Z" });
  if (step === undefined) throw new Error("a letter has a step");
  return explained(step);
}

describe("a dead letter is explained", () => {
  it("that was moved after too many attempts: worked out from what it is, with the command that brings it back", async () => {
    expect(await explanationOf(letter(aDecisionMessage()))).toMatchObject({
      decision: "sf-centrum.SFC-2026-004711",
      what: { en: "A decision, revision 1" },
      whyHere: { en: expect.stringContaining("The sender has no answer") },
      whatNow: { en: "hemvist would take it now. Send it again." },
      command: `hemvist ops redrive --queue ${queue} --letter letter-1 --reason "…"`,
    });
  });

  it("that hemvist set aside: its reason, and that its sender knows", async () => {
    const { whyHere, command } = await explanationOf(
      letter("{ not json", { reason: "unreadable: not-json" }),
    );

    expect(whyHere.sv).toBe(
      "hemvist kunde inte läsa det (unreadable: not-json) och har meddelat avsändaren varför.",
    );
    expect(command).toBe(`hemvist ops discard letter-1 --queue ${queue} --reason "…"`);
  });

  it("that the stream gave up on its way out: who has it is not certain, and hand-off sends it", async () => {
    const { event } = anOutgoingMessage();
    const one = letter(event, { id: event.id, queue: "assignments-kompetenscenter", isFromStream: true });

    expect(await explanationOf(one)).toMatchObject({
      whyHere: { en: expect.stringContaining("It lies aside") },
      verdict: { kind: "would-be-handed-over" },
      command: `hemvist ops redrive --queue assignments-kompetenscenter --letter ${event.id} --reason "…"`,
    });
  });

  it("that is a whole record and cannot be read: by its decision, since its messages come back one by one", async () => {
    const cannotBeRead = () => Promise.reject(new TypeError());

    expect(await explanationOf(aRecord, cannotBeRead)).toMatchObject({
      decision: "sf-centrum.SFC-1",
      verdict: { kind: "record-unreadable" },
      command: 'hemvist ops redrive --decision sf-centrum.SFC-1 --reason "…"',
    });
  });

  it("that is a record of a table since restored: it takes two people to discard it", async () => {
    expect(await explanationOf(aRecord)).toMatchObject({
      decision: "sf-centrum.SFC-1",
      verdict: { kind: "record-replaced" },
      whatNow: { sv: expect.stringContaining("Det kräver två personer.") },
      command: 'hemvist ops discard record-7 --queue hand-off --reason "…"',
    });
  });

  it.each([
    ["readable", aDecisionMessage()],
    ["with a fault", aDecisionMessage({ legalBasis: "18900118-9803" })],
    ["with a number for an id", aDecisionMessage({ decisionId: "18900118-9803" })],
    ["not JSON", '{"givenName":"Sample", 189001189803'],
  ])("%s, with nothing of whom it is about", async (_how, body) => {
    const text = letterText(await explanationOf(letter(body)));

    expect(text).toContain("letter-1");
    for (const secret of ["9803", "Sample", "Person"]) expect(text).not.toContain(secret);
  });
});

describe("a letter on the terminal", () => {
  it.each([
    ["both languages, where none was asked for", undefined, ["Vad", "Varför", "Nu", "What", "Why", "Now"]],
    ["Swedish alone", "sv", ["Vad", "Varför", "Nu"]],
    ["English alone", "en", ["What", "Why", "Now"]],
  ] as const)("is explained in %s", async (_what, language, labels) => {
    const lines = letterText(await explanationOf(letter("{")), { language }).split("\n");

    expect(lines.flatMap((line) => /^([A-ZV]\S+) {2,}/.exec(line)?.[1] ?? [])).toEqual(labels);
    expect(lines.at(-1)).toMatch(/^ {2}hemvist ops discard letter-1 --queue decisions-sf-centrum/);
  });
});
