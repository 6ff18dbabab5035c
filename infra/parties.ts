import { models } from "@hemvist/rules";

/**
 * Whom the system talks to, as infrastructure sees it: codes. Queues, keys, alarms and policies follow from
 * each. Every model counts, and not only the one in force: an assignment under an older one still runs.
 */

const distinct = (codes: readonly string[]): readonly string[] => [...new Set(codes)];

/** The administrations that decide, and that hear what became of their decisions. */
export const administrations = distinct(models.flatMap((model) => model.administrations));

/** Everybody who takes assignments. The administrations carry out their own sub-areas, so they are here too. */
export const executors = distinct([
  ...models.flatMap((model) => model.providers.map(({ code }) => code)),
  ...administrations,
]);

/** Who is told of what its providers leave undone, and takes no assignment itself: Arbvux as a whole. */
export const listeners = distinct(
  models.flatMap((model) =>
    model.parties.filter(({ role }) => role === "carries-out").map(({ code }) => code),
  ),
);

/** Everybody with a queue of their own. */
export const parties = [...executors, ...listeners];
