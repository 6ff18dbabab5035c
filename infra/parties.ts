/**
 * Whom the system talks to, as infrastructure sees it: a list of codes. A queue, a key, an alarm and a policy
 * follow from each, so a new provider is one more entry.
 */

/** The administrations that decide, and that hear what became of their decisions. */
export const administrations = ["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"] as const;

const providers = ["kompetenscenter", "arbetsmarknadsanstallning"] as const;

/** Everybody who takes assignments. The administrations carry out their own sub-areas, so they are here too. */
export const executors: readonly string[] = [...providers, ...administrations];
