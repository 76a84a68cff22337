import { expect, test } from "vitest";
import { plainDateOf } from "../shared/index.ts";
import { trainingGaps, trainingStandings } from "./training.ts";

const core = { trainingKey: "core-40" };
const refresher = { trainingKey: "refresher-16", validMonths: 12 };
const done = [
  { trainingKey: "refresher-16", completedOn: plainDateOf("2026-03-10") },
  { trainingKey: "refresher-16", completedOn: plainDateOf("2027-03-01") },
];

function stateOn(day: string): string | undefined {
  return trainingStandings([refresher], done, plainDateOf(day))[0]?.state;
}

test("a training never done is missing", () => {
  expect(trainingStandings([core], done, plainDateOf("2027-01-01"))[0]).toEqual({
    trainingKey: "core-40",
    state: "missing",
    completedOn: null,
    validThrough: null,
  });
});

test("a training without validity holds for good", () => {
  const once = [{ trainingKey: "core-40", completedOn: plainDateOf("2001-01-01") }];
  expect(trainingStandings([core], once, plainDateOf("2027-01-01"))[0]?.state).toBe("done");
});

test("the latest completion up to the day counts", () => {
  expect(stateOn("2026-03-09")).toBe("missing");
  expect(stateOn("2026-04-01")).toBe("done");
  expect(stateOn("2027-02-01")).toBe("expiring");
  expect(stateOn("2027-03-01")).toBe("done");
  expect(stateOn("2028-02-29")).toBe("expiring");
  expect(stateOn("2028-03-01")).toBe("expired");
});

test("gaps are what is missing or expired", () => {
  const standings = trainingStandings([core, refresher], done, plainDateOf("2028-06-01"));
  expect(trainingGaps(standings).map(({ trainingKey }) => trainingKey)).toEqual(["core-40", "refresher-16"]);
});
