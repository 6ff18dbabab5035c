import type { Act } from "./citations/citation.ts";
import type { Administration, AreaCode, CivilDate, SubAreaCode } from "./decision.ts";
import type { Side } from "./placement.ts";
import type { Bilingual, Rule } from "./rule.ts";

/** What a party is to the model. */
export const partyRoles = ["decides", "carries-out", "consulted", "forum"] as const;

export interface Party {
  readonly code: string;
  readonly name: string;
  readonly role: (typeof partyRoles)[number];
}

export interface SubArea {
  readonly code: SubAreaCode;
  readonly area: AreaCode;
  /** As the directive writes it. */
  readonly name: string;
  readonly english: string;
  readonly governedBy: readonly Side[];
  readonly carriedOutBy: readonly Side[];
}

/** Days on which something holds; both ends included, an absent `to` means until further notice. */
export interface Period {
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

/** A collaboration in parallel that SoB has decided on. */
export interface Agreement extends Period {
  readonly id: string;
  readonly subAreas: readonly SubAreaCode[];
  readonly example: boolean;
}

/** A provider, and the sub-areas in which it takes assignments. The first that fits is chosen. */
export interface Provider extends Period {
  readonly code: string;
  readonly name: string;
  readonly side: Side;
  readonly subAreas: readonly SubAreaCode[];
  readonly example: boolean;
}

/** A service in the catalogue (tjänstekatalogen). */
export interface Service extends Period {
  readonly code: string;
  readonly name: string;
  readonly subArea: SubAreaCode;
  readonly provider: string;
  readonly example: boolean;
}

export const intervalUnits = ["working-days", "days", "months", "years"] as const;

/** Where an interval comes from. `ours`: no governing text gives a number. */
export const intervalOrigins = ["ours", "law", "model"] as const;

/** How long something may take before a party is notified. Swedish working days unless its unit says otherwise. */
export interface Interval {
  readonly count: number;
  readonly unit: (typeof intervalUnits)[number];
  readonly origin: (typeof intervalOrigins)[number];
  readonly why: Bilingual;
}

export type IntervalName =
  | "acknowledge"
  | "answer"
  | "start"
  | "news"
  | "resume"
  | "gap-warning"
  | "decision-ending"
  | "horizon"
  | "horizon-warning"
  | "delay"
  | "delay-near"
  | "proposal-answer"
  | "revision-after-proposal"
  | "correction"
  | "escalation-step"
  | "escalation-repeat"
  | "model-review";

/** The governance model as it holds from a date: rules, matrix, catalogue, agreements, intervals. */
export interface Model {
  readonly name: string;
  readonly municipality: string;
  readonly validFrom: CivilDate;
  /** The Act its texts cite. */
  readonly act: Act;
  readonly administrations: readonly Administration[];
  readonly parties: readonly Party[];
  /** The name of each side inside a sentence. */
  readonly sides: Readonly<Record<Side, Bilingual>>;
  readonly subAreas: readonly SubArea[];
  readonly providers: readonly Provider[];
  readonly services: readonly Service[];
  readonly agreements: readonly Agreement[];
  readonly intervals: Readonly<Record<IntervalName, Interval>>;
  readonly rules: readonly Rule[];
}
