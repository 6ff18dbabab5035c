import type { CivilDate, Municipality } from "@hemvist/rules";
import * as z from "zod/mini";
import { described } from "./described.ts";
import { type Fault, fault } from "./fault.ts";
import { isIdentityNumber, twelveDigits } from "./identity-number.ts";
import { perMunicipality } from "./of-municipality.ts";
import { administration, id, identityNumber, registryNumber, text } from "./parts.ts";
import { parsedBy, type Read, unreadable } from "./reading.ts";

/**
 * A search for interventions: by a person's identity number or reference, or by case number (SFS 2001:637, 15 §), in a
 * body since none of these belongs in a URL, and with a purpose since every access must be possible to check
 * (SFS 2001:454, 10 §).
 */
export const personSearch = described(
  z.strictObject({
    identityNumber: z.exactOptional(identityNumber),
    administration: described(z.exactOptional(administration), {
      description: "Whose reference or case number it is",
    }),
    reference: described(z.exactOptional(id), {
      description: "The administration's own, for a person with protected identity or without a number",
    }),
    caseNumber: z.exactOptional(registryNumber),
    purpose: text(200),
  }),
  { id: "PersonSearch", title: "A search for a person's interventions" },
);

const personSearchTo = perMunicipality((its) =>
  z.extend(personSearch, { administration: z.exactOptional(its) }),
);

/** `identityNumber` has twelve digits. */
export type PersonSearch = { readonly purpose: string } & (
  | { readonly by: "identity-number"; readonly identityNumber: string }
  | { readonly by: "reference"; readonly administration: string; readonly reference: string }
  | { readonly by: "case-number"; readonly administration: string; readonly caseNumber: string }
);

/**
 * Reads a search, or says everything that is wrong with it at once. `receivedOn` decides the century of an identity
 * number with ten digits.
 */
export function readPersonSearch(
  message: unknown,
  { receivedOn, municipality }: { readonly receivedOn: CivilDate; readonly municipality: Municipality },
): Read<PersonSearch> {
  const { data, sent, faults } = parsedBy(personSearchTo(municipality), message);
  const all = [...faults, ...faultsOfWay(sent, receivedOn)];
  const search = data === undefined ? undefined : searchOf(data, receivedOn);
  return search === undefined || all.length > 0 ? unreadable(all) : { ok: true, value: search };
}

/** The parts of a search that show what it is by, also if other parts are wrong. */
const sketch = z.object({
  identityNumber: z.optional(z.unknown()),
  administration: z.optional(z.unknown()),
  reference: z.optional(z.unknown()),
  caseNumber: z.optional(z.unknown()),
});

function faultsOfWay(message: unknown, receivedOn: CivilDate): readonly Fault[] {
  const { success, data: given } = sketch.safeParse(message);
  if (!success) return [];
  const { identityNumber: number, administration: whose, reference, caseNumber } = given;
  const ways = [number, reference, caseNumber].filter((way) => way !== undefined).length;
  const isOneWay = ways === 1 && (number === undefined) === (whose !== undefined);
  const isUnread =
    typeof number === "string" && isIdentityNumber(number) && twelveDigits(number, receivedOn) === undefined;
  return [
    ...(isOneWay ? [] : [fault("", "one-of-two")]),
    ...(isUnread ? [fault("/identityNumber", "not-an-identity-number")] : []),
  ];
}

function searchOf(
  {
    identityNumber: number,
    administration: whose,
    reference,
    caseNumber,
    purpose,
  }: z.infer<typeof personSearch>,
  receivedOn: CivilDate,
): PersonSearch | undefined {
  if (number !== undefined) {
    const digits = twelveDigits(number, receivedOn);
    return digits === undefined ? undefined : { by: "identity-number", identityNumber: digits, purpose };
  }
  if (whose === undefined) return undefined;
  if (reference !== undefined) return { by: "reference", administration: whose, reference, purpose };
  return caseNumber === undefined
    ? undefined
    : { by: "case-number", administration: whose, caseNumber, purpose };
}
