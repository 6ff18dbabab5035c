import type { AreaCode, SubAreaCode } from "./decision.ts";

/** The side that governs or carries out: SF (the one that decided) or Arbvux. */
export const sides = ["sf", "arbvux"] as const;

export type Side = (typeof sides)[number];

/** Where one intervention belongs. */
export interface Placement {
  readonly interventionId: string;
  readonly area: AreaCode;
  readonly subArea: SubAreaCode;
  readonly governedBy: readonly Side[];
  readonly carriedOutBy: Side;
  /** The provider that takes the assignment. Absent if none offers the sub-area, which is a finding. */
  readonly provider?: string;
  /** In the other lane, which needs an agreement of SoB. */
  readonly parallel: boolean;
}
