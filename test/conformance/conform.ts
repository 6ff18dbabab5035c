import { asDocumented, type Cell, type EngineName, engineNames } from "./behaviour.ts";
import type { Engines } from "./engines.ts";
import { type Row, type Section, sections } from "./sections.ts";

/** What was seen of one engine; undefined where it was not asked. */
export type Found = Readonly<Record<EngineName, string | undefined>>;

export interface Conformance {
  readonly section: Section;
  readonly row: Row;
  readonly found: Found;
}

/** Whether an engine is asked at all. */
export const isAsked = ({ mark }: Cell): boolean => mark === "shown" || mark === "not shown";

/** What must be found, if anything is asked. */
export const expectedOf = (cell: Cell): string | undefined => {
  switch (cell.mark) {
    case "shown":
      return asDocumented;
    case "not shown":
      return cell.finds;
    case "none":
    case "not asked":
      return undefined;
  }
};

/** Asks each engine that is here for each behaviour. What a check throws is what was found. */
export async function conform(
  { parts, absent }: Engines,
  onRow: (conformance: Conformance) => void = () => {},
): Promise<readonly Conformance[]> {
  const all: Conformance[] = [];
  for (const section of sections) {
    for (const row of section.rows) {
      const ask = async (engine: EngineName): Promise<string | undefined> => {
        if (absent.has(engine) || !isAsked(row.shows[engine])) return undefined;
        try {
          return await row.ask(parts, engine);
        } catch (error) {
          return `it failed: ${String(error)}`;
        }
      };
      const [simulated, bare, local, amazon] = await Promise.all(engineNames.map(ask));
      const conformance = { section, row, found: { simulated, bare, local, amazon } };
      onRow(conformance);
      all.push(conformance);
    }
  }
  return all;
}

/** Each cell in which something else was found than the table says, in a line. */
export const surprises = (all: readonly Conformance[]): readonly string[] =>
  all.flatMap(({ row, found }) =>
    engineNames.flatMap((engine) => {
      const [seen, expected] = [found[engine], expectedOf(row.shows[engine])];
      return seen === undefined || seen === expected
        ? []
        : [`${engine}: "${row.says}" was to be found: ${expected}; was: ${seen}`];
    }),
  );
