import { valuesOfColumn } from "@frontstep/domain/imports";

import type { ImportRecord } from "./import.store.ts";

const shownExamples = 5;
const shownRows = 20;

/** The columns of an uploaded file, each with the first different values in it. */
export function columnsOf({ sample }: ImportRecord): { name: string; examples: string[] }[] {
  return sample.columns.map((column) => ({
    name: column.name,
    examples: valuesOfColumn(sample, column)
      .slice(0, shownExamples)
      .map((value) => value.slice(0, 80)),
  }));
}

/** The different values of one column, to give meanings to. */
export function valuesOf({ sample }: ImportRecord, columnName: string): string[] {
  const column = sample.columns.find(({ name }) => name === columnName);
  if (!column) return [];
  return valuesOfColumn(sample, column)
    .slice(0, 100)
    .map((value) => value.slice(0, 200));
}

/** The first rows of an uploaded file, cell by cell in the order of its columns. */
export function firstRowsOf({ sample }: ImportRecord): string[][] {
  return sample.rows
    .slice(0, shownRows)
    .map((row) => sample.columns.map(({ index }) => (row.cells[index] ?? "").slice(0, 80)));
}

/** How far the work has got, how fast it goes and how long it will take; null when nobody works on it. */
export function progressOf({
  progress,
  state,
}: ImportRecord): { done: number; total: number; perSecond: number; secondsLeft: number | null } | null {
  if (!["checking", "applying", "undoing"].includes(state)) return null;
  if (progress === null) return { done: 0, total: 0, perSecond: 0, secondsLeft: null };
  const { done, total, startedAt } = progress;
  const perSecond = Math.round(done / Math.max(0.1, (Date.now() - startedAt) / 1000));
  return {
    done,
    total,
    perSecond,
    secondsLeft: perSecond === 0 ? null : Math.ceil((total - done) / perSecond),
  };
}
