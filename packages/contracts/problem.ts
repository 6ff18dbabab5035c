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
      sv: "Meddelandet går inte att läsa. Felen står i `faults`.",
      en: "The message cannot be read. `faults` lists what is wrong.",
    },
  ],
  "not-authenticated": [
    401,
    "No valid token",
    {
      sv: "Anropet saknar en giltig åtkomsttoken. Hämta en ny och skicka den i `Authorization: Bearer`.",
      en: "The call has no valid access token. Fetch a new one, and send it in `Authorization: Bearer`.",
    },
  ],
  "not-allowed": [
    403,
    "Not for this party",
    {
      sv: "Er part får inte göra det här, eller så saknar er token det scope som API-beskrivningen anger.",
      en: "Your party may not do this, or your token lacks the scope that the API description names.",
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
      sv: "Adressen tar bara emot de metoder som står i `Allow`.",
      en: "The address takes only the methods in `Allow`.",
    },
  ],
  "content-differs": [
    409,
    "Revision already assigned with other content",
    {
      sv: "Revisionen är redan mottagen med ett annat innehåll. Skicka ändringen som nästa revision.",
      en: "The revision has already been received with other content. Send the change as the next revision.",
    },
  ],
  "revision-skipped": [
    409,
    "A revision is missing",
    {
      sv: "En tidigare revision saknas. Skicka först den revision som står i `expectedRevision`.",
      en: "An earlier revision is missing. Send the revision in `expectedRevision` first.",
    },
  ],
  "not-open": [
    409,
    "Transition not open",
    {
      sv: "Uppdraget kan inte få den statusen nu. Möjliga övergångar står i `open`.",
      en: "The assignment cannot take that status now. `open` lists the possible transitions.",
    },
  ],
  "progress-id-taken": [
    409,
    "Progress id already used",
    {
      sv: "`progressId` har redan använts för en annan rapport. Ge rapporten ett nytt id.",
      en: "`progressId` has already been used for another report. Give the report a new id.",
    },
  ],
  "in-the-future": [
    409,
    "In the future",
    {
      sv: "Tidpunkten ligger mer än fem minuter efter att meddelandet togs emot (`receivedAt`). Kontrollera klockan i ert system.",
      en: "The time given is more than five minutes after the message was received (`receivedAt`). Check your system's clock.",
    },
  ],
  "before-the-decision": [
    409,
    "Before the decision",
    {
      sv: "Tidpunkten ligger före den dag då insatsen beslutades (`decidedOn`).",
      en: "The time given is before the day on which the intervention was decided (`decidedOn`).",
    },
  ],
  "before-the-last": [
    409,
    "Before the last report",
    {
      sv: "`occurredAt` är tidigare än i den senaste rapporten om att insatsen pågår, har uppehåll eller är slut (`lastOccurredAt`).",
      en: "`occurredAt` is earlier than in the last report that the intervention is in progress, on hold or over (`lastOccurredAt`).",
    },
  ],
  "outside-the-assignment": [
    409,
    "Outside the assignment",
    {
      sv: "`expectedStartOn` ligger utanför uppdragets tid (`from` till och med `to`).",
      en: "`expectedStartOn` is outside the assignment's days (`from` to `to`).",
    },
  ],
  "not-yours": [
    403,
    "Another party's",
    {
      sv: "Beslutet tillhör en annan förvaltning, eller uppdraget en annan utförare.",
      en: "The decision belongs to another administration, or the assignment to another provider.",
    },
  ],
  "no-such-proposal": [
    404,
    "No such proposal",
    { sv: "Det finns inget sådant förslag om uppdraget.", en: "The assignment has no such proposal." },
  ],
  "proposal-id-taken": [
    409,
    "Proposal id already used",
    {
      sv: "`proposalId` har redan använts för ett annat förslag. Ge förslaget ett nytt id.",
      en: "`proposalId` has already been used for another proposal. Give the proposal a new id.",
    },
  ],
  "already-settled": [
    409,
    "Proposal already settled",
    {
      sv: "Förslaget är redan avgjort. Hur framgår av `proposalStatus`.",
      en: "The proposal has already been settled. `proposalStatus` shows how.",
    },
  ],
  "assignment-ended": [
    409,
    "Assignment has ended",
    {
      sv: "Uppdraget är avslutat. Det går inte att föreslå en ändring av det.",
      en: "The assignment has ended. No change of it can be proposed.",
    },
  ],
  "not-within-assignment": [
    409,
    "Proposal does not fit the assignment",
    {
      sv: "Förslagets datum passar inte uppdraget. En förlängning ska sluta senare än uppdraget, men högst tre år senare. Ett förtida slut ska ligga inom uppdragets tid. En ny start får inte ligga före beslutet om insatsen eller efter uppdragets sista dag.",
      en: "The proposal's date does not fit the assignment. An extension ends later than the assignment, and at most three years later. An early end lies within the assignment's time. A new start lies neither before the intervention was decided nor after the assignment's last day.",
    },
  ],
  "too-many": [
    429,
    "Too many about one assignment",
    {
      sv: "Utföraren har skickat fler meddelanden om uppdraget än hemvist tar emot. Gränsen står i `most` och `within`. Skicka varje meddelande en gång, och om igen bara med samma id.",
      en: "The provider has sent more about the assignment than hemvist takes. `most` and `within` give the limit. Send each message once, and again only with the same id.",
    },
  ],
  "no-room": [
    409,
    "No room in the decision",
    {
      sv: "Beslutet har inte plats för fler rapporter eller förslag från utförare. Kontakta socialförvaltningen.",
      en: "The decision has no room for more reports or proposals from providers. Contact the social services administration.",
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
      sv: "Beslutet följer inte styrmodellen. `findings` visar vad som måste ändras.",
      en: "The decision does not follow the governance model. `findings` shows what must change.",
    },
  ],
  conflict: [
    503,
    "Try again",
    { sv: "Flera ändringar kom samtidigt. Försök igen.", en: "Several changes came at once. Try again." },
  ],
  "issuer-unreachable": [
    503,
    "Tokens cannot be checked",
    {
      sv: "Åtkomsttoken går inte att kontrollera just nu. Inget har gått förlorat. Skicka samma meddelande igen.",
      en: "Access tokens cannot be checked just now. Nothing is lost. Send the same message again.",
    },
  ],
  "access-not-logged": [
    503,
    "Access cannot be logged",
    {
      sv: "Läsningen kunde inte loggas, och därför lämnas inget svar. Skicka samma fråga igen.",
      en: "The access could not be logged, so there is no answer. Send the same request again.",
    },
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

/** A problem by its name, with further members in `extensions`. */
export function problem(name: ProblemName, extensions: Readonly<Record<string, unknown>> = {}): Problem {
  const [status, title, { sv, en }] = problems[name];
  return { type: `urn:hemvist:problem:${name}`, title, status, detail: `${sv} / ${en}`, ...extensions };
}
