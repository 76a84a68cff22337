/**
 * What three concepts or more need: findings about input, days and periods without time zones,
 * stable keys, and texts in several languages.
 */
export { hasErrors, type Finding, type FindingSeverity, type FindingValues } from "./finding.ts";
export { invariant } from "./invariant.ts";
export { isKey, keyPattern, longestKey, type Key } from "./key.ts";
export { isLanguage, languages, localize, type Language, type LocalizedText } from "./localized-text.ts";
export { keySchema, localizedTextSchema, partFields, plainDateSchema } from "./parse-shared.ts";
export {
  monthsInPeriod,
  nextPeriod,
  parsePeriod,
  periodAround,
  periodContains,
  periodEnd,
  periodKind,
  periodOf,
  periodStart,
  type Period,
  type PeriodKind,
} from "./period.ts";
export {
  addDays,
  addMonths,
  comparePlainDates,
  daysBetween,
  parsePlainDate,
  plainDateOf,
  type PlainDate,
} from "./plain-date.ts";
export { sameValue } from "./same-value.ts";
export { plainText, saysTheSame } from "./says-the-same.ts";
export { todayIn } from "./today-in.ts";
