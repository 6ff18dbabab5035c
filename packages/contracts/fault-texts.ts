import type { Bilingual } from "@hemvist/rules";

/** The text of each fault. It is fixed, so it never holds a value of the message. */
export const faultTexts = {
  "not-json": {
    sv: "Meddelandet är inte giltig JSON. Skicka ett JSON-objekt.",
    en: "The message is not valid JSON. Send a JSON object.",
  },
  "not-utf-8": {
    sv: "Meddelandet är inte kodat i UTF-8. Skicka JSON i UTF-8.",
    en: "The message is not encoded in UTF-8. Send JSON in UTF-8.",
  },
  "too-deep": {
    sv: "Meddelandet har för många nivåer av listor och objekt i varandra.",
    en: "The message has too many levels of lists and objects within each other.",
  },
  "message-too-large": {
    sv: "Meddelandet är större än 64 KiB.",
    en: "The message is larger than 64 KiB.",
  },
  "not-an-object": { sv: "Här ska det stå ett JSON-objekt.", en: "A JSON object belongs here." },
  "unknown-type": {
    sv: "Kuvertets typ (`type`) hör inte hemma på den här kön.",
    en: "The envelope's `type` does not belong on this queue.",
  },
  missing: { sv: "Fältet saknas. Lägg till det.", en: "The field is missing. Add it." },
  "unknown-field": {
    sv: "Fältet finns inte i kontraktet. Rätta stavningen eller ta bort fältet.",
    en: "The contract has no such field. Correct the spelling or remove the field.",
  },
  "identity-of-protected-person": {
    sv: "För en person med skyddad identitet skickas bara `reference`, varken nummer eller namn. Ta bort fältet.",
    en: "For a person with protected identity send only `reference`, neither number nor name. Remove the field.",
  },
  "number-or-reference": {
    sv: "Ange antingen `identityNumber` eller, för en person utan nummer, `reference` och `birthDate`. Ta bort det som inte gäller.",
    en: "Give either `identityNumber` or, for a person without a number, `reference` and `birthDate`. Remove what does not apply.",
  },
  "needs-name": {
    sv: "Ange `givenName`, `familyName` eller båda.",
    en: "Give `givenName`, `familyName` or both.",
  },
  "wrong-type": {
    sv: "Värdet har fel typ. Se fältets typ i API-beskrivningen (`/v1/openapi.yaml`).",
    en: "The value has the wrong type. See the field's type in the API description (`/v1/openapi.yaml`).",
  },
  "not-one-of": {
    sv: "Värdet är inte något av dem som kontraktet tillåter för fältet.",
    en: "The value is none of those that the contract allows for the field.",
  },
  "not-text": {
    sv: "Texten innehåller ett styrtecken eller ett tecken som blivit fel vid teckenkodningen. Skicka texten i UTF-8.",
    en: "The text has a control character, or a character that a wrong encoding has spoilt. Send the text in UTF-8.",
  },
  blank: {
    sv: "Texten innehåller bara blanktecken. Fyll i den.",
    en: "The text is blank. Fill it in.",
  },
  "not-a-date": {
    sv: "Ange ett datum som finns, i formen ÅÅÅÅ-MM-DD, från 1800 till 2199.",
    en: "Give a date that exists, as YYYY-MM-DD, from 1800 to 2199.",
  },
  "after-receipt": {
    sv: "Datumet ligger efter den dag då meddelandet togs emot.",
    en: "The date is later than the day on which the message was received.",
  },
  "not-an-instant": {
    sv: "Ange tidpunkten enligt RFC 3339, med tidszon, till exempel 2026-11-03T08:12:00Z.",
    en: "Give the instant as in RFC 3339, with its offset, for example 2026-11-03T08:12:00Z.",
  },
  "not-a-uuid": {
    sv: "Ange ett UUID (RFC 9562), till exempel ett slumpmässigt, version 4.",
    en: "Give a UUID (RFC 9562), for example a random one, version 4.",
  },
  "not-an-id": {
    sv: "En identifierare består av 1–64 tecken: A–Z, a–z, 0–9 och bindestreck.",
    en: "An id has 1 to 64 characters: A–Z, a–z, 0–9 and hyphen.",
  },
  "identity-number-as-id": {
    sv: "Identifieraren är ett person- eller samordningsnummer. Använd det egna systemets id.",
    en: "The id is a personal or coordination number. Use your own system's id.",
  },
  "identity-number-in-text": {
    sv: "Texten innehåller ett person- eller samordningsnummer. Ta bort numret.",
    en: "The text contains a personal or coordination number. Remove the number.",
  },
  "not-an-identity-number": {
    sv: "Det är inte ett giltigt person- eller samordningsnummer. Ange 10 eller 12 siffror med rätt kontrollsiffra.",
    en: "This is not a valid personal or coordination number. Give 10 or 12 digits with the right check digit.",
  },
  "legal-basis-not-handled": {
    sv: "Lagrummet hanteras inte här.",
    en: "The legal basis is not handled here.",
  },
  "citation-not-read": {
    sv: "Lagrummet kunde inte tolkas. Skriv till exempel `12 kap. 4 § SoL`, `12 kap. 1 § SoL` eller `11 kap. 1 § SoL`.",
    en: "The citation could not be read. Write for example `12 kap. 4 § SoL`, `12 kap. 1 § SoL` or `11 kap. 1 § SoL`.",
  },
  "too-small": { sv: "Värdet är för litet eller för kort.", en: "The value is too small or too short." },
  "too-large": { sv: "Värdet är för stort eller för långt.", en: "The value is too large or too long." },
  "too-few": { sv: "Listan har för få poster.", en: "The list has too few entries." },
  "too-many": { sv: "Listan har för många poster.", en: "The list has too many entries." },
  "not-unique": {
    sv: "Samma identifierare förekommer på mer än ett ställe i meddelandet.",
    en: "The same id is used in more than one place in the message.",
  },
  "not-your-queue": {
    sv: "Kön tillhör en annan förvaltning än den som meddelandet anger.",
    en: "The queue belongs to another administration than the one in the message.",
  },
  "not-signed": {
    sv: "Meddelandet saknar signatur. Ange den i attributet `signature`.",
    en: "The message has no signature. Give it in the attribute `signature`.",
  },
  "signature-not-valid": {
    sv: "Signaturen stämmer inte med meddelandet eller med kön. Signera meddelandets text som den skickas, för den kö som den skickas till.",
    en: "The signature does not fit the message or the queue. Sign the text of the message as it is sent, for the queue that it is sent to.",
  },
  "signature-key-unknown": {
    sv: "Signaturens nyckel (`kid`) är inte anmäld. Anmäl den publika nyckeln innan den används.",
    en: "The key of the signature (`kid`) is not registered. Register the public key before you use it.",
  },
  "needs-reason": {
    sv: "Statusen kräver `reason` med en av de koder som kontraktet anger för statusen.",
    en: "The status needs `reason` with one of the codes that the contract gives for the status.",
  },
  "needs-text": {
    sv: "Koden `other` kräver `reason.text`, högst 200 tecken.",
    en: "The code `other` needs `reason.text`, at most 200 characters.",
  },
  "text-not-asked-for": {
    sv: "Fri text får bara skickas med koden `other`. Ta bort fältet.",
    en: "Free text may only be sent with the code `other`. Remove the field.",
  },
  "needs-result": { sv: "Statusen kräver `result`.", en: "The status needs `result`." },
  "needs-expected-start": {
    sv: "Statusen kräver `expectedStartOn`.",
    en: "The status needs `expectedStartOn`.",
  },
  "not-this-assignment": {
    sv: "Meddelandet gäller ett annat uppdrag än det i adressen.",
    en: "The message is about another assignment than the one in the address.",
  },
  "one-of-two": {
    sv: "Ange `identityNumber`, eller `administration` tillsammans med antingen `reference` eller `caseNumber`.",
    en: "Give `identityNumber`, or `administration` together with either `reference` or `caseNumber`.",
  },
  "too-many-faults": {
    sv: "Meddelandet har fler fel än de som visas här. Antalet fel är",
    en: "The message has more faults than are shown here. Their number is",
  },
} as const satisfies Record<string, Bilingual>;

/** The same codes, where more can be said of what is wrong. */
export const closerTexts = {
  text: { sv: "Här ska det stå en text inom citattecken.", en: "A text in quotation marks belongs here." },
  number: {
    sv: "Här ska det stå ett heltal utan citattecken.",
    en: "A whole number without quotation marks belongs here.",
  },
  truth: {
    sv: "Här ska det stå `true` eller `false` utan citattecken.",
    en: "`true` or `false` without quotation marks belongs here.",
  },
  list: { sv: "Här ska det stå en lista.", en: "A list belongs here." },
  null: {
    sv: "`null` räknas som att fältet saknas, men fältet krävs. Fyll i det.",
    en: "`null` counts as if the field were absent, but the field is required. Fill it in.",
  },
  "until-further-notice": {
    sv: "`9999-12-31` räknas som att datum saknas, men fältet krävs. Ange ett datum.",
    en: "`9999-12-31` counts as no date, but the field is required. Give a date.",
  },
  "registry-number": {
    sv: "Numret består av 1–64 tecken: bokstäver (även å, ä och ö), siffror, mellanslag och / : _ . -. Det får inte börja eller sluta med mellanslag.",
    en: "The number has 1 to 64 characters: letters (å, ä and ö too), digits, spaces and / : _ . -. It may not begin or end with a space.",
  },
  "not-granted": {
    sv: "Lagrummet står i en beteckning för något annat än ett bifall. Skicka bara beslut som har beviljats.",
    en: "The citation is the label of something else than a granted decision. Send only decisions that were granted.",
  },
  "assignment-id": {
    sv: "Ange uppdragets hela id: förvaltningens kod, beslutets id och insatsens id, med punkt emellan.",
    en: "Give the assignment's whole id: the administration's code, the decision's id and the intervention's id, with a full stop between.",
  },
} as const satisfies Record<string, Bilingual>;
