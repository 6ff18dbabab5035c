import { administrations, executors, listeners } from "@hemvist/rules";

/** Whom the system talks to, by code: packages/rules/addressees.ts. Queues, keys, permissions and alarms follow. */
export interface Parties {
  readonly administrations: readonly string[];
  /** Everybody who takes assignments, the administrations too. */
  readonly executors: readonly string[];
  readonly listeners: readonly string[];
}

export const partiesOfTheModels: Parties = { administrations, executors, listeners };

/** Everybody with a queue of their own. */
export const addresseesAmong = ({ executors: takers, listeners: others }: Parties): readonly string[] => [
  ...takers,
  ...others,
];
