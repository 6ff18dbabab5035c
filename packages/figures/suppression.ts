import { consistent } from "./consistent.ts";
import { changesOf, type Swap, shifted } from "./swap.ts";
import { addressOf, allColumns, city, groupsOf, type Table, total } from "./table.ts";

/** Ours: a cell with fewer persons than this points somebody out. None is fewer, too. */
export const fewest = 5;

/**
 * The cells that must not be published: those with too few persons, and those that would give them away.
 *
 * For each hidden cell there is a swap: a change of hidden cells only, after which every published number is the
 * same, every sum adds up and nobody is less than nobody, but the cell is another. Whoever knows all that is
 * published can therefore not tell which of the two is true. Swaps leave the rows' totals and the city's alone, so
 * tables that share totals protect each other's cells; where a row's own total is too small, its whole row is
 * hidden, and with it all of the city's, since the others subtracted from it would give the row away.
 */
export function hiddenIn(table: Table, alsoRows: readonly string[] = []): ReadonlySet<string> {
  const wholeRows = rowsHidden(table, alsoRows);
  const hidden = new Set(wholeRows.flatMap((row) => cellsOf(row, table)));
  const certified = new Set(hidden);
  for (const target of tooSmall(table, wholeRows)) {
    if (certified.has(addressOf(target.row, target.column))) continue;
    const best = bestSwap(table, { target, hidden, wholeRows });
    if (best === undefined) return everythingButTotals(table, hidden);
    for (const address of changesOf(table, best).keys()) {
      hidden.add(address);
      certified.add(address);
    }
  }
  return hidden;
}

interface Place {
  readonly row: string;
  readonly column: string;
}

/** The rows whose total is too small, and then the city's. */
export function rowsHidden(table: Table, alsoRows: readonly string[] = []): readonly string[] {
  const small = table.rows.filter((row) => alsoRows.includes(row) || table.at(row, total).people < fewest);
  return small.length === 0 ? [] : [...small, city];
}

const cellsOf = (row: string, table: Table): readonly string[] =>
  allColumns(table).map((column) => addressOf(row, column));

const tooSmall = (table: Table, wholeRows: readonly string[]): readonly Place[] =>
  [...table.rows, city]
    .filter((row) => !wholeRows.includes(row))
    .flatMap((row) => allColumns(table).map((column) => ({ row, column })))
    .filter(({ row, column }) => table.at(row, column).people < fewest);

/** The swap that hides least; among those, the one that leaves most in doubt. */
function bestSwap(
  table: Table,
  { target, hidden, wholeRows }: { target: Place; hidden: ReadonlySet<string>; wholeRows: readonly string[] },
): Swap | undefined {
  let best: { readonly swap: Swap; readonly cost: number } | undefined;
  for (const swap of swapsAt(table, { target, wholeRows })) {
    const changes = changesOf(table, swap);
    const cost = costOf(table, { changes, hidden });
    if ((best === undefined || cost < best.cost) && consistent(shifted(table, changes), swap))
      best = { swap, cost };
  }
  return best?.swap;
}

const enoughDoubt = 5;

function costOf(
  table: Table,
  { changes, hidden }: { changes: ReadonlyMap<string, number>; hidden: ReadonlySet<string> },
): number {
  let revealing = 0;
  let doubt = enoughDoubt;
  for (const [address, by] of changes) {
    const [row = "", column = ""] = address.split(" ");
    const { count } = table.at(row, column);
    if (!hidden.has(address)) revealing += 1000 + Math.min(count, 999);
    if (by < 0) doubt = Math.min(doubt, count);
  }
  return revealing * (enoughDoubt + 1) + (enoughDoubt - doubt);
}

/** Every swap that changes a cell: up and down, against another row or together with the city's. */
function* swapsAt(
  table: Table,
  { target, wholeRows }: { target: Place; wholeRows: readonly string[] },
): Generator<Swap> {
  const rows = target.row === city ? table.rows.filter((row) => !wholeRows.includes(row)) : [target.row];
  const within = table.columns.filter(({ code, group }) => code === target.column || group === target.column);
  const isGroup = table.groups.includes(target.column);
  for (const row of rows) {
    const others = target.row === city ? [city] : [city, ...table.rows.filter((other) => other !== row)];
    for (const other of others.filter((each) => each === city || !wholeRows.includes(each))) {
      for (const { code } of within) {
        for (const { code: against, group } of table.columns) {
          if (against === code || (isGroup && group === target.column)) continue;
          yield { row, other, up: code, down: against };
          yield { row, other, up: against, down: code };
        }
      }
    }
  }
}

/** Where no swap is to be had, as in a table of a single column: only totals are told. */
function everythingButTotals(table: Table, hidden: ReadonlySet<string>): ReadonlySet<string> {
  const columns = [...table.columns.map(({ code }) => code), ...groupsOf(table.columns)];
  const cells = [...table.rows, city].flatMap((row) => columns.map((column) => addressOf(row, column)));
  return new Set([...hidden, ...cells]);
}
