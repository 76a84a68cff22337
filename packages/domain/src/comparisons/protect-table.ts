import { isSmallCount, largestProtected, smallestProtected } from "./small-counts.ts";

/** A table of counts of people with its totals: which cells stay hidden, totals in the last row and last column. */
export interface ProtectedTable {
  /** Counts with totals, one row and one column more than the table that came in. */
  readonly counts: readonly (readonly number[])[];
  /** `true` where a cell must not be shown, in the same shape. */
  readonly hidden: readonly (readonly boolean[])[];
}

interface Cell {
  readonly count: number;
  readonly isSmall: boolean;
  hidden: boolean;
  lower: number;
  upper: number;
}

/** Cells whose counts add up to the last one. */
type Line = readonly Cell[];

/**
 * Which cells of a table with totals must stay hidden so that no small count can be worked out by subtraction?
 *
 * First every small count (1 to 9) is hidden, totals included. Then, as an attacker would, each row and each column
 * is used to bound what is hidden, again and again, knowing that a small count is 1 to 9 and that no count is
 * negative. Where that leaves a single possible value for a small count, the smallest cell still shown in its row or
 * column is hidden as well, and the attack starts over. It ends when every small count has at least two values left, or
 * when the whole table is hidden.
 *
 * Assumes whole counts and totals that are the sums of their lines. It covers one table; figures published
 * elsewhere about the same people are not known to it.
 *
 * Worked example: 3, 40, 57 with total 100: 3 is hidden; 100 - 40 - 57 would give it back, so 40 is hidden too.
 *
 * Reference: Hundepool, A. et al. (2012), "Statistical Disclosure Control", section 4.4 (secondary suppression).
 * @see docs/methods.md#complementary
 */
export function protectTable(table: readonly (readonly number[])[]): ProtectedTable {
  const cells = withTotals(table).map((row) => row.map(cellOf));
  const lines = linesOf(cells);
  for (const cell of cells.flat()) cell.hidden = cell.isSmall;
  let exposed = findExposed(cells, lines);
  while (exposed.length > 0 && hideAnother(exposed, lines)) exposed = findExposed(cells, lines);
  return {
    counts: cells.map((row) => row.map((cell) => cell.count)),
    hidden: cells.map((row) => row.map((cell) => cell.hidden)),
  };
}

function withTotals(table: readonly (readonly number[])[]): number[][] {
  const rows = table.map((row) => [...row, sum(row)]);
  const totals = (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)));
  return [...rows, totals];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function cellOf(count: number): Cell {
  return { count, isSmall: isSmallCount(count), hidden: false, lower: 0, upper: Infinity };
}

function linesOf(cells: readonly (readonly Cell[])[]): Line[] {
  const columns = (cells[0] ?? []).map((_, column) =>
    cells.map((row) => row[column]).filter((cell) => cell !== undefined),
  );
  return [...cells, ...columns];
}

function findExposed(cells: readonly (readonly Cell[])[], lines: readonly Line[]): Cell[] {
  for (const cell of cells.flat()) Object.assign(cell, whatIsKnown(cell));
  let moved = true;
  while (moved) moved = lines.map(boundLine).some(Boolean);
  return cells.flat().filter((cell) => cell.isSmall && cell.lower >= cell.upper);
}

function whatIsKnown(cell: Cell): Pick<Cell, "lower" | "upper"> {
  if (!cell.hidden) return { lower: cell.count, upper: cell.count };
  return cell.isSmall ? { lower: smallestProtected, upper: largestProtected } : { lower: 0, upper: Infinity };
}

function boundLine(line: Line): boolean {
  const total = line.at(-1);
  const parts = line.slice(0, -1);
  if (total === undefined) return false;
  const lower = sum(parts.map((part) => part.lower));
  const upper = sum(parts.map((part) => part.upper));
  const moved = parts.map((part) => {
    const others = {
      lower: lower - part.lower,
      upper: sum(parts.filter((other) => other !== part).map((other) => other.upper)),
    };
    return narrow(part, total.lower - others.upper, total.upper - others.lower);
  });
  return [narrow(total, lower, upper), ...moved].some(Boolean);
}

function narrow(cell: Cell, lower: number, upper: number): boolean {
  const moves = lower > cell.lower || upper < cell.upper;
  cell.lower = Math.max(cell.lower, lower);
  cell.upper = Math.min(cell.upper, upper);
  return moves;
}

/**
 * Hides the smallest count still shown in a line that gives an exposed one away by itself, else in a line of an
 * exposed one, else anywhere; `false` when all is hidden already.
 */
function hideAnother(exposed: readonly Cell[], lines: readonly Line[]): boolean {
  const beside = lines.filter((line) => exposed.some((cell) => line.includes(cell)));
  const telling = beside.filter((line) => line.filter((cell) => cell.hidden).length === 1);
  const next = smallestShown(telling) ?? smallestShown(beside) ?? smallestShown(lines);
  if (next === undefined) return false;
  next.hidden = true;
  return true;
}

function smallestShown(lines: readonly Line[]): Cell | undefined {
  const shown = lines.flat().filter((cell) => !cell.hidden);
  const [smallest] = shown.toSorted(
    (left, right) => Number(left.count === 0) - Number(right.count === 0) || left.count - right.count,
  );
  return smallest;
}
