import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseConfig, VARIABLE_NAMES } from "./config.ts";
import { rootFolder } from "./root-folder.ts";

const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://owner:secret@db.example.org:5432/frontstep",
  FRONTSTEP_ORIGIN: "https://frontstep.example.org",
  FRONTSTEP_SECRET: "0123456789abcdef0123456789abcdef",
  SMTP_URL: "smtps://name:password@mail.example.org",
  MAIL_FROM: "Frontstep <frontstep@example.org>",
};

describe("on a maker's machine", () => {
  test("nothing needs to be said: a database of our own, the sample state, this machine only", () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      isProduction: false,
      host: "127.0.0.1",
      port: 4000,
      database: { kind: "embedded" },
      hasSampleState: true,
    });
  });

  test("the sample state can be left out", () => {
    expect(parseConfig({ FRONTSTEP_SAMPLE: "off" }).hasSampleState).toBe(false);
  });

  test("a variable that is set to nothing is not set", () => {
    expect(parseConfig({ FRONTSTEP_PORT: "", DATABASE_URL: "" }).port).toBe(4000);
  });
});

describe("in production", () => {
  test("everything that is missing is named at once", () => {
    const refused = () => parseConfig({ NODE_ENV: "production" });
    for (const name of ["DATABASE_URL", "FRONTSTEP_ORIGIN", "FRONTSTEP_SECRET", "SMTP_URL", "MAIL_FROM"]) {
      expect(refused).toThrow(new RegExp(`${name} is missing`));
    }
  });

  test("complete settings are taken, and there is no sample state", () => {
    expect(parseConfig(production)).toMatchObject({
      origin: "https://frontstep.example.org",
      hasSampleState: false,
      logLevel: "info",
    });
  });

  test("sample accounts are refused", () => {
    expect(() => parseConfig({ ...production, FRONTSTEP_SAMPLE: "on" })).toThrow(
      /FRONTSTEP_SAMPLE cannot be on/,
    );
  });

  test("an address without encryption is refused", () => {
    expect(() => parseConfig({ ...production, FRONTSTEP_ORIGIN: "http://frontstep.example.org" })).toThrow(
      /https/,
    );
  });
});

test.each([
  ["FRONTSTEP_PORT", "eighty", "must be a port"],
  ["FRONTSTEP_PORT", "70000", "must be a port"],
  ["FRONTSTEP_SECRET", "short", "at least 32 characters"],
  ["DATABASE_URL", "mysql://elsewhere", "PostgreSQL"],
  ["FRONTSTEP_ORIGIN", "https://example.org/frontstep", "without a path"],
  ["FRONTSTEP_TRUSTED_PROXIES", "everyone", "addresses or ranges"],
  ["FRONTSTEP_LOG_LEVEL", "loud", "must be one of"],
])("%s as %s is refused and named", (name, value, reason) => {
  expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`${name} .*${reason}`));
});

test(".env.example names every variable that is read, and no other", () => {
  const example = readFileSync(join(rootFolder(), ".env.example"), "utf8");
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.sort()).toEqual([...VARIABLE_NAMES].sort());
});
