import * as z from "zod";
import type { Read } from "./decision-message.ts";
import { fault, faultsOf } from "./fault.ts";
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

export function readPersonSearch(message: unknown): Read<PersonSearch> {
  const parsed = personSearch.safeParse(message, { reportInput: true });
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error.issues) };
  const { identityNumber: number, administration: whose, caseNumber } = parsed.data;
  if (number !== undefined && whose === undefined && caseNumber === undefined) {
    return { ok: true, value: { by: "identity-number", identityNumber: number } };
  }
  if (number === undefined && whose !== undefined && caseNumber !== undefined) {
    return { ok: true, value: { by: "case-number", administration: whose, caseNumber } };
  }
  return { ok: false, faults: [fault("", "one-of-two")] };
}
