import type { CivilDate } from "../decision.ts";
import type { Act, Citation, LegalBasis } from "./citation.ts";

/** The new Act's first day; the old one's last is the day before. */
const newActFrom: CivilDate = "2025-07-01";

/**
 * The old Act's first day. Nothing that a decision rests on was done under it before. Systems write `1900-01-01` and
 * the like when they know no day.
 */
const oldActFrom: CivilDate = "2002-01-01";

/** Whether a day lies before both Acts. Nothing can have been done under them on such a day. */
export const isBeforeTheActs = (date: CivilDate): boolean => date < oldActFrom;

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
