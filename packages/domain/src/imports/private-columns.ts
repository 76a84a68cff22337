import type { Finding } from "../shared/index.ts";
import { cleanCell, type TableColumn, type TableSample } from "./table.ts";

/** What a column must not hold: figures come in as counts, never as people or cases. */
export type PrivateContent =
  | "names of people"
  | "birth dates"
  | "case numbers"
  | "numbers that identify people"
  | "ways to reach people";

/** The same as keys, for sentences in other languages. */
const contentKeys: Readonly<Record<PrivateContent, string>> = {
  "names of people": "names",
  "birth dates": "births",
  "case numbers": "cases",
  "numbers that identify people": "numbers",
  "ways to reach people": "contacts",
};

const placeWords =
  /\b(city|town|department|dept|agency|place|county|state|site|area|jurisdiction|station|precinct|district|division|beat|school|organization|partner|program|indicator|offense|crime|file|table|column|domain|user agent|region|neighborhood|park|icpsr|pub|edited|locality|group|type)\b/;

const headerRules: readonly (readonly [PrivateContent, RegExp])[] = [
  [
    "names of people",
    /\b(first|last|middle|given|family|sur|maiden|full|legal|birth|preferred)[ -]?names?\b|\bsurname\b|\b(f|l|m)names?\b|\b(victim|suspect|offender|arrestee|defendant|complainant|witness|officer|reporting party|resident|juvenile|youth|student|participant|client)s? (name|first|last|middle)\b|\b(moniker|alias|aka)\b/,
  ],
  [
    "birth dates",
    /\bdob\b|\bd o b\b|\b(date of|birth) ?(birth|date|day)\b|\bbirthdate\b|\bbirthday\b|\bborn\b|\bbirth (year|month)\b|\bfecha de nacimiento\b/,
  ],
  [
    "case numbers",
    /\b(case|incident|report|complaint|citation|booking|docket|warrant|crime|event|cad|call|dr|ia|offense report|arrest|ticket)[ -]?(no|nbr|num|number|numbers|id|ids|#)(?![a-z])|\b(case|incident|complaint)$|\b(dr no|drno|incident key|case key)\b/,
  ],
  [
    "numbers that identify people",
    /\b(ssn|sid|fbi no|fbi number|oln|driver'?s? licen[cs]e|passport|social security|state id|inmate|mni|person id|badge|serial no|employee (id|no|number)|patient id|student id)\b|\blicen[cs]e (plate|no|number)\b|\bplate\b/,
  ],
  [
    "ways to reach people",
    /\b(home|street|mailing|e ?mail|residence|residential|victim) address\b|\be ?mails?\b|\b(telephone|phone)\b|\bcell (no|number|phone)\b|\bmobile\b/,
  ],
];

const givenNames = new Set(
  (
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua " +
    "kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin " +
    "samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy " +
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol " +
    "amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha " +
    "katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce juan luis carlos jorge miguel manuel pedro " +
    "francisco jesus antonio alejandro javier fernando rosa guadalupe carmen teresa juana ana lucia sofia marcus darnell jamal malik tyrone latoya keisha " +
    "maria wei ming nguyen minh linh ahmed mohammed fatima omar ali diego mateo camila valentina"
  ).split(" "),
);

/** What the header or the first values of a column give it away as, if anything. */
export function privateContent(column: TableColumn, values: readonly string[]): PrivateContent | undefined {
  const header = words(column.name);
  const byHeader = headerRules.find(
    ([content, rule]) => rule.test(header) && !(content === "names of people" && placeWords.test(header)),
  );
  if (byHeader) return byHeader[0];
  const filled = [...new Set(values.map(cleanCell))].filter((value) => value !== "");
  if (mostly(filled, (value) => /^\d{3}-\d{2}-\d{4}$/.test(value))) return "numbers that identify people";
  if (mostly(filled, (value) => /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(value))) return "ways to reach people";
  if (filled.length >= 3 && mostly(filled, looksLikePerson)) return "names of people";
  return undefined;
}

/** An error for each column that seems to hold people or cases. The file is then not kept. */
export function findPrivateColumns(sample: TableSample): readonly Finding[] {
  return sample.columns.flatMap((column) => {
    const content = privateContent(
      column,
      sample.rows.map((row) => row.cells[column.index] ?? ""),
    );
    if (content === undefined) return [];
    return {
      code: "COLUMN_HOLDS_PRIVATE_DATA",
      severity: "error" as const,
      path: `column ${column.name}`,
      message: `The column "${column.name}" looks like ${content}. Take it out of the file and choose the file again; nothing of this file was kept.`,
      values: { column: column.name, content: contentKeys[content] },
    };
  });
}

function words(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_.\-/:]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function mostly(values: readonly string[], test: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(test).length * 2 > values.length;
}

/** "Garcia, Maria L." or "Maria Garcia": two to four words, one of them a common given name in its place. */
function looksLikePerson(value: string): boolean {
  if (!/^[\p{L}'’.,\- ]{4,60}$/u.test(value)) return false;
  const [before = "", after] = value.split(",");
  const given = (after ?? before).trim().split(" ")[0] ?? "";
  const count = value.split(/[ ,]+/).filter((word) => word !== "").length;
  return count >= 2 && count <= 4 && givenNames.has(given.toLowerCase());
}
