import { expect, it } from "vitest";

import { statementNames } from "./statement-names.ts";

it("names a statement once it has come three times, and always alike from then on", () => {
  const nameOf = statementNames();
  const names = Array.from({ length: 5 }, () => nameOf({ sql: "select 1" }));
  expect(names).toEqual(["", "", "frontstep_0", "frontstep_0", "frontstep_0"]);
});

it("gives different statements different names, and no more than are kept", () => {
  const nameOf = statementNames();
  const names = Array.from({ length: 500 }, (_, index) => {
    const sql = `select ${String(index)}`;
    return [nameOf({ sql }), nameOf({ sql }), nameOf({ sql })].at(-1);
  });
  const given = names.filter((name) => name !== "");
  expect(given).toHaveLength(400);
  expect(new Set(given).size).toBe(400);
});
