import type { Model } from "./model.ts";
import type { Bilingual } from "./rule.ts";

/** Everything that differs between municipalities. The code gets one as an argument, and asks it. */
export interface Municipality {
  /** The name that a stage's setting and its models use: `a-z` and `-`. */
  readonly code: string;
  readonly name: string;
  readonly website: string;
  /** Its administrations together, inside a sentence, as after "from". */
  readonly administrationsInText: Bilingual;
  /** What its administrations are called in a table, by their codes: `Centrum`. */
  readonly shortNames: Readonly<Record<string, string>>;
  /** The `source` of every message. */
  readonly urn: string;
  /** What the type of every message begins with: the municipality's domain in reverse, and the system. */
  readonly typePrefix: string;
  readonly retention: Retention;
  /** All its models so far, the newest last. Stored judgements name them. */
  readonly models: readonly Model[];
}

/**
 * How long it keeps a personal file.
 *
 * `five-years` is the law's (16 kap. 1 § SoL): erased five years after the last note, and after what it concerns has
 * ended. `keep`: nothing is erased by a timer, for whom the Social Services Ordinance (2025:468), 13 kap. 1 §, exempts.
 */
export type Retention = "five-years" | "keep";

/** The parties of a municipality's system, by code. Each has queues, a key, permissions and alarms. */
export interface Parties {
  /** The administrations that decide, and that get the outcome of their decisions. */
  readonly administrations: readonly string[];
  /** Every party that takes assignments. The administrations carry out their own sub-areas, so they are here too. */
  readonly executors: readonly string[];
  /**
   * The party that carries out as a whole. It gets notices of what its providers leave undone, and takes no assignment
   * itself.
   */
  readonly listeners: readonly string[];
}

/** Every model counts, not only the one in force, because an assignment under an older one may still run. */
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

/** The happening in a message's type, for any municipality: `decision.made`. */
export const happeningOf = (type: string): string => type.replace(/^.*\.hemvist\./, "").replace(/\.v1$/, "");

const distinct = (codes: readonly string[]): readonly string[] => [...new Set(codes)];
