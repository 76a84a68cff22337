import { describe, expect, test } from "vitest";
import { plainDateOf } from "../shared/index.ts";
import { agreementReminders, reminderDays, reminderTitle, slotReminders } from "./index.ts";

const day = plainDateOf;
const at = { siteId: "site", siteName: "Harbor Homes", today: day("2027-03-01") };

const slot = {
  ...at,
  assignmentId: "a1",
  slotTitle: "Officer 2",
  commitmentEndsOn: day("2027-06-30"),
  trainings: [
    { trainingKey: "first-aid", name: "First aid", validThrough: day("2027-04-30") },
    { trainingKey: "listening", name: "Listening", validThrough: null },
  ],
};

describe("what comes of a slot that is held", () => {
  test("is the end of the commitment, told 180, 90 and 30 days before", () => {
    const [commitment] = slotReminders(slot);
    expect(commitment && reminderDays(commitment).map((one) => [one.day, one.daysBefore])).toEqual([
      ["2027-01-01", 180],
      ["2027-04-01", 90],
      ["2027-05-31", 30],
      ["2027-06-30", 0],
    ]);
  });

  test("is each training that expires, and none that holds for good", () => {
    const trainings = slotReminders(slot).filter(({ kind }) => kind === "trainingExpires");
    expect(trainings.map(({ key, day: on, subject }) => [key, on, subject])).toEqual([
      ["training.a1.first-aid", "2027-04-30", "First aid, Officer 2"],
    ]);
  });

  test("is nothing of a commitment whose holder's last day is set", () => {
    expect(slotReminders({ ...slot, commitmentEndsOn: null, trainings: [] })).toEqual([]);
  });
});

describe("what comes of a partnership", () => {
  const signed = (
    agreements: readonly { startsOn: string; endsOn: string | null; noticeDays: number | null }[],
  ) =>
    agreementReminders({
      jurisdictionId: "j",
      partnershipId: "p",
      organizationName: "Neighbors Together",
      siteName: at.siteName,
      today: at.today,
      agreements: agreements.map(({ startsOn, endsOn, noticeDays }) => ({
        kind: "memorandum" as const,
        startsOn: day(startsOn),
        endsOn: endsOn === null ? null : day(endsOn),
        noticeDays,
        renewalMonths: null,
      })),
    }).map(({ kind, day: on }) => [kind, on]);

  test("is the lapse and the last day of notice", () => {
    expect(signed([{ startsOn: "2026-01-01", endsOn: "2027-12-31", noticeDays: 60 }])).toEqual([
      ["agreementLapses", "2027-12-31"],
      ["noticeEnds", "2027-11-01"],
    ]);
  });

  test("is the lapse of the renewal when it was renewed without a day between", () => {
    expect(
      signed([
        { startsOn: "2026-01-01", endsOn: "2027-03-31", noticeDays: 60 },
        { startsOn: "2027-04-01", endsOn: "2028-03-31", noticeDays: null },
      ]),
    ).toEqual([["agreementLapses", "2028-03-31"]]);
  });

  test("is the day since which it has lapsed", () => {
    expect(signed([{ startsOn: "2025-01-01", endsOn: "2027-02-28", noticeDays: null }])).toEqual([
      ["agreementLapses", "2027-02-28"],
    ]);
  });

  test("is nothing without an end, a signature, or a first day that has come", () => {
    expect(signed([])).toEqual([]);
    expect(signed([{ startsOn: "2026-01-01", endsOn: null, noticeDays: 30 }])).toEqual([]);
    expect(signed([{ startsOn: "2027-04-01", endsOn: "2028-03-31", noticeDays: 30 }])).toEqual([]);
  });
});

describe("a line about a day", () => {
  const [commitment] = slotReminders(slot);
  const days = commitment ? reminderDays(commitment) : [];

  test("names the slot and the site, and how far ahead the day is", () => {
    expect(days.map((one) => reminderTitle(one, "en"))).toEqual([
      "In 180 days: Commitment ends: Officer 2, Harbor Homes",
      "In 90 days: Commitment ends: Officer 2, Harbor Homes",
      "In 30 days: Commitment ends: Officer 2, Harbor Homes",
      "Commitment ends: Officer 2, Harbor Homes",
    ]);
  });

  test("is written in the reader's language", () => {
    expect(days.slice(2).map((one) => reminderTitle(one, "es"))).toEqual([
      "En 30 días: Termina el compromiso: Officer 2, Harbor Homes",
      "Termina el compromiso: Officer 2, Harbor Homes",
    ]);
  });
});
