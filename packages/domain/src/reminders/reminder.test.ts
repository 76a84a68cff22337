import { describe, expect, test } from "vitest";
import { plainDateOf } from "../shared/index.ts";
import {
  agreementReminders,
  digestMonday,
  digestOf,
  isLate,
  itemReminder,
  reminderDays,
  reminderTitle,
  slotReminders,
  type Reminder,
} from "./index.ts";

const day = plainDateOf;
const at = { siteId: "site", siteName: "Harbor Homes", today: day("2027-03-01") };

function item(dueOn: string, today = "2027-03-01"): Reminder {
  return itemReminder({ ...at, today: day(today), itemKey: "lease", title: "Sign the lease", dueOn: day(dueOn) });
}

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
  const signed = (agreements: readonly { startsOn: string; endsOn: string | null; noticeDays: number | null }[]) =>
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

describe("a weekly letter", () => {
  test("says what is late and what comes today and in the 13 days after it", () => {
    const reminders = ["2027-02-28", "2027-03-01", "2027-03-14", "2027-03-15"].map((dueOn) => item(dueOn));
    const { late, coming } = digestOf(reminders);
    expect(late.map((one) => one.day)).toEqual(["2027-02-28"]);
    expect(coming.map((one) => one.day)).toEqual(["2027-03-01", "2027-03-14"]);
  });

  test("says that a commitment ends in 90 days when that day comes", () => {
    const [commitment] = slotReminders({ ...slot, today: day("2027-03-29"), trainings: [] });
    const { late, coming } = digestOf(commitment ? [commitment] : []);
    expect(late).toEqual([]);
    expect(coming.map((one) => [one.day, one.daysBefore])).toEqual([["2027-04-01", 90]]);
  });

  test("does not call a day of notice late that has passed", () => {
    expect(isLate({ ...item("2027-02-01"), kind: "noticeEnds" })).toBe(false);
    expect(isLate(item("2027-02-28"))).toBe(true);
    expect(isLate(item("2027-03-01"))).toBe(false);
  });

  test.each([
    ["America/Chicago", "2027-03-01T12:59:59Z", null],
    ["America/Chicago", "2027-03-01T13:00:00Z", "2027-03-01"],
    ["America/Chicago", "2027-03-03T12:59:59Z", "2027-03-01"],
    ["America/Chicago", "2027-03-03T13:00:00Z", null],
    ["America/Chicago", "2027-03-07T23:00:00Z", null],
    // The clocks went forward on Sunday, 14 March 2027: 7 in the morning is an hour earlier.
    ["America/Chicago", "2027-03-15T11:59:59Z", null],
    ["America/Chicago", "2027-03-15T12:00:00Z", "2027-03-15"],
    // Where it is Monday already while it is Sunday in Greenwich.
    ["Pacific/Guam", "2027-02-28T21:00:00Z", "2027-03-01"],
  ])("in %s is due at %s for the Monday %s", (timeZone, instant, monday) => {
    expect(digestMonday(timeZone, new Date(instant))).toBe(monday);
  });
});
