import { describe, expect, it } from "vitest";
import { goteborg } from "../../../test/support/goteborg.ts";
import { lettersOf } from "./letters.ts";
import type { LetterRow } from "./shown.ts";

const now = "2026-11-16T09:00:00Z";

interface Sent {
  readonly body?: string;
  readonly reason?: string;
}

function lettersOn(name: string, ...sent: readonly Sent[]): readonly LetterRow[] {
  const messages = sent.map(({ body = "{}", reason }, index) => ({
    messageId: `m-${index}`,
    sentAt: `2026-11-02T09:00:0${index}.000Z`,
    body,
    attributes: reason === undefined ? {} : { reason },
  }));
  return lettersOf([{ name, keptFor: 1, messages }], { now, municipality: goteborg });
}

const [decisions, assignments] = ["decisions-sf-centrum-dlq", "assignments-kompetenscenter-dlq.fifo"];
const whyOn = (name: string, letter: Sent = {}): string => lettersOn(name, letter)[0]?.why.join(" ") ?? "";
const aboutOf = (name: string, body: unknown): string | undefined =>
  lettersOn(name, { body: JSON.stringify(body) })[0]?.decision;

describe("a dead letter", () => {
  it("that hemvist set aside says each fault in a sentence", () => {
    expect(whyOn(decisions, { reason: "unreadable: not-json, missing" })).toBe(
      "hemvist kunde inte läsa det. Meddelandet är inte giltig JSON. Skicka ett JSON-objekt. Fältet saknas. Lägg till det.",
    );
  });

  it("says nothing that its sender wrote as the reason", () => {
    expect(whyOn(decisions, { reason: "Anna Andersson 18900118-9803" })).toBe(
      "Alla försök att ta emot det misslyckades. Avsändaren har inte fått något svar.",
    );
  });

  it.each([
    ["progress-kompetenscenter-dlq.fifo", /^Alla försök/],
    [assignments, /^Mottagaren hämtade det/],
    ["inbox-sf-centrum-dlq.fifo", /^Mottagaren hämtade det/],
    ["follow-up-dlq", /^Schemat kunde inte/],
  ])("that SQS moved to %s has its queue's reason", (queue, why) => {
    expect(whyOn(queue)).toMatch(why);
  });

  it("names its decision or assignment, whichever way it went", () => {
    const [administration, decisionId, assignmentId] = [
      "sf-centrum",
      "SFC-2026-1",
      "sf-centrum.SFC-2026-1.1",
    ];

    expect(aboutOf(decisions, { administration, decisionId, person: { givenName: "Anna" } })).toBe(
      "sf-centrum.SFC-2026-1",
    );
    expect(aboutOf("progress-kompetenscenter-dlq.fifo", { assignmentId })).toBe(assignmentId);
    expect(aboutOf(assignments, { correlationid: "sf-centrum.SFC-2026-1" })).toBe("sf-centrum.SFC-2026-1");
  });

  it.each([
    ["may be a name", { administration: "sf-centrum", decisionId: "Anna-Andersson" }, "sf-centrum.[id]"],
    ["is a person's number", { administration: "sf-centrum", decisionId: "18900118-9803" }, ""],
    ["is of no administration", { administration: "anna", decisionId: "SFC-2026-1" }, ""],
    ["is missing", "18900118-9803", ""],
  ])("shows no id that %s", (_what, body, shown) => {
    expect(aboutOf(decisions, body)).toBe(shown);
  });

  it("comes before the older ones, and lies on no working queue", () => {
    expect(lettersOn(decisions, {}, {}).map(({ id }) => id)).toEqual(["m-1", "m-0"]);
    expect(lettersOn("decisions-sf-centrum", {})).toEqual([]);
  });
});
