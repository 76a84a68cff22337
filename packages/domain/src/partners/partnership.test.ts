import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDateOf, todayIn } from "../shared/index.ts";
import {
  agreementInTheWay,
  agreementStanding,
  checkAgreement,
  followingStages,
  holdsRole,
  lastNoticeDay,
  partnershipStages,
  type Agreement,
} from "./partnership.ts";

const today = plainDateOf("2027-03-01");

function agreement(changes: Partial<Agreement> = {}): Agreement {
  return {
    kind: "memorandum",
    startsOn: plainDateOf("2026-01-01"),
    endsOn: null,
    noticeDays: null,
    renewalMonths: null,
    ...changes,
  };
}

function endingIn(days: number): Agreement {
  return agreement({ endsOn: addDays(today, days) });
}

describe("how an agreement stands", () => {
  test("it lapses the day after its last day", () => {
    expect(agreementStanding([endingIn(0)], today)).toEqual({
      kind: "lapsing",
      lapsesOn: today,
      daysLeft: 0,
      within: 30,
    });
    expect(agreementStanding([endingIn(-1)], today)).toEqual({
      kind: "lapsed",
      lapsedOn: addDays(today, -1),
      daysPast: 1,
    });
  });

  test("people are told at 90, 60 and 30 days", () => {
    const told = [91, 90, 61, 60, 31, 30].map((days) => agreementStanding([endingIn(days)], today));
    expect(told.map((standing) => (standing.kind === "lapsing" ? standing.within : standing.kind))).toEqual([
      "current",
      90,
      90,
      60,
      60,
      30,
    ]);
  });

  test("without a last day it is current, before its first day it is not yet", () => {
    expect(agreementStanding([agreement()], today)).toEqual({ kind: "current", lapsesOn: null });
    expect(agreementStanding([agreement({ startsOn: addDays(today, 1) })], today).kind).toBe("notYetCurrent");
    expect(agreementStanding([], today)).toEqual({ kind: "unsigned" });
  });

  test("one that is renewed in time does not lapse", () => {
    const renewal = agreement({ startsOn: addDays(today, 11), endsOn: addDays(today, 400) });
    expect(agreementStanding([renewal, endingIn(10)], today)).toEqual({
      kind: "current",
      lapsesOn: addDays(today, 400),
    });
  });

  test("one that is renewed a day too late does", () => {
    const renewal = agreement({ startsOn: addDays(today, 12), endsOn: addDays(today, 400) });
    expect(agreementStanding([renewal, endingIn(10)], today)).toMatchObject({
      kind: "lapsing",
      daysLeft: 10,
    });
  });

  test("between a lapse and a later agreement, it is not yet current again", () => {
    const renewal = agreement({ startsOn: addDays(today, 5) });
    expect(agreementStanding([renewal, endingIn(-5)], today)).toEqual({
      kind: "notYetCurrent",
      startsOn: addDays(today, 5),
    });
  });
});

describe("holding a role", () => {
  test("takes an agreed or active partnership with a current agreement", () => {
    const holding = partnershipStages.filter((stage) =>
      holdsRole({ stage, agreements: [endingIn(5)] }, today),
    );
    expect(holding).toEqual(["agreed", "active"]);
  });

  test("a paused partnership is not coverage", () => {
    expect(holdsRole({ stage: "paused", agreements: [agreement()] }, today)).toBe(false);
  });

  test("an agreement that ends tonight stops holding at midnight in the site's own time zone", () => {
    const partnership = {
      stage: "active",
      agreements: [agreement({ endsOn: plainDateOf("2027-02-28") })],
    } as const;
    const instant = new Date("2027-03-01T06:30:00Z");
    expect(holdsRole(partnership, todayIn("America/Los_Angeles", instant))).toBe(true);
    expect(holdsRole(partnership, todayIn("America/New_York", instant))).toBe(false);
  });

  test("never holds outside the days of the agreement", () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
        const startsOn = addDays(today, start);
        const signed = agreement({ startsOn, endsOn: addDays(startsOn, length) });
        const isInside = start <= 0 && start + length >= 0;
        expect(holdsRole({ stage: "active", agreements: [signed] }, today)).toBe(isInside);
      }),
    );
  });
});

test("an ended partnership stays ended, and every other can end", () => {
  expect(followingStages("ended")).toEqual([]);
  for (const stage of partnershipStages.filter((one) => one !== "ended")) {
    expect(followingStages(stage)).toContain("ended");
  }
});

describe("what can be signed", () => {
  const codes = (changes: Partial<Agreement>) =>
    checkAgreement(agreement(changes), today).map(({ code }) => code);

  test("an agreement of one day can", () => {
    expect(codes({ startsOn: today, endsOn: today, noticeDays: 0 })).toEqual([]);
  });

  test("one that ends before it starts cannot", () => {
    expect(codes({ startsOn: today, endsOn: addDays(today, -1) })).toEqual(["AGREEMENT_ENDS_BEFORE_START"]);
  });

  test("one in the year 9999 cannot", () => {
    expect(codes({ startsOn: plainDateOf("9999-01-01") })).toEqual(["AGREEMENT_DATE_TOO_FAR"]);
    expect(codes({ endsOn: plainDateOf("9999-01-01") })).toEqual(["AGREEMENT_DATE_TOO_FAR"]);
  });

  test("notice of less than no day cannot", () => {
    expect(codes({ noticeDays: -1 })).toEqual(["NOTICE_OUT_OF_RANGE"]);
  });
});

test("two agreements cannot hold on the same day", () => {
  const signed = [agreement({ endsOn: today })];
  expect(agreementInTheWay(agreement({ startsOn: today }), signed)).toBe(signed[0]);
  expect(agreementInTheWay(agreement({ startsOn: addDays(today, 1) }), signed)).toBeUndefined();
});

test("notice is due that many days before the end", () => {
  expect(lastNoticeDay(agreement({ endsOn: plainDateOf("2027-06-30"), noticeDays: 60 }))).toBe("2027-05-01");
  expect(lastNoticeDay(agreement({ noticeDays: 60 }))).toBeNull();
});
