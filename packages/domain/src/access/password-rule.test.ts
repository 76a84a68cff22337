import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./index.ts";

describe("isCommonPassword", () => {
  it.each([
    "password1234",
    "PassWord2026!",
    "Password123456",
    "aaaaaaaaaaaa",
    "123456789012",
    "qwertyuiop12",
    "abcabcabcabc",
    "welcome!!!!!!",
    "p@ssword2026",
    "frontstep2026",
  ])("refuses %s", (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each(["correct horse battery", "mi perro corre mucho", "Tuesday-lantern-9", "police lantern river"])(
    "accepts %s",
    (password) => {
      expect(isCommonPassword(password)).toBe(false);
    },
  );
});
