import { addressOf, isDeadLetterName, logicalName } from "@hemvist/rules";

/**
 * The queues that each party sends to or reads, by the party's code. Dead-letter queues are operators' own.
 * @param names under which SQS has the queues
 */
export function queuesByParty(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byParty = Map.groupBy(names.toSorted(), (name) =>
    isDeadLetterName(logicalName(name)) ? undefined : addressOf(logicalName(name))?.party,
  );
  return new Map(
    [...byParty].flatMap(([party, queues]) => (party === undefined ? [] : [[party, queues] as const])),
  );
}
