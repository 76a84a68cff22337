import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { CannotStart } from "./cannot-start.ts";
import { rootFolder } from "./root-folder.ts";

/** Where the database is: our own, on this machine, or a server that the operator keeps. */
export type DatabaseConfig =
  | { readonly kind: "embedded"; readonly port: number | undefined }
  | { readonly kind: "own"; readonly url: string };

/** All that an operator may say about a server. */
export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  /** Where people find this server; undefined in development: wherever it listens. */
  readonly origin: string | undefined;
  readonly database: DatabaseConfig;
  /** What cookies and passwords of database roles are made from; undefined: kept in the data folder. */
  readonly secret: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly dataFolder: string;
  readonly hasSampleState: boolean;
  readonly logLevel: LogLevel;
  /** Whose word is taken for a visitor's address. */
  readonly trustedProxies: readonly string[];
  /** What a collector shows to read /metrics; undefined: only this machine may. */
  readonly metricsToken: string | undefined;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const portNumber = z.string().refine(isPort, "must be a port, from 1 to 65535").transform(Number);

/** The names of all variables, each with the sentence that says what it must be. */
const variables = z.object({
  NODE_ENV: z.string().optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        "must be the address of a PostgreSQL database, as in postgresql://owner:password@host:5432/frontstep",
    })
    .optional(),
  FRONTSTEP_ORIGIN: z
    .url({
      protocol: /^https?$/,
      error: "must be the address that people open, as in https://frontstep.example.org",
    })
    .refine((address) => new URL(address).pathname === "/", "must be an address without a path")
    .optional(),
  FRONTSTEP_SECRET: z
    .string()
    .min(32, "must be at least 32 characters; make one with: openssl rand -base64 48")
    .optional(),
  FRONTSTEP_HOST: z
    .string()
    .refine(isHost, "must be an address of this machine, as in 127.0.0.1 or 0.0.0.0")
    .default("127.0.0.1"),
  FRONTSTEP_PORT: portNumber.prefault("4000"),
  FRONTSTEP_DATA: z.string().default(".data"),
  FRONTSTEP_DATABASE_PORT: portNumber.optional(),
  FRONTSTEP_SAMPLE: z.enum(["on", "off"], { error: "must be on or off" }).optional(),
  FRONTSTEP_LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).optional(),
  FRONTSTEP_TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(",").map((entry) => entry.trim()))
    .refine(
      (list) => list.every(isAddressRange),
      "must be addresses or ranges with commas between, as in 10.0.0.4, 10.1.0.0/16",
    )
    .optional(),
  FRONTSTEP_METRICS_TOKEN: z.string().min(16, "must be at least 16 characters").optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "must be the address of a mail server, as in smtps://name:password@mail.example.org",
    })
    .optional(),
  MAIL_FROM: z.string().regex(/@/, "must be a sender, as in Frontstep <frontstep@example.org>").optional(),
});

export const VARIABLE_NAMES = Object.keys(variables.shape);

type Variables = z.output<typeof variables>;

/** Reads the environment, and `.env` where there is one; all that is wrong is said at once. */
export function readConfig(): Config {
  const file = join(rootFolder(), ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return parseConfig(process.env);
}

/** What an environment says; refused with a list of all that is missing or wrong. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw refusal(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  const values = parsed.data;
  const isProduction = values.NODE_ENV === "production";
  const faults = isProduction ? productionFaults(values) : [];
  if (faults.length > 0) throw refusal(faults);
  return configOf(values, isProduction);
}

function configOf(values: Variables, isProduction: boolean): Config {
  return {
    isProduction,
    host: values.FRONTSTEP_HOST,
    port: values.FRONTSTEP_PORT,
    origin: values.FRONTSTEP_ORIGIN === undefined ? undefined : new URL(values.FRONTSTEP_ORIGIN).origin,
    database:
      values.DATABASE_URL === undefined
        ? { kind: "embedded", port: values.FRONTSTEP_DATABASE_PORT }
        : { kind: "own", url: values.DATABASE_URL },
    secret: values.FRONTSTEP_SECRET,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? "Frontstep <frontstep@localhost>",
    dataFolder: resolve(rootFolder(), values.FRONTSTEP_DATA),
    hasSampleState: !isProduction && values.FRONTSTEP_SAMPLE !== "off",
    logLevel: values.FRONTSTEP_LOG_LEVEL ?? (isProduction ? "info" : "warn"),
    trustedProxies: values.FRONTSTEP_TRUSTED_PROXIES ?? [],
    metricsToken: values.FRONTSTEP_METRICS_TOKEN,
  };
}

const REQUIRED_IN_PRODUCTION = {
  DATABASE_URL: "the PostgreSQL database to use",
  FRONTSTEP_ORIGIN: "the address that people open",
  FRONTSTEP_SECRET: "a secret of at least 32 characters",
  SMTP_URL: "the mail server, for invitations and new passwords",
  MAIL_FROM: "the sender of those letters",
} as const;

function productionFaults(values: Variables): string[] {
  const missing = Object.entries(REQUIRED_IN_PRODUCTION)
    .filter(([name]) => values[name as keyof Variables] === undefined)
    .map(([name, meaning]) => `${name} is missing: ${meaning}.`);
  const isPlain = values.FRONTSTEP_ORIGIN?.startsWith("http:") === true;
  const insecure = isPlain ? ["FRONTSTEP_ORIGIN must begin with https: sign-ins are sent to it."] : [];
  const sample =
    values.FRONTSTEP_SAMPLE === "on"
      ? ["FRONTSTEP_SAMPLE cannot be on: sample accounts have passwords that everyone knows."]
      : [];
  return [...missing, ...insecure, ...sample];
}

function refusal(faults: readonly string[]): CannotStart {
  const list = faults.map((fault) => `  - ${fault}`).join("\n");
  return new CannotStart(
    `Frontstep cannot start with these settings (docs/operations.md explains each):\n${list}`,
  );
}

function isPort(text: string): boolean {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= 65_535;
}

function isHost(text: string): boolean {
  return text === "localhost" || isIP(text) !== 0;
}

function isAddressRange(text: string): boolean {
  const [address = "", bits] = text.split("/");
  return isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}
