import * as z from "zod";

/** A number in a published file, or the place of one that is hidden. */
export interface Figure {
  readonly report: string;
  readonly period: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly what: "count" | "people";
  readonly value?: number;
}

/** A report as an outsider finds it: where it lies, and its files. */
export interface FoundReport {
  readonly place: string;
  readonly files: readonly { readonly name: string; readonly readers: string; readonly body: string }[];
}

export const nameOf = ({ report, period, table, row, column, what }: Omit<Figure, "value">): string =>
  [report, period, table, row, column, what].join(" ");

/** Every figure in the files that everyone may read. */
export const figuresIn = (reports: readonly FoundReport[]): readonly Figure[] =>
  reports.flatMap(({ place, files }) => {
    const [report = "", period = ""] = place.split("/");
    return files
      .filter(({ readers }) => readers === "everyone")
      .flatMap(({ name, body }) => read(name, body).map((figure) => ({ report, period, ...figure })));
  });

type Read = Omit<Figure, "report" | "period">;

/** The JSON files hold all that the others show. */
function read(name: string, body: string): readonly Read[] {
  switch (name) {
    case "tables.json":
    case "statistics.json":
      return z.array(tableFile).parse(JSON.parse(body)).flatMap(tableFigures);
    case "equality.json": {
      const { shares, returnedByRule } = equalityFile.parse(JSON.parse(body));
      return [...shares.flatMap(shareFigures), ...tableFigures(returnedByRule)];
    }
    case "sob.json":
      return sobFile
        .parse(JSON.parse(body))
        .counts.flatMap(({ kind, ...numbers }) =>
          cellFigures({ table: "sob", row: "city", column: kind, numbers }),
        );
    default:
      return [];
  }
}

const numbers = { count: z.number().optional(), people: z.number().optional() };
const tableFile = z.object({
  name: z.string(),
  cells: z.array(z.object({ row: z.string(), column: z.string(), ...numbers })),
});
const share = z.object({ part: z.number(), n: z.number() });
const shareFile = z.object({
  measure: z.string(),
  administrations: z.array(z.object({ administration: z.string(), share: share.optional() })),
  city: share.optional(),
});
const equalityFile = z.object({ shares: z.array(shareFile), returnedByRule: tableFile });
const sobFile = z.object({ counts: z.array(z.object({ kind: z.string(), ...numbers })) });

const tableFigures = ({ name, cells }: z.infer<typeof tableFile>): readonly Read[] =>
  cells.flatMap(({ row, column, ...told }) => cellFigures({ table: name, row, column, numbers: told }));

function cellFigures({
  table,
  row,
  column,
  numbers: told,
}: {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly numbers: { readonly count?: number | undefined; readonly people?: number | undefined };
}): readonly Read[] {
  return (["count", "people"] as const).map((what) => {
    const value = told[what];
    return { table, row, column, what, ...(value === undefined ? {} : { value }) };
  });
}

/** A share tells how many did, and of how many; so it tells how many did not. */
const shareFigures = ({ measure, administrations, city }: z.infer<typeof shareFile>): readonly Read[] =>
  [...administrations, { administration: "city", share: city }].flatMap(({ administration, share: told }) =>
    (["yes", "no", "total"] as const).map((column) => ({
      table: measure,
      row: administration,
      column,
      what: "count" as const,
      ...(told === undefined
        ? {}
        : { value: { yes: told.part, no: told.n - told.part, total: told.n }[column] }),
    })),
  );
