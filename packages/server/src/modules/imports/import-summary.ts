import type { RowReading } from "@frontstep/domain/imports";
import type { Finding, FindingSeverity } from "@frontstep/domain/shared";

/** What a dry run or an import counted. */
export interface ImportSummary {
  /** Rows below the header. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly leftAlone: number;
  /** Figures and rows that cannot come in. */
  readonly refused: number;
  /** Cells that should hold a figure and are blank. */
  readonly missing: number;
  readonly textRows: number;
  readonly leftOut: number;
  /** Figures that the file states more than once in the same words. */
  readonly repeated: number;
  readonly findingCounts: readonly FindingCount[];
  /** The first of what is added, to look at. */
  readonly examples: readonly AddedExample[];
  /** Whether the file could not be read to its end. */
  readonly isBroken: boolean;
}

/** How often something was found. */
export interface FindingCount {
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly count: number;
}

/** Something that is added, in words. */
export interface AddedExample {
  readonly row: number;
  readonly place: string;
  readonly subject: string;
  readonly value: string;
}

/** A finding with the number of its row, to sort by. */
export interface RowFinding extends Finding {
  readonly row: number | null;
}

/** At most so many findings are kept to be read; all are counted. */
const keptFindings = 5_000;
const keptExamples = 50;

type Count = "added" | "changed" | "leftAlone" | "repeated";

/** Counts what a run comes to, and keeps what there is to say about it. */
export class SummaryTally {
  readonly findings: RowFinding[] = [];
  private readonly counts = {
    rows: 0,
    added: 0,
    changed: 0,
    leftAlone: 0,
    repeated: 0,
    missing: 0,
    textRows: 0,
    leftOut: 0,
  };
  private readonly findingCounts = new Map<string, FindingCount>();
  private readonly examples: AddedExample[] = [];
  private isBroken = false;

  countRow(number: number, reading: RowReading<unknown>): void {
    if (reading.skipped !== "blank") this.counts.rows += 1;
    if (reading.skipped === "text") this.counts.textRows += 1;
    if (reading.skipped === "leftOutByMapping") this.counts.leftOut += 1;
    this.counts.missing += reading.missing;
    for (const finding of reading.findings) this.find(number, finding);
  }

  count(what: Count): void {
    this.counts[what] += 1;
  }

  /** Keeps the first of what is added; the example is made only when it is wanted. */
  exemplify(make: () => AddedExample): void {
    if (this.examples.length < keptExamples) this.examples.push(make());
  }

  find(row: number | null, finding: Finding): void {
    const key = `${finding.severity} ${finding.code}`;
    const { code, severity } = finding;
    this.findingCounts.set(key, { code, severity, count: (this.findingCounts.get(key)?.count ?? 0) + 1 });
    if (this.findings.length < keptFindings) this.findings.push({ ...finding, row });
  }

  breakOff(finding: Finding): void {
    this.isBroken = true;
    this.find(null, finding);
  }

  summary(): ImportSummary {
    const findingCounts = [...this.findingCounts.values()].sort((left, right) => right.count - left.count);
    const refused = findingCounts
      .filter(({ severity }) => severity === "error")
      .reduce((sum, { count }) => sum + count, 0);
    return { ...this.counts, refused, findingCounts, examples: this.examples, isBroken: this.isBroken };
  }
}
