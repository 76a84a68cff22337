import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, periodEnd, periodOf, plainDateOf } from "../shared/index.ts";
import {
  checkDelivery,
  deliveryByPeriod,
  type DeliveryReport,
  type DeliveryStatus,
  isOwed,
  isRecentDelivery,
} from "./delivery.ts";
import { checkPledge, periodsOver, type Pledge } from "./pledge.ts";

const today = plainDateOf("2027-03-01");

function pledge(changes: Partial<Pledge> = {}): Pledge {
  return {
    title: "Evening workshops for parents",
    unit: "workshops",
    amountPerPeriod: 12,
    periodKind: "month",
    startsOn: plainDateOf("2026-11-01"),
    endsOn: null,
    ...changes,
  };
}

function report(
  period: string,
  status: DeliveryStatus,
  changes: Partial<DeliveryReport> = {},
): DeliveryReport {
  return { period: periodOf(period), reportNumber: 1, amount: 10, status, ...changes };
}

describe("the periods of a pledge", () => {
  test("are whole ones that are over", () => {
    expect(periodsOver(pledge(), today)).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(periodsOver(pledge(), plainDateOf("2027-02-28"))).toEqual(["2026-11", "2026-12", "2027-01"]);
  });

  test("leave out one that began before the first day and one that ends after the last", () => {
    const quarterly = pledge({
      periodKind: "quarter",
      startsOn: plainDateOf("2026-02-01"),
      endsOn: plainDateOf("2026-12-30"),
    });
    expect(periodsOver(quarterly, today)).toEqual(["2026-Q2", "2026-Q3"]);
  });

  test("of a year across a leap day end on its last day", () => {
    const yearly = pledge({ periodKind: "year", startsOn: plainDateOf("2024-01-01") });
    expect(periodsOver(yearly, plainDateOf("2024-12-31"))).toEqual([]);
    expect(periodsOver(yearly, plainDateOf("2025-01-01"))).toEqual(["2024"]);
  });

  test("are none before the first is over, and at most sixty", () => {
    expect(periodsOver(pledge({ startsOn: addDays(today, 40) }), today)).toEqual([]);
    const long = periodsOver(pledge({ startsOn: plainDateOf("2008-01-01") }), today);
    expect([long.length, long.at(-1)]).toEqual([60, "2027-02"]);
  });
});

describe("what came of a period", () => {
  test("is missing, not zero, once the report is more than 30 days late", () => {
    const on = (day: string) => deliveryByPeriod(pledge(), [], plainDateOf(day))[0];
    expect(on("2026-12-30")).toMatchObject({ period: "2026-11", standing: "due", delivered: null });
    expect(on("2026-12-31")).toMatchObject({ period: "2026-11", standing: "missing", delivered: null });
  });

  test("a zero that is reported and confirmed is zero", () => {
    const [newest] = deliveryByPeriod(pledge(), [report("2027-02", "confirmed", { amount: 0 })], today);
    expect(newest).toMatchObject({ standing: "confirmed", delivered: 0 });
  });

  test("is what was confirmed until a later report is confirmed", () => {
    const first = report("2027-02", "confirmed");
    const second = report("2027-02", "reported", { reportNumber: 2, amount: 14 });
    const [waiting] = deliveryByPeriod(pledge(), [first, second], today);
    expect(waiting).toMatchObject({ standing: "waiting", delivered: 10, reports: [second, first] });
    const [returned] = deliveryByPeriod(pledge(), [first, { ...second, status: "returned" }], today);
    expect(returned).toMatchObject({ standing: "returned", delivered: 10 });
    const [confirmed] = deliveryByPeriod(pledge(), [first, { ...second, status: "confirmed" }], today);
    expect(confirmed).toMatchObject({ standing: "confirmed", delivered: 14 });
  });

  test("is owed while nothing came or it was returned", () => {
    const reports = [
      report("2027-02", "reported"),
      report("2027-01", "returned"),
      report("2026-12", "confirmed"),
    ];
    const owed = deliveryByPeriod(pledge(), reports, today).filter(isOwed);
    expect(owed.map(({ period, standing }) => [period, standing])).toEqual([
      ["2027-01", "returned"],
      ["2026-11", "missing"],
    ]);
  });
});

describe("a report", () => {
  const codes = (period: string, amount: number, reports: readonly DeliveryReport[] = []) =>
    checkDelivery({ ...pledge(), reports }, { period: periodOf(period), amount }, today).map(
      ({ code }) => code,
    );

  test("comes at most twenty times of a period", () => {
    const often = (times: number) =>
      Array.from({ length: times }, (_, index) => report("2027-02", "returned", { reportNumber: index + 1 }));
    expect(codes("2027-02", 1, often(19))).toEqual([]);
    expect(codes("2027-02", 1, often(20))).toEqual(["DELIVERY_REPORTED_OFTEN"]);
    expect(codes("2027-01", 1, often(20))).toEqual([]);
  });

  test("is of a period of the pledge that is over, in whole units, zero included", () => {
    expect(codes("2027-02", 0)).toEqual([]);
    expect(codes("2027-03", 1)).toEqual(["DELIVERY_PERIOD"]);
    expect(codes("2026-10", 1)).toEqual(["DELIVERY_PERIOD"]);
    expect(codes("2026-Q4", 1)).toEqual(["DELIVERY_PERIOD"]);
    expect(codes("2027-02", -1)).toEqual(["DELIVERY_AMOUNT"]);
    expect(codes("2027-02", 1.5)).toEqual(["DELIVERY_AMOUNT"]);
  });
});

describe("a pledge", () => {
  const codes = (changes: Partial<Pledge>) => checkPledge(pledge(changes), today).map(({ code }) => code);

  test("needs words, a whole amount above zero, and a whole period between its days", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ title: "  ", unit: "x".repeat(51), amountPerPeriod: 0 })).toEqual([
      "PLEDGE_TITLE",
      "PLEDGE_UNIT",
      "PLEDGE_AMOUNT",
    ]);
    expect(codes({ startsOn: plainDateOf("2027-01-02"), endsOn: plainDateOf("2027-02-27") })).toEqual([
      "PLEDGE_WITHOUT_PERIOD",
    ]);
    expect(codes({ startsOn: plainDateOf("2027-05-01"), endsOn: plainDateOf("2027-01-01") })).toEqual([
      "PLEDGE_WITHOUT_PERIOD",
    ]);
    expect(codes({ startsOn: plainDateOf("1999-01-01") })).toEqual(["PLEDGE_DATE_TOO_FAR"]);
    expect(codes({ endsOn: plainDateOf("2999-01-01") })).toEqual(["PLEDGE_DATE_TOO_FAR"]);
  });
});

describe("a delivery is recent", () => {
  test("until the next report is overdue", () => {
    const december = periodOf("2026-12");
    expect(isRecentDelivery("month", december, plainDateOf("2027-03-02"))).toBe(true);
    expect(isRecentDelivery("month", december, plainDateOf("2027-03-03"))).toBe(false);
    expect(isRecentDelivery("month", null, today)).toBe(false);
  });

  test("of quarters and years by their own ends", () => {
    expect(isRecentDelivery("quarter", periodOf("2026-Q3"), plainDateOf("2027-01-30"))).toBe(true);
    expect(isRecentDelivery("quarter", periodOf("2026-Q3"), plainDateOf("2027-01-31"))).toBe(false);
    expect(isRecentDelivery("year", periodOf("2025"), plainDateOf("2027-01-30"))).toBe(true);
    expect(isRecentDelivery("year", periodOf("2025"), plainDateOf("2027-01-31"))).toBe(false);
  });

  test("exactly as long as no later period of the pledge is missing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 40 }), (days, back) => {
        const day = addDays(plainDateOf("2026-01-01"), days);
        const long = pledge({ startsOn: plainDateOf("2020-01-01") });
        const over = periodsOver(long, day);
        const last = over[over.length - 1 - back] ?? periodOf("2000-01");
        const missing = deliveryByPeriod(long, [], day).filter(({ standing }) => standing === "missing");
        const isLate = missing.some(({ period }) => periodEnd(period) > periodEnd(last));
        expect(isRecentDelivery("month", last, day)).toBe(!isLate);
      }),
    );
  });
});
