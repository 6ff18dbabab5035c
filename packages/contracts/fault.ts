import type { Bilingual } from "@hemvist/rules";

/** Something in a message that cannot be read: what, where, and how to mend it. Holds nothing of the message but where. */
export interface Fault extends Bilingual {
  /** JSON pointer (RFC 6901); empty for the message as a whole. */
  readonly pointer: string;
  readonly code: FaultCode;
}

const texts = {
  "not-json": {
    sv: "Meddelandet är inte giltig JSON i UTF-8. Skicka ett JSON-objekt.",
    en: "The message is not valid JSON in UTF-8. Send a JSON object.",
  },
  "not-an-object": { sv: "Här ska stå ett JSON-objekt.", en: "A JSON object belongs here." },
  "unknown-type": {
    sv: "Kuvertets typ är inte en som den här kön tar emot.",
    en: "The envelope's type is not one that this queue takes.",
  },
  missing: { sv: "Fältet saknas. Lägg till det.", en: "The field is missing. Add it." },
  "unknown-field": {
    sv: "Fältet finns inte i kontraktet. Rätta stavningen eller ta bort det.",
    en: "The contract has no such field. Mend its spelling or leave it out.",
  },
  "identity-of-protected-person": {
    sv: "För en person med skyddad identitet skickas varken nummer eller namn, bara `reference`. Ta bort fältet.",
    en: "For a person with protected identity neither number nor name is sent, only `reference`. Leave the field out.",
  },
  "wrong-type": { sv: "Värdet är av fel slag.", en: "The value is of the wrong type." },
  "not-one-of": {
    sv: "Värdet är inte ett av dem som kontraktet räknar upp för fältet.",
    en: "The value is not one of those that the contract lists for the field.",
  },
  "not-a-date": {
    sv: "Skriv en dag som finns, som ÅÅÅÅ-MM-DD.",
    en: "Write a day that exists, as YYYY-MM-DD.",
  },
  "not-an-instant": {
    sv: "Skriv tidpunkten enligt RFC 3339, med tidszon, till exempel 2026-11-03T08:12:00Z.",
    en: "Write the instant as RFC 3339 has it, with its offset, such as 2026-11-03T08:12:00Z.",
  },
  "not-a-uuid": {
    sv: "Skriv ett UUID (RFC 9562), till exempel ett slumpat av version 4.",
    en: "Write a UUID (RFC 9562), such as a random one of version 4.",
  },
  "not-an-id": {
    sv: "En identifierare är 1 till 64 tecken ur A-Z, a-z, 0-9 och bindestreck.",
    en: "An id is 1 to 64 characters out of A-Z, a-z, 0-9 and hyphen.",
  },
  "identity-number-as-id": {
    sv: "Identifieraren är ett giltigt person- eller samordningsnummer. Använd ert systems eget id.",
    en: "The id is a valid personal or coordination number. Use your system's own id.",
  },
  "not-an-identity-number": {
    sv: "Inget giltigt person- eller samordningsnummer. Skriv 10 eller 12 siffror med rätt kontrollsiffra.",
    en: "Not a valid personal or coordination number. Write 10 or 12 digits with the right check digit.",
  },
  "citation-not-read": {
    sv: "Lagrummet går inte att läsa. Skriv till exempel `12 kap. 4 § SoL`, `12 kap. 1 § SoL` eller `11 kap. 1 § SoL`.",
    en: "The citation cannot be read. Write for example `12 kap. 4 § SoL`, `12 kap. 1 § SoL` or `11 kap. 1 § SoL`.",
  },
  "too-small": { sv: "Värdet är för litet eller för kort.", en: "The value is too small or too short." },
  "too-large": { sv: "Värdet är för stort eller för långt.", en: "The value is too large or too long." },
  "too-few": { sv: "Listan har för få poster.", en: "The list has too few entries." },
  "too-many": { sv: "Listan har för många poster.", en: "The list has too many entries." },
  "not-unique": {
    sv: "Samma identifierare står på mer än ett ställe i meddelandet.",
    en: "The same id stands in more than one place of the message.",
  },
  "not-your-queue": {
    sv: "Kön tillhör en annan förvaltning än den som meddelandet anger.",
    en: "The queue belongs to another administration than the one the message names.",
  },
  "needs-reason": {
    sv: "Statusen kräver `reason` med en av kontraktets koder för den.",
    en: "The status needs `reason` with one of the contract's codes for it.",
  },
  "needs-text": {
    sv: "Koden `other` kräver `reason.text`, högst 200 tecken.",
    en: "The code `other` needs `reason.text`, 200 characters at most.",
  },
  "text-not-asked-for": {
    sv: "Fri text skickas bara med koden `other`. Ta bort fältet.",
    en: "Free text is sent only with the code `other`. Leave the field out.",
  },
  "needs-result": { sv: "Statusen kräver `result`.", en: "The status needs `result`." },
  "needs-expected-start": {
    sv: "Statusen kräver `expectedStartOn`.",
    en: "The status needs `expectedStartOn`.",
  },
  "not-this-assignment": {
    sv: "Uppdraget i meddelandet är ett annat än det i adressen.",
    en: "The assignment in the message is another than the one in the address.",
  },
  "one-of-two": {
    sv: "Ange antingen `identityNumber` eller `caseNumber` tillsammans med `administration`.",
    en: "Give either `identityNumber`, or `caseNumber` together with `administration`.",
  },
} as const satisfies Record<string, Bilingual>;

export type FaultCode = keyof typeof texts;

export const faultCodes = Object.keys(texts).filter(isFaultCode);

function isFaultCode(text: unknown): text is FaultCode {
  return typeof text === "string" && Object.hasOwn(texts, text);
}

export const fault = (pointer: string, code: FaultCode): Fault => ({ pointer, code, ...texts[code] });

/** RFC 6901: `~` and `/` in a name are escaped. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** As much of a zod issue as a fault is made of. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly keys?: readonly string[];
  readonly discriminator?: string | undefined;
  readonly params?: { readonly [name: string]: unknown } | undefined;
}

const personFields: ReadonlySet<string> = new Set([
  "/person/identityNumber",
  "/person/givenName",
  "/person/familyName",
]);

/** zod's issues as faults, one each, in the order of the contract's fields; of unknown fields last. */
export function faultsOf(issues: readonly Issue[]): readonly Fault[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return (issue.keys ?? []).map((key) => unknownField(pointerTo([...issue.path, key])));
    }
    return [fault(pointerTo(issue.path), codeOf(issue))];
  });
}

const unknownField = (pointer: string): Fault =>
  fault(pointer, personFields.has(pointer) ? "identity-of-protected-person" : "unknown-field");

function codeOf({ code, input, expected, origin, discriminator, params }: Issue): FaultCode {
  if (isFaultCode(params?.["fault"])) return params["fault"];
  switch (code) {
    case "invalid_type":
      if (input === undefined) return "missing";
      return expected === "object" ? "not-an-object" : "wrong-type";
    case "too_small":
      return origin === "array" ? "too-few" : "too-small";
    case "too_big":
      return origin === "array" ? "too-many" : "too-large";
    case "invalid_value":
      return input === undefined ? "missing" : "not-one-of";
    case "invalid_union":
      return discriminator !== undefined && !names(input, discriminator) ? "missing" : "not-one-of";
    case "invalid_format":
      return "not-a-uuid";
    default:
      return "wrong-type";
  }
}

const names = (input: unknown, field: string): boolean =>
  typeof input === "object" && input !== null && field in input;
