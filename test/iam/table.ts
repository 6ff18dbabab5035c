import type { Asked } from "./actions.ts";
import type { Grant, Judged } from "./judge-all.ts";
import type { Principal } from "./principals.ts";
import type { JudgedResource } from "./resources.ts";

/** Who may do what: a principal, a kind of resource, and actions with how they may be done. */
export type Table = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The kind as the principal sees it: its own, or another party's. */
export const kindFor = ({ party }: Pick<Principal, "party">, resource: JudgedResource): string =>
  party === undefined || resource.party === undefined || resource.party === party
    ? resource.kind
    : `${resource.kind}, of another`;

/** In how many ways each action may be asked. An action that may be done in all of them stands without one. */
const waysOf = (grants: readonly Grant[]): readonly string[] => {
  const byAction = Map.groupBy(grants, ({ asked }) => asked.action);
  return [...byAction].flatMap(([action, granted]) => {
    const name = action.split(":")[1] ?? action;
    return granted.some(({ asked }) => isUnconditional(asked))
      ? [name]
      : granted.map(({ asked }) => `${name} ${asked.how}`);
  });
};

const isUnconditional = ({ how }: Asked): boolean => how === "";

/**
 * The grants as a table. Where a principal may do something to some resources of a kind only, the entry says to how
 * many.
 */
export const tableOf = ({ principals, resources, grants }: Judged): Table => {
  const rows: Record<string, Record<string, string[]>> = {};
  const byPair = Map.groupBy(grants, pairOf);
  for (const [name, alike] of Map.groupBy(principals, (principal) => principal.name)) {
    const pairs = alike.flatMap((principal) => resources.map((resource) => ({ principal, resource })));
    for (const [kind, same] of Map.groupBy(pairs, ({ principal, resource }) =>
      kindFor(principal, resource),
    )) {
      const counts = new Map<string, number>();
      for (const { principal, resource } of same)
        for (const way of waysOf(byPair.get(pairOf({ principal, resource })) ?? []))
          counts.set(way, (counts.get(way) ?? 0) + 1);
      if (counts.size === 0) continue;
      const entries = [...counts].map(([way, count]) =>
        count === same.length ? way : `${way} (${count} of ${same.length})`,
      );
      rows[name] = { ...rows[name], [kind]: entries.toSorted() };
    }
  }
  return rows;
};

/** A service and the same for a stranger have one ARN, and so have the actions that take no resource. */
const pairOf = ({ principal, resource }: Pick<Grant, "principal" | "resource">): string =>
  [principal.name, principal.arn, resource.kind, resource.arn].join("\n");

/** Every entry of a table, in one line each. */
export const linesOf = (table: Table): readonly string[] =>
  Object.entries(table).flatMap(([principal, kinds]) =>
    Object.entries(kinds).flatMap(([kind, entries]) =>
      entries.map((entry) => `${principal}: ${entry} on ${kind}`),
    ),
  );
