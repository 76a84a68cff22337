import { addMonths, type Finding, type PlainDate } from "../shared/index.ts";

/**
 * A person who can hold a position. This is everything that is kept about a person besides
 * assignments and trainings done: no photo, address, birth date, appraisal, complaint or remark.
 */
export interface OfficerProfile {
  readonly name: string;
  /** The local title of the rank or grade. */
  readonly rank: string;
  /** Languages spoken, as ISO 639 codes: `en`, `es`, `hmn`. */
  readonly languages: readonly string[];
}

/** The longest name that is accepted, in characters. */
const longestName = 200;
/** The longest rank that is accepted, in characters. */
const longestRank = 100;
/** The most languages that are kept of one person. */
const mostLanguages = 20;
const languageCode = /^[a-z]{2,3}$/;
const controlCharacter = /\p{Cc}/u;

/** What is wrong with the record of a person, each with what to do about it. */
export function checkOfficer({ name, rank, languages }: OfficerProfile): Finding[] {
  return [
    ...checkLine(name, { path: "name", longest: longestName, missing: "Write the person's name." }),
    ...checkLine(rank, { path: "rank", longest: longestRank, missing: "Write the rank or grade." }),
    ...checkLanguages(languages),
  ];
}

interface LineRule {
  readonly path: string;
  readonly longest: number;
  readonly missing: string;
}

function checkLine(text: string, { path, longest, missing }: LineRule): Finding[] {
  const code = path.toUpperCase();
  if (text.trim() === "") return [error(`OFFICER_${code}_MISSING`, path, missing)];
  if (text.length > longest) {
    return [error(`OFFICER_${code}_TOO_LONG`, path, `Shorten it to ${String(longest)} characters.`)];
  }
  if (controlCharacter.test(text)) {
    return [
      error(`OFFICER_${code}_NOT_ONE_LINE`, path, "Write it on one line, with letters and punctuation only."),
    ];
  }
  return [];
}

function checkLanguages(languages: readonly string[]): Finding[] {
  if (languages.length > mostLanguages) {
    return [
      error("OFFICER_LANGUAGES_TOO_MANY", "languages", `Keep at most ${String(mostLanguages)} languages.`),
    ];
  }
  const unknown = languages.find((code) => !languageCode.test(code));
  if (unknown === undefined) return [];
  return [
    error(
      "OFFICER_LANGUAGE_UNKNOWN",
      "languages",
      "Give each language by its ISO code, for example es for Spanish.",
    ),
  ];
}

/** How far back a training may have been done, in years. */
const yearsBack = 50;

/** What is wrong with the day on which a training is said to have been done. */
export function checkTrainingDay(completedOn: PlainDate, today: PlainDate): Finding[] {
  if (completedOn > today) {
    return [
      error(
        "TRAINING_IN_FUTURE",
        "completedOn",
        "Choose today or an earlier day: only what is done is recorded.",
      ),
    ];
  }
  if (completedOn < addMonths(today, -yearsBack * 12)) {
    return [
      error(
        "TRAINING_TOO_LONG_AGO",
        "completedOn",
        `Choose a day within the last ${String(yearsBack)} years.`,
      ),
    ];
  }
  return [];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}
