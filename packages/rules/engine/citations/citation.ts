/** What a decision rests on. `sol-12-1` and `sol-11-1` are one family, the basic decisions. */
export const legalBases = ["sol-12-4", "sol-12-1", "sol-11-1"] as const;

export type LegalBasis = (typeof legalBases)[number];

/** The Social Services Act, by its number in the Swedish Code of Statutes. */
export const acts = ["SFS 2001:453", "SFS 2025:400"] as const;

export type Act = (typeof acts)[number];

/** A citation as read: which paragraph, and of which Act. */
export interface Citation {
  readonly legalBasis: LegalBasis;
  readonly act: Act;
}

/** The result of reading a citation. */
export type ReadCitation =
  | { readonly kind: "read"; readonly citation: Citation }
  /**
   * A paragraph that hemvist understands and does not handle, in our own words, such as `12 kap. 4 a § SoL` or `9 §
   * LSS`.
   */
  | { readonly kind: "not-handled"; readonly paragraph: string }
  /** `isNotGranted`: the label of a rejection, or of something else than a granted decision. */
  | { readonly kind: "not-read"; readonly isNotGranted: boolean };
