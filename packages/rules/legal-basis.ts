import type { Act, Citation, LegalBasis } from "./citation.ts";
import type { CivilDate } from "./decision.ts";

/** The new Act's first day; the old one's last is the day before. */
const newActFrom: CivilDate = "2025-07-01";

/** The Social Services Act that a decision made on a day has to cite. */
export function actInForceOn(date: CivilDate): Act {
  return date < newActFrom ? "SFS 2001:453" : "SFS 2025:400";
}

/** Whether it is one of the basic decisions: on income support, or on interventions for personal needs. */
export function isBasic({ legalBasis }: Citation): boolean {
  return basic[legalBasis];
}

const basic: Readonly<Record<LegalBasis, boolean>> = {
  "sol-12-4": false,
  "sol-12-1": true,
  "sol-11-1": true,
};
