import type { Bilingual } from "@hemvist/rules";
import type { Fault } from "./fault.ts";

/** RFC 9457. `title` is English, `detail` Swedish first and English after, as `Content-Language` says. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly faults?: readonly Fault[];
  readonly [extension: string]: unknown;
}

const problems = {
  unreadable: [
    400,
    "Unreadable message",
    {
      sv: "Meddelandet går inte att läsa; varje fel står i `faults`.",
      en: "The message cannot be read; `faults` has every fault.",
    },
  ],
  "not-found": [
    404,
    "Not found",
    { sv: "Det som söks finns inte.", en: "There is nothing at this address." },
  ],
  "method-not-allowed": [
    405,
    "Method not allowed",
    {
      sv: "Adressen tar bara emot de metoder som `Allow` räknar upp.",
      en: "The address takes only the methods that `Allow` lists.",
    },
  ],
  "content-differs": [
    409,
    "Revision already assigned with other content",
    {
      sv: "Revisionen är redan mottagen med annat innehåll. Skicka ändringen som nästa revision.",
      en: "The revision has been received with other content. Send the change as the next revision.",
    },
  ],
  "revision-skipped": [
    409,
    "A revision is missing",
    {
      sv: "En revision emellan saknas. Skicka den som står i `expectedRevision` först.",
      en: "A revision between is missing. Send the one in `expectedRevision` first.",
    },
  ],
  "not-open": [
    409,
    "Transition not open",
    {
      sv: "Uppdraget kan inte gå till den statusen härifrån. Öppna övergångar står i `open`.",
      en: "The assignment cannot go to that status from here. `open` lists the transitions that it can make.",
    },
  ],
  "progress-id-taken": [
    409,
    "Progress id already used",
    {
      sv: "`progressId` är redan använt för en annan rapport. Ge rapporten ett nytt.",
      en: "`progressId` has been used for another report. Give the report a new one.",
    },
  ],
  "before-the-assignment": [
    409,
    "Before the assignment",
    {
      sv: "`occurredAt` är tidigare än uppdraget självt.",
      en: "`occurredAt` is earlier than the assignment itself.",
    },
  ],
  "not-yours": [
    403,
    "Another party's assignment",
    { sv: "Uppdraget är en annan utförares.", en: "The assignment is another provider's." },
  ],
  "no-such-proposal": [
    404,
    "No such proposal",
    { sv: "Uppdraget har inget sådant förslag.", en: "The assignment has no such proposal." },
  ],
  "proposal-id-taken": [
    409,
    "Proposal id already used",
    {
      sv: "`proposalId` är redan använt för ett annat förslag. Ge förslaget ett nytt.",
      en: "`proposalId` has been used for another proposal. Give the proposal a new one.",
    },
  ],
  "already-settled": [
    409,
    "Proposal already settled",
    {
      sv: "Förslaget är redan avgjort; hur står i `proposalStatus`.",
      en: "The proposal has been settled; `proposalStatus` says how.",
    },
  ],
  "assignment-ended": [
    409,
    "Assignment has ended",
    {
      sv: "Uppdraget är avslutat, så det finns inget att föreslå.",
      en: "The assignment has ended, so there is nothing to propose.",
    },
  ],
  "not-within-assignment": [
    409,
    "Proposal does not fit the assignment",
    {
      sv: "Förslagets dag passar inte uppdraget: en förlängning slutar senare, ett förtida slut tidigare, en ny start inom tiden.",
      en: "The proposal's day does not fit the assignment: an extension ends later, an early end sooner, a new start lies within it.",
    },
  ],
  "too-large": [
    413,
    "Message too large",
    { sv: "Meddelandet är större än 64 KiB.", en: "The message is larger than 64 KiB." },
  ],
  "not-json": [
    415,
    "Unsupported content type",
    { sv: "Skicka `Content-Type: application/json`.", en: "Send `Content-Type: application/json`." },
  ],
  "not-utf-8": [
    415,
    "Unsupported character set",
    {
      sv: "Skicka JSON i UTF-8: `Content-Type: application/json`, utan annan teckenuppsättning.",
      en: "Send JSON in UTF-8: `Content-Type: application/json`, with no other character set.",
    },
  ],
  returned: [
    422,
    "Decision returned",
    {
      sv: "Beslutet följer inte styrmodellen; vad som skulle ändra det står i `findings`.",
      en: "The decision does not follow the governance model; `findings` says what would change that.",
    },
  ],
  conflict: [
    503,
    "Try again",
    { sv: "Flera ändringar kom på samma gång. Försök igen.", en: "Several changes came at once. Try again." },
  ],
  "answer-too-large": [
    500,
    "Answer too large",
    {
      sv: "Svaret är större än vad som kan skickas på en gång. Fråga efter mindre.",
      en: "The answer is larger than can be sent at once. Ask for less.",
    },
  ],
  fault: [
    500,
    "Internal error",
    {
      sv: "Felet är vårt och ingenting har gått förlorat. Skicka samma meddelande igen.",
      en: "The fault is ours and nothing is lost. Send the same message again.",
    },
  ],
} as const satisfies Record<string, readonly [number, string, Bilingual]>;

export type ProblemName = keyof typeof problems;

/** A problem by its name; `extensions` are told beside it. */
export function problem(name: ProblemName, extensions: Readonly<Record<string, unknown>> = {}): Problem {
  const [status, title, { sv, en }] = problems[name];
  return { type: `urn:hemvist:problem:${name}`, title, status, detail: `${sv} / ${en}`, ...extensions };
}
