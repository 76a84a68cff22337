import { parsePeriod, parsePlainDate } from "@frontstep/domain/shared";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** A day of the calendar: never an instant, so no time zone can move it. */
export const DateScalar = textScalar("Date", "A day without time or time zone, written YYYY-MM-DD.", (text) =>
  parsePlainDate(text),
);

/** A period: a year, a quarter or a month. */
export const PeriodScalar = textScalar(
  "Period",
  "A year, quarter or month: 2026, 2026-Q3 or 2026-07.",
  (text) => parsePeriod(text),
);

/** An instant, in universal time. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "An instant in universal time, written as in 2026-07-01T12:00:00.000Z.",
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    if (typeof value === "string") return value;
    throw new GraphQLError("Not an instant");
  },
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

/** Any JSON value: for content whose shape is documented elsewhere. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: "Any JSON value; the field that uses it says which shape it has.",
});

function textScalar(
  name: string,
  description: string,
  parse: (text: string) => unknown,
): GraphQLScalarType<string, string> {
  const parsed = (value: unknown): string => {
    if (typeof value === "string" && parse(value) !== undefined) return value;
    throw new GraphQLError(`${name} expected: ${description}`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
    parseValue: parsed,
    parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function parseInstant(value: unknown): Date {
  const instant = typeof value === "string" ? new Date(value) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime())) {
    throw new GraphQLError("DateTime expected, written as in 2026-07-01T12:00:00.000Z");
  }
  return instant;
}
