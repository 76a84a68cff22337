import type pg from "pg";

/** A mark of each table's content, how many change sets there are, and how many of them hold nothing. */
export interface RecordedState {
  readonly marks: ReadonlyMap<string, string | null>;
  readonly changeSets: number;
  readonly empty: number;
}

/** The record itself, and the staging area of files, whose rows are recorded once they are brought in. */
export const UNRECORDED: ReadonlySet<string> = new Set([
  "change",
  "change_set",
  "idempotent_answer",
  "import",
  "import_part",
  "import_finding",
  "comparison_figure",
]);

export async function recordedState(owner: pg.Client, tables: readonly string[]): Promise<RecordedState> {
  const marks = new Map<string, string | null>();
  for (const table of tables) {
    const { rows } = await owner.query<{ mark: string | null }>(
      `select md5(string_agg(t::text, e'\\n' order by t::text)) as mark from "${table}" t`,
    );
    marks.set(table, rows[0]?.mark ?? null);
  }
  const { rows } = await owner.query<{ total: number; empty: number }>(
    `select count(*)::int as total, count(*) filter (where not exists
       (select 1 from change c where c.change_set_id = s.id))::int as empty from change_set s`,
  );
  return { marks, changeSets: rows[0]?.total ?? 0, empty: rows[0]?.empty ?? 0 };
}

/** The tables whose content is another now. */
export function changedTables(before: RecordedState, after: RecordedState): string[] {
  return [...before.marks.keys()].filter((table) => before.marks.get(table) !== after.marks.get(table));
}
