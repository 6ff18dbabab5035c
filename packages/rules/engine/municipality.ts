import type { Model } from "./model.ts";
import type { Bilingual } from "./rule.ts";

/** All that differs between municipalities. What runs is handed one, and asks it. */
export interface Municipality {
  /** By which a stage names it, and its models say whose they are: `a-z` and `-`. */
  readonly code: string;
  readonly name: string;
  readonly website: string;
  /** Its administrations together, inside a sentence, as after "from". */
  readonly administrationsInText: Bilingual;
  /** The `source` of every message. */
  readonly urn: string;
  /** What the type of every message begins with: the municipality's domain in reverse, and the system. */
  readonly typePrefix: string;
  readonly retention: Retention;
  /** Every model there has been, the newest last. Stored judgements name them. */
  readonly models: readonly Model[];
}

/**
 * What becomes of a personal file.
 *
 * `five-years` is the law's (16 kap. 1 § SoL): erased five years after the last note, and after what it concerns has
 * ended. `keep`: nothing is erased by a timer, for whom the Social Services Ordinance (2025:468), 13 kap. 1 §, exempts.
 */
export type Retention = "five-years" | "keep";

/** Whom a municipality's system talks to, by code. Queues, keys, permissions and alarms follow from each. */
export interface Parties {
  /** The administrations that decide, and that hear what became of their decisions. */
  readonly administrations: readonly string[];
  /** Every party that takes assignments. The administrations carry out their own sub-areas, so they are here too. */
  readonly executors: readonly string[];
  /** Who carries out as a whole: notified of what its providers leave undone, and takes no assignment itself. */
  readonly listeners: readonly string[];
}

/** Every model counts, and not only the one in force: an assignment under an older one still runs. */
export function partiesOf({ models }: Pick<Municipality, "models">): Parties {
  const administrations = distinct(models.flatMap((model) => model.administrations));
  const providers = models.flatMap((model) => model.providers.map(({ code }) => code));
  const carryOut = models.flatMap((model) => model.parties.filter(({ role }) => role === "carries-out"));
  return {
    administrations,
    executors: distinct([...providers, ...administrations]),
    listeners: distinct(carryOut.map(({ code }) => code)),
  };
}

/** Every party with a queue of its own. */
export const addresseesAmong = ({ executors, listeners }: Parties): readonly string[] => [
  ...executors,
  ...listeners,
];

/** The type of a message: the prefix, what has happened, and `v1`. */
export const typeOf = ({ typePrefix }: Municipality, happening: string): string =>
  `${typePrefix}.${happening}.v1`;

/** What a message of ours says has happened, whichever municipality's it is: `decision.made`. */
export const happeningOf = (type: string): string => type.replace(/^.*\.hemvist\./, "").replace(/\.v1$/, "");

const distinct = (codes: readonly string[]): readonly string[] => [...new Set(codes)];
