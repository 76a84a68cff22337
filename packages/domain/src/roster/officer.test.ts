import { expect, test } from "vitest";
import { addDays, plainDateOf } from "../shared/index.ts";
import { checkOfficer, checkTrainingDay, type OfficerProfile } from "./officer.ts";

const today = plainDateOf("2026-11-22");

function codes(changes: Partial<OfficerProfile>): string[] {
  return checkOfficer({ name: "Ana Núñez", rank: "Police Officer III", languages: ["es"], ...changes }).map(
    ({ code }) => code,
  );
}

test("names of every script are names", () => {
  const names = ["Nguyễn Thị Minh Khai", "Łukasz O’Brien-Żółć", "山田太郎", "Σωκράτης", "محمد"];
  expect(names.flatMap((name) => codes({ name }))).toEqual([]);
});

test("a name and a rank are needed, each on one line", () => {
  expect(codes({ name: " ", rank: "" })).toEqual(["OFFICER_NAME_MISSING", "OFFICER_RANK_MISSING"]);
  expect(codes({ name: "Ana\nNúñez" })).toEqual(["OFFICER_NAME_NOT_ONE_LINE"]);
  expect(codes({ rank: "x".repeat(101) })).toEqual(["OFFICER_RANK_TOO_LONG"]);
});

test("languages are codes, so that nothing else is written there", () => {
  expect(codes({ languages: ["speaks to everyone rudely"] })).toEqual(["OFFICER_LANGUAGE_UNKNOWN"]);
  expect(codes({ languages: Array<string>(21).fill("en") })).toEqual(["OFFICER_LANGUAGES_TOO_MANY"]);
});

test("a training is done today or earlier", () => {
  expect(checkTrainingDay(today, today)).toEqual([]);
  expect(checkTrainingDay(addDays(today, 1), today)[0]?.code).toBe("TRAINING_IN_FUTURE");
  expect(checkTrainingDay(plainDateOf("1066-10-14"), today)[0]?.code).toBe("TRAINING_TOO_LONG_AGO");
});
