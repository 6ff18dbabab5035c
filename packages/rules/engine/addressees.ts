import { models as allModels, municipality } from "./models.ts";

/**
 * Whom the system talks to, by code. Queues, keys, alarms and policies follow from each, and what a function must
 * have an address for. Every model of the municipality counts, and not only the one in force: an assignment under an
 * older one still runs.
 */
const models = allModels.filter((model) => model.municipality === municipality);

const distinct = (codes: readonly string[]): readonly string[] => [...new Set(codes)];

/** The administrations that decide, and that hear what became of their decisions. */
export const administrations: readonly string[] = distinct(models.flatMap((model) => model.administrations));

/** Every party that takes assignments. The administrations carry out their own sub-areas, so they are here too. */
export const executors: readonly string[] = distinct([
  ...models.flatMap((model) => model.providers.map(({ code }) => code)),
  ...administrations,
]);

/** Arbvux as a whole: notified of what its providers leave undone, and takes no assignment itself. */
export const listeners: readonly string[] = distinct(
  models.flatMap((model) =>
    model.parties.filter(({ role }) => role === "carries-out").map(({ code }) => code),
  ),
);

/** Every party with a queue of its own. */
export const addressees: readonly string[] = [...executors, ...listeners];
