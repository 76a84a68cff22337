import type { IncomingObservation } from "@frontstep/domain/imports";
import type { ObservedPlace } from "@frontstep/domain/outcomes";
import { type Period, periodEnd, periodStart } from "@frontstep/domain/shared";

import { Prisma } from "#server/persistence/generated/client.ts";

/**
 * The subjects of a batch as rows of a statement, numbered from zero. A batch has many figures of few places and
 * periods: each of those is sent once, and the rows name them by number.
 */
export function subjectRows(incoming: readonly IncomingObservation[]): Prisma.Sql {
  const places = new Numbered<ObservedPlace>();
  const periods = new Numbered<Period>();
  const rows = incoming.map(({ indicator, place, period }, n) => ({
    n,
    p: places.numberOf(place.id, place),
    i: indicator,
    t: periods.numberOf(period, period),
  }));
  return Prisma.sql`
    select r.n, p."jurisdictionId" as jurisdiction_id, r.i as indicator_code, p.kind as place_kind, p.id as place_id,
      t.period, t.first as period_start, t.last as period_end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(n int, p int, i text, t int)
    join jsonb_to_recordset(${JSON.stringify(places.all((place, n) => ({ n, ...placeOf(place) })))}::jsonb)
      as p(n int, kind text, id uuid, "jurisdictionId" uuid) on p.n = r.p
    join jsonb_to_recordset(${JSON.stringify(periods.all((period, n) => ({ n, ...daysOf(period) })))}::jsonb)
      as t(n int, period text, first date, last date) on t.n = r.t`;
}

/** The same as one document, for a function of the database. */
export function subjectsOf(incoming: readonly IncomingObservation[]): string {
  return JSON.stringify(
    incoming.map(({ indicator, place, period }, index) => ({
      place: index,
      jurisdiction_id: place.jurisdictionId,
      indicator_code: indicator,
      place_id: place.id,
      period,
    })),
  );
}

/** Different values in the order in which they were met. */
class Numbered<Value> {
  private readonly numbers = new Map<string, number>();
  private readonly values: Value[] = [];

  numberOf(key: string, value: Value): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.values.length);
    return this.values.push(value) - 1;
  }

  all<Row>(toRow: (value: Value, number: number) => Row): Row[] {
    return this.values.map(toRow);
  }
}

function placeOf({ kind, id, jurisdictionId }: ObservedPlace): ObservedPlace {
  return { kind, id, jurisdictionId };
}

function daysOf(period: Period): object {
  return { period, first: periodStart(period), last: periodEnd(period) };
}
