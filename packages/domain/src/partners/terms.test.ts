import { describe, expect, test } from "vitest";
import { addDays, plainDateOf } from "../shared/index.ts";
import {
  type Certificate,
  certificateStanding,
  checkCertificate,
  checkStageDay,
  newestCertificates,
  type StageSince,
} from "./terms.ts";

const today = plainDateOf("2027-03-01");

describe("the day of a stage", () => {
  const stages: StageSince[] = [
    { stage: "active", since: plainDateOf("2026-09-01") },
    { stage: "agreed", since: plainDateOf("2026-05-01") },
  ];
  const codes = (since: string) => checkStageDay(stages, plainDateOf(since), today).map(({ code }) => code);

  test("lies between the last stage and today, both included", () => {
    expect(codes("2026-09-01")).toEqual([]);
    expect(codes("2027-03-01")).toEqual([]);
    expect(codes("2026-08-31")).toEqual(["STAGE_BEFORE_LAST"]);
    expect(codes("2027-03-02")).toEqual(["STAGE_AHEAD"]);
  });

  test("of the first stage may lie up to 50 years back", () => {
    const first = (since: string) => checkStageDay([], plainDateOf(since), today).map(({ code }) => code);
    expect(first("1977-03-01")).toEqual([]);
    expect(first("1977-02-28")).toEqual(["STAGE_TOO_LONG_AGO"]);
  });
});

describe("a paper", () => {
  test("holds on its last day and has expired on the next", () => {
    expect(certificateStanding(today, today)).toEqual({ kind: "expiring", daysLeft: 0, within: 30 });
    expect(certificateStanding(today, addDays(today, 1))).toEqual({ kind: "expired", daysPast: 1 });
  });

  test("is told of 90, 60 and 30 days before it runs out", () => {
    const at = (days: number) => certificateStanding(addDays(today, days), today);
    expect(at(91)).toEqual({ kind: "valid" });
    expect([90, 60, 30].map(at)).toMatchObject([{ within: 90 }, { within: 60 }, { within: 30 }]);
  });

  test("is the one of its kind that holds longest, whatever was recorded last", () => {
    const of = (kind: Certificate["kind"], day: string): Certificate => ({
      kind,
      validThrough: plainDateOf(day),
    });
    const all = [
      of("insurance", "2027-12-31"),
      of("backgroundChecks", "2026-01-01"),
      of("insurance", "2026-12-31"),
    ];
    expect(newestCertificates(all)).toEqual([all[0], all[1]]);
    expect(newestCertificates([])).toEqual([]);
  });

  test("of another century is refused", () => {
    const codes = (day: string) =>
      checkCertificate({ kind: "insurance", validThrough: plainDateOf(day) }, today).map(({ code }) => code);
    expect(codes("2077-03-01")).toEqual([]);
    expect(codes("2077-03-02")).toEqual(["CERTIFICATE_DATE_TOO_FAR"]);
    expect(codes("1899-12-31")).toEqual(["CERTIFICATE_DATE_TOO_FAR"]);
  });
});
