/** A graph with more lines than this cannot be read. Further parties are in further graphs. */
const linesInGraph = 20;

/** Parties, as many as a graph can show. */
export const inGroups = (parties: readonly string[]): readonly (readonly string[])[] =>
  parties.length === 0 ? [] : [parties.slice(0, linesInGraph), ...inGroups(parties.slice(linesInGraph))];
