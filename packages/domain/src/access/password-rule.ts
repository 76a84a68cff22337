/** The fewest characters of a password. Length is what keeps it safe; no kinds of characters are asked for. */
export const SHORTEST_PASSWORD = 12;

/** The most characters of a password. */
export const LONGEST_PASSWORD = 128;

/** Beginnings that lists of leaked passwords are full of; long ones are made by adding to them. */
const COMMON_STEMS = [
  "password",
  "passw0rd",
  "qwerty",
  "qwertyuiop",
  "asdfghjkl",
  "1q2w3e4r5t",
  "iloveyou",
  "welcome",
  "letmein",
  "admin",
  "administrator",
  "frontstep",
  "police",
  "sunshine",
  "princess",
  "football",
  "baseball",
  "superman",
  "trustno",
  "changeme",
  "monkey",
  "dragon",
  "master",
  "shadow",
  "michael",
  "jennifer",
  "jordan",
  "summer",
  "winter",
  "spring",
  "autumn",
  "contraseña",
  "abcdefghijkl",
  "abcd",
  "abc",
];

/**
 * Whether a password is one that is tried first: a single character repeated, digits only, a run
 * of the keyboard, or a word of the usual lists with a number or a sign behind it.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5 || /^\d+$/.test(plain)) return true;
  const stem = plain
    .replace(/[^\p{Letter}]+$/u, "")
    .replaceAll("0", "o")
    .replaceAll("@", "a")
    .replaceAll("$", "s");
  return COMMON_STEMS.some((common) => plain === common || stem === common || isRepeated(stem, common));
}

function isRepeated(stem: string, common: string): boolean {
  return stem.length > 0 && stem.split(common).join("") === "";
}
