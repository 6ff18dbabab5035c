import type { AreaCode, SubAreaCode } from "./decision.ts";

/** Who governs or carries out: SF (whichever of the four decided) or Arbvux. */
export const sides = ["sf", "arbvux"] as const;

export type Side = (typeof sides)[number];

/** Where one intervention belongs. */
export interface Placement {
  readonly interventionId: string;
  readonly area: AreaCode;
  readonly subArea: SubAreaCode;
  readonly governedBy: readonly Side[];
  readonly carriedOutBy: Side;
  /** Who takes the assignment; absent when no provider offers the sub-area, which is then a finding. */
  readonly provider?: string;
  /** In the other lane: allowed only by an agreement of SoB. */
  readonly parallel: boolean;
}
