import { everyReading } from "../support/every-reading.ts";
import type { Aviary, Canary } from "./canary.ts";
import type { Out } from "./coming-out.ts";
import { isReleased, type Place, places, releaseTable } from "./release-table.ts";

export interface Found {
  /** How many texts, messages, items and objects were searched at each place. */
  readonly searched: ReadonlyMap<Place, number>;
  /** How many canaries came out at each place. */
  readonly found: ReadonlyMap<Place, number>;
  /** What came out where the table does not release it. */
  readonly leaks: readonly string[];
  /** Rows of the table, and contents in them, that nothing came out by. */
  readonly unused: readonly string[];
}

/** Looks for every canary in everything that came out. */
export function searchIn(outs: readonly Out[], aviary: Aviary): Found {
  const searched = new Map<Place, number>();
  const came = new Map<Place, Set<Canary>>();
  for (const out of outs) {
    for (const canary of aviary.foundIn(everyReading(out.value))) {
      const place = placeFor(out, canary);
      const its = came.get(place) ?? new Set();
      came.set(place, its.add(canary));
    }
    searched.set(out.place, (searched.get(out.place) ?? 0) + 1);
  }
  const leaks = [...came].flatMap(([place, canaries]) => [
    ...new Set(
      [...canaries].filter(({ content }) => !isReleased(place, content)).map((one) => described(place, one)),
    ),
  ]);
  const unused = releaseTable.flatMap(({ place, contents }) =>
    contents
      .filter((content) => ![...(came.get(place) ?? [])].some((canary) => canary.content === content))
      .map((content) => `${place}: ${content}`),
  );
  return { searched, found: new Map([...came].map(([place, its]) => [place, its.size])), leaks, unused };
}

/** A party's own canary in its own inbox or answer is another matter than another party's. */
function placeFor({ place, reader }: Out, { by }: Canary): Place {
  if (place === places.assignments && reader === by) return places.ownAssignments;
  if (reader === undefined || reader === by) return place;
  if (place === places.ownInbox) return places.otherInbox;
  return place === places.ownAnswer ? places.otherAnswer : place;
}

const described = (place: Place, { kind, where, content }: Canary): string =>
  `${place}: ${content} (${kind} ${where})`;
