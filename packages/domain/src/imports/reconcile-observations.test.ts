import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observationKey, type ObservedFigure } from "../outcomes/index.ts";
import { periodOf } from "../shared/index.ts";
import {
  reconcileObservations,
  type CurrentFigure,
  type IncomingObservation,
  type Reconciled,
} from "./reconcile-observations.ts";
import { RepeatedSubjects } from "./repeated-subjects.ts";

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const incomingArbitrary: fc.Arbitrary<Omit<IncomingObservation, "row">> = fc.record({
  indicator: fc.constantFrom("CR-VIOL", "CR-HOM"),
  period: fc.constantFrom("2024", "2025").map(periodOf),
  place: fc.constantFrom("a", "b").map((id) => ({ kind: "jurisdiction" as const, id, jurisdictionId: id })),
  figure: fc.record({
    value: fc.integer({ min: 0, max: 3 }),
    denominator: optional(fc.integer({ min: 10, max: 12 })),
    monthsCovered: optional(fc.integer({ min: 10, max: 12 })),
  }),
});

const fileArbitrary = fc
  .array(incomingArbitrary, { maxLength: 8 })
  .map((rows) => rows.map((row, index) => ({ ...row, row: index + 2 })));

type Figures = ReadonlyMap<string, CurrentFigure>;

/** What a file may change: neither what it repeats nor what it contradicts. */
function countingRows(file: readonly IncomingObservation[]): IncomingObservation[] {
  const repeated = new RepeatedSubjects();
  for (const row of file) repeated.note(row);
  return file.filter((row) => repeated.judge(row).kind === "counts");
}

function take(
  figures: Figures,
  file: readonly IncomingObservation[],
): { after: Figures; reconciled: readonly Reconciled[] } {
  const reconciled = reconcileObservations(countingRows(file), figures);
  const after = new Map(figures);
  for (const row of reconciled) {
    if (row.kind !== "leftAlone")
      after.set(observationKey(row.incoming), { figure: row.figure, revision: row.revision });
  }
  return { after, reconciled };
}

const stated = (figures: Figures): [string, ObservedFigure][] =>
  [...figures]
    .map(([key, { figure }]): [string, ObservedFigure] => [key, figure])
    .sort(([left], [right]) => left.localeCompare(right));

describe("reconciling a file with the figures that hold", () => {
  it("leaves everything alone when the same file comes a second time", () => {
    fc.assert(
      fc.property(fileArbitrary, fileArbitrary, (earlier, file) => {
        const once = take(take(new Map(), earlier).after, file);
        const twice = take(once.after, file);
        expect(twice.reconciled.every(({ kind }) => kind === "leftAlone")).toBe(true);
        expect(twice.after).toEqual(once.after);
      }),
    );
  });

  it("comes to the same figures whatever the order of the rows", () => {
    fc.assert(
      fc.property(
        fileArbitrary.chain((file) =>
          fc.tuple(fc.constant(file), fc.shuffledSubarray(file, { minLength: file.length })),
        ),
        fileArbitrary,
        ([file, shuffled], earlier) => {
          const before = take(new Map(), earlier).after;
          expect(stated(take(before, shuffled).after)).toEqual(stated(take(before, file).after));
        },
      ),
    );
  });

  it("never erases by a blank: what the later figure leaves out stays", () => {
    const subject = {
      indicator: "CR-VIOL",
      period: periodOf("2025"),
      place: { kind: "site" as const, id: "s", jurisdictionId: "j" },
    };
    const current = new Map([
      [observationKey(subject), { figure: { value: 5, denominator: 100, source: "RMS" }, revision: 3 }],
    ]);
    const [changed] = reconcileObservations([{ ...subject, row: 2, figure: { value: 6 } }], current);
    expect(changed).toMatchObject({
      kind: "changed",
      revision: 4,
      figure: { value: 6, denominator: 100, source: "RMS" },
    });
  });

  it("refuses every row of a contradiction, and names the rows", () => {
    const subject = {
      indicator: "CR-VIOL",
      period: periodOf("2025"),
      place: { kind: "site" as const, id: "s", jurisdictionId: "j" },
    };
    const file = [5, 6, 5].map((number, index) => ({
      ...subject,
      row: index + 2,
      figure: { value: number },
    }));
    const repeated = new RepeatedSubjects();
    for (const row of file) repeated.note(row);
    expect(file.map((row) => repeated.judge(row).kind)).toEqual([
      "contradicted",
      "contradicted",
      "contradicted",
    ]);
  });
});
