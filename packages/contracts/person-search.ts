import * as z from "zod";
import type { Read } from "./decision-message.ts";
import { type Fault, fault, faultsOf } from "./fault.ts";
import { administration, id, identityNumber, text } from "./parts.ts";

/**
 * A search for one person's interventions: by identity number or case number only (SFS 2001:637, 15 §), in a
 * body since neither belongs in a URL, and with a purpose since every access must be possible to check
 * (SFS 2001:454, 10 §).
 */
export const personSearch = z
  .strictObject({
    identityNumber: identityNumber.exactOptional(),
    administration: administration.exactOptional(),
    caseNumber: id.exactOptional(),
    purpose: text(200),
  })
  .meta({ id: "PersonSearch", title: "A search for a person's interventions" });

export type PersonSearch =
  | { readonly by: "identity-number"; readonly identityNumber: string }
  | { readonly by: "case-number"; readonly administration: string; readonly caseNumber: string };

/** Reads a search, or says everything that is wrong with it at once. */
export function readPersonSearch(message: unknown): Read<PersonSearch> {
  const parsed = personSearch.safeParse(message, { reportInput: true });
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error.issues)), ...faultsOfWay(message)];
  const search = parsed.success ? searchOf(parsed.data) : undefined;
  return search === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, value: search };
}

/** As much of a search as tells what it is by, whatever else is wrong with it. */
const sketch = z.object({
  identityNumber: z.unknown().optional(),
  administration: z.unknown().optional(),
  caseNumber: z.unknown().optional(),
});

function faultsOfWay(message: unknown): readonly Fault[] {
  const { success, data: given } = sketch.safeParse(message);
  if (!success) return [];
  const hasNumber = given.identityNumber !== undefined;
  const ofCase = [given.administration, given.caseNumber].filter((part) => part !== undefined).length;
  return (hasNumber && ofCase === 0) || (!hasNumber && ofCase === 2) ? [] : [fault("", "one-of-two")];
}

function searchOf({
  identityNumber: number,
  administration: whose,
  caseNumber,
}: z.infer<typeof personSearch>): PersonSearch | undefined {
  if (number !== undefined) return { by: "identity-number", identityNumber: number };
  return whose === undefined || caseNumber === undefined
    ? undefined
    : { by: "case-number", administration: whose, caseNumber };
}
