import type { JsonLimits } from "./file-limits.ts";

/** Why a text is not read as JSON. */
export type JsonFault =
  | "empty"
  | "byteOrderMark"
  | "notJson"
  | "trailingData"
  | "tooDeep"
  | "tooMany"
  | "textTooLong"
  | "textRefused"
  | "nameTwice"
  | "nameRefused"
  | "namesAlike"
  | "noCanonicalForm";

/** What reading a text strictly gives: its value, or the first thing that is wrong and where it stands. */
export type StrictJson =
  | { readonly kind: "read"; readonly value: unknown }
  | { readonly kind: "refused"; readonly fault: JsonFault; readonly at: number; readonly name: string };

/** Names by which an object of JavaScript reaches what all objects share. */
const refusedNames = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads a text as JSON and stops at the first thing that could be read in two ways or that has no canonical form:
 * a name twice in an object or alike but for case or Unicode form, a number beyond what a computer keeps, half a
 * character, something behind the end. Limits are kept while reading, so that what is refused was never built.
 */
export function readStrictJson(text: string, limits: JsonLimits): StrictJson {
  return new StrictReader(text, limits).read();
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /[ \t\n\r]*/y;
const literals: readonly (readonly [string, unknown])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

class StrictReader {
  private readonly text: string;
  private readonly limits: JsonLimits;
  private at = 0;
  private depth = 0;
  private values = 0;
  private refusal: { readonly fault: JsonFault; readonly at: number; readonly name: string } | undefined;

  constructor(text: string, limits: JsonLimits) {
    this.text = text;
    this.limits = limits;
  }

  read(): StrictJson {
    if (this.text.startsWith("\uFEFF")) this.refuse("byteOrderMark");
    this.skipSpace();
    if (this.at === this.text.length) this.refuse("empty");
    const value = this.readValue();
    this.skipSpace();
    if (this.at < this.text.length) this.refuse("trailingData");
    return this.refusal ? { kind: "refused", ...this.refusal } : { kind: "read", value };
  }

  /** Keeps the first fault; what follows it is not looked at. */
  private refuse(fault: JsonFault, name = ""): null {
    this.refusal ??= { fault, at: this.at, name };
    return null;
  }

  private skipSpace(): void {
    space.lastIndex = this.at;
    space.test(this.text);
    this.at = space.lastIndex;
  }

  /** Goes behind a mark when it is next. */
  private take(mark: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private readValue(): unknown {
    this.skipSpace();
    this.values += 1;
    if (this.refusal) return null;
    if (this.values > this.limits.values) return this.refuse("tooMany");
    switch (this.text[this.at]) {
      case "{":
        return this.readInside(() => this.readMembers());
      case "[":
        return this.readInside(() => this.readItems());
      case '"':
        return this.readText();
      default:
        return this.readNumber();
    }
  }

  private readInside(readAll: () => unknown): unknown {
    if (this.depth === this.limits.depth) return this.refuse("tooDeep");
    this.depth += 1;
    this.at += 1;
    const value = readAll();
    this.depth -= 1;
    return value;
  }

  private readItems(): unknown[] {
    const items: unknown[] = [];
    if (this.take("]")) return items;
    do {
      items.push(this.readValue());
      if (items.length > this.limits.items) this.refuse("tooMany");
    } while (!this.refusal && this.take(","));
    if (!this.take("]")) this.refuse("notJson");
    return items;
  }

  private readMembers(): object {
    const members: [string, unknown][] = [];
    const names = new Set<string>();
    const plainNames = new Set<string>();
    if (this.take("}")) return {};
    do {
      const name = this.readName();
      this.checkName(name, names, plainNames);
      if (!this.take(":")) this.refuse("notJson");
      members.push([name, this.readValue()]);
      if (members.length > this.limits.members) this.refuse("tooMany");
    } while (!this.refusal && this.take(","));
    if (!this.take("}")) this.refuse("notJson");
    return Object.fromEntries(members);
  }

  private readName(): string {
    this.skipSpace();
    if (this.text[this.at] !== '"') this.refuse("notJson");
    return this.refusal ? "" : (this.readText() ?? "");
  }

  private checkName(name: string, names: Set<string>, plainNames: Set<string>): void {
    const plain = name.normalize("NFKC").toLowerCase();
    if (names.has(name)) this.refuse("nameTwice", name);
    if (refusedNames.has(plain)) this.refuse("nameRefused", name);
    if (plainNames.has(plain)) this.refuse("namesAlike", name);
    names.add(name);
    plainNames.add(plain);
  }

  private readText(): string | null {
    const start = this.at;
    const end = this.endOfText();
    if (end === null) return null;
    this.at = end;
    const text = JSON.parse(this.text.slice(start, end)) as string;
    if (text.includes("\0")) return this.refuse("textRefused");
    return text.isWellFormed() ? text : this.refuse("noCanonicalForm");
  }

  /** Where the text that starts here ends, its marks included. */
  private endOfText(): number | null {
    const last = this.at + this.limits.characters + 2;
    for (let at = this.at + 1; at < this.text.length; at += 1) {
      if (at > last) return this.refuse("textTooLong");
      const character = this.text[at] ?? "";
      if (character === '"') return at + 1;
      if (character < " ") return this.refuse("notJson");
      if (character !== "\\") continue;
      const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(at + 1, at + 6));
      if (!escape) return this.refuse("notJson");
      at += escape[0].length;
    }
    return this.refuse("notJson");
  }

  private readNumber(): unknown {
    const literal = literals.find(([word]) => this.text.startsWith(word, this.at));
    if (literal) {
      this.at += literal[0].length;
      return literal[1];
    }
    number.lastIndex = this.at;
    const [written] = number.exec(this.text) ?? [];
    if (written === undefined) return this.refuse("notJson");
    const value = Number(written);
    if (!Number.isFinite(value)) return this.refuse("noCanonicalForm");
    this.at += written.length;
    return value;
  }
}
