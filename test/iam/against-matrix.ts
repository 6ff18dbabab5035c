import { matrix, type Rows } from "./matrix.ts";
import { linesOf, type Table } from "./table.ts";

/** What the matrix and the templates do not agree on, a line for each grant. */
export interface Difference {
  /** In the templates, and not in the matrix. */
  readonly extra: readonly string[];
  /** In the matrix, and not in the templates. */
  readonly missing: readonly string[];
}

/** @param kinds of the resources that the templates declare */
export const against = (
  found: Table,
  kinds: readonly string[],
  declared: Readonly<Record<string, Rows>> = matrix,
): Difference => {
  const expected = linesOf(
    Object.fromEntries(
      Object.entries(declared).map(([principal, rows]) => [principal, written(rows, kinds)]),
    ),
  );
  const granted = linesOf(found);
  return {
    extra: granted.filter((line) => !expected.includes(line)),
    missing: expected.filter((line) => !granted.includes(line)),
  };
};

/** Each kind with all that any line gives it. What may be done in any way is not said a second time. */
const written = (rows: Rows, kinds: readonly string[]): Rows => {
  const all = Object.entries(rows).flatMap(([line, actions]) =>
    kindsOf(line, kinds).map((kind) => ({ kind, actions })),
  );
  return Object.fromEntries(
    [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, lines]) => {
      const actions = new Set(lines.flatMap((line) => line.actions));
      return [kind, [...actions].filter((action) => !isSaid(action, actions)).toSorted()];
    }),
  );
};

const isSaid = (action: string, among: ReadonlySet<string>): boolean => {
  const [name = "", ...how] = action.split(" ");
  return how.length > 0 && among.has(name);
};

/** What a line is about. */
const kindsOf = (line: string, kinds: readonly string[]): readonly string[] => {
  const is = every[line];
  return is === undefined ? [line] : kinds.filter(is);
};

const isDeadLetters = (kind: string): boolean => /^queue .*(, dead letters|-dlq)$/.test(kind);

const every: Readonly<Record<string, (kind: string) => boolean>> = {
  "every key": (kind) => kind.startsWith("key of "),
  "every queue": (kind) => kind.startsWith("queue ") && !isDeadLetters(kind),
  "every queue of dead letters": isDeadLetters,
  "every object of access-log": (kind) => kind.startsWith("object of access-log"),
  "every object of failed-records": (kind) => kind.startsWith("object of failed-records"),
  "every object of journal": (kind) => kind.startsWith("object of journal"),
  "every object of reports": (kind) => kind.startsWith("object of reports"),
  "every function:live": (kind) => /^function (?!self-check-runner).*:live$/.test(kind),
  "every function, a version": (kind) => /^function (?!self-check-runner).*, a version$/.test(kind),
};
