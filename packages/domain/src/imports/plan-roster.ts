import {
  type Assignment,
  assignmentInTheWay,
  checkAssignment,
  checkOfficer,
  claimSameDays,
  commitmentEnd,
  isOnRoster,
  type OfficerProfile,
  type Position,
  shareOfSlot,
  slotsOf,
} from "../roster/index.ts";
import type { Finding, FindingValues, PlainDate } from "../shared/index.ts";
import type { RosterMapping } from "./parse-roster-mapping.ts";
import type { RosterEntry } from "./roster-csv-importer.ts";

/** A site whose slots a roster may fill, with the day that it is there. */
export interface RosterSite {
  readonly id: string;
  readonly name: string;
  readonly launchOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly positions: readonly Position[];
  readonly today: PlainDate;
}

/** What the roster holds before the file: sites, every assignment, and the rule for people of one name. */
export interface RosterPlanFacts {
  readonly sites: readonly RosterSite[];
  readonly held: readonly Assignment[];
  readonly namesakes: RosterMapping["namesakes"];
  /** Gives each person and assignment that is added its id. */
  newId(): string;
}

/** Whom a row means: somebody known by number, somebody known by name alone, or nobody yet. */
export interface KnownPeople {
  /** The person who has the number. */
  readonly byNumber?: string | undefined;
  /** People on the roster of the same name, under whatever number. */
  readonly namesakes: readonly string[];
}

/** What one row of a roster comes to. */
export type PlannedEntry =
  | {
      readonly kind: "added";
      readonly assignment: Assignment;
      /** The person to add, where nobody has the number yet. */
      readonly person?: (OfficerProfile & { readonly id: string }) | undefined;
      /** The person who gets the number of the row. */
      readonly numbered?: string | undefined;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: "leftAlone"; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

interface Person {
  readonly id: string;
  readonly name: string;
  readonly profile?: (OfficerProfile & { readonly id: string }) | undefined;
  readonly isNumbered: boolean;
}

/** The most assignments that one file may add. */
const mostPlanned = 20_000;

/**
 * Sets the rows of a roster, in their order, beside the roster that holds and beside each other. People are the
 * same only by number; a name alone joins nobody unless a person said so for the whole file. Nothing is saved.
 */
export class RosterPlan {
  private readonly facts: RosterPlanFacts;
  private readonly sites: ReadonlyMap<string, readonly RosterSite[]>;
  private readonly ofPerson = new Map<string, Assignment[]>();
  private readonly ofSlot = new Map<string, Assignment[]>();
  private readonly people = new Map<string, Person>();
  private planned = 0;

  constructor(facts: RosterPlanFacts) {
    this.facts = facts;
    this.sites = grouped(facts.sites, ({ name }) => name.toLowerCase());
    for (const assignment of facts.held) this.hold(assignment);
  }

  /** Decides about the next row. */
  take(entry: RosterEntry, known: KnownPeople): PlannedEntry {
    const site = this.siteOf(entry);
    if ("code" in site) return refusal(entry, [site]);
    const position = positionOf(entry, site);
    if ("code" in position) return refusal(entry, [position]);
    const person = this.personOf(entry, known);
    if ("code" in person) return refusal(entry, [person]);
    const same = (this.ofPerson.get(person.id) ?? []).find(
      (held) =>
        held.siteId === site.id && held.positionKey === position.key && held.startsOn === entry.startsOn,
    );
    if (same) return leftAlone(entry, same);
    return this.place(entry, { site, position, person });
  }

  private place(
    entry: RosterEntry,
    { site, position, person }: { site: RosterSite; position: Position; person: Person },
  ): PlannedEntry {
    const proposed: Assignment = {
      id: this.facts.newId(),
      officerId: person.id,
      siteId: site.id,
      positionKey: position.key,
      slot: entry.slot ?? 0,
      startsOn: entry.startsOn,
      endedOn: entry.endedOn,
      exitReason: entry.exitReason,
      expectedEndOn: usualEnd(position, entry.startsOn),
      share: entry.share ?? shareOfSlot(position),
      handOverDays: 0,
    };
    const slot = entry.slot ?? this.freeSlot(proposed, slotsOf(position));
    if (slot === undefined) return refusal(entry, [saying.noSlotFree({ position: position.key })]);
    const assignment = { ...proposed, slot };
    const wrong = [
      ...(person.profile ? checkOfficer(person.profile) : []),
      ...checkAssignment(assignment, site.today),
      ...this.obstacles(assignment, slotsOf(position)),
    ];
    if (wrong.length > 0) return refusal(entry, wrong);
    return this.accept(entry, { assignment, person, site });
  }

  private obstacles(assignment: Assignment, slots: number): Problem[] {
    if (this.planned >= mostPlanned) return [saying.tooMany({ most: mostPlanned })];
    if (assignment.slot < 1 || assignment.slot > slots) return [saying.slotUnknown({ slots })];
    const other = assignmentInTheWay(assignment, this.ofPerson.get(assignment.officerId) ?? []);
    if (other) return [saying.overlaps({ from: other.startsOn })];
    return this.isFree(assignment) ? [] : [saying.slotHeld({ slot: assignment.slot })];
  }

  private accept(
    entry: RosterEntry,
    { assignment, person, site }: { assignment: Assignment; person: Person; site: RosterSite },
  ): PlannedEntry {
    this.hold(assignment);
    this.planned += 1;
    this.people.set(entry.number, { ...person, profile: undefined, isNumbered: true });
    const early = entry.startsOn < site.launchOn ? [saying.startsBeforeLaunch({ day: site.launchOn })] : [];
    return {
      kind: "added",
      assignment,
      person: person.profile,
      numbered: person.isNumbered ? undefined : person.id,
      findings: placed(entry, "warning", early),
    };
  }

  private siteOf({ site: name }: RosterEntry): RosterSite | Problem {
    const [site, another] = this.sites.get(name.toLowerCase()) ?? [];
    if (site === undefined || another !== undefined) return saying.siteUnknown({ site: name.slice(0, 100) });
    return site.closedOn === null ? site : saying.siteClosed({ site: site.name });
  }

  private personOf(entry: RosterEntry, { byNumber, namesakes }: KnownPeople): Person | Problem {
    const met = this.people.get(entry.number);
    if (met) return isAnotherName(met.name, entry.name) ? saying.twoNames() : met;
    if (byNumber !== undefined) return { id: byNumber, name: entry.name, isNumbered: true };
    return namesakes.length > 0 ? this.personOfName(entry, namesakes) : this.newPerson(entry);
  }

  private personOfName(entry: RosterEntry, [only = "", ...others]: readonly string[]): Person | Problem {
    switch (this.facts.namesakes) {
      case "listed":
        return saying.maybeKnown();
      case "otherPerson":
        return this.newPerson(entry);
      case "samePerson": {
        const isTaken = others.length > 0 || [...this.people.values()].some(({ id }) => id === only);
        return isTaken ? saying.severalOfName() : { id: only, name: entry.name, isNumbered: false };
      }
    }
  }

  private newPerson({ name, rank, languages }: RosterEntry): Person | Problem {
    if (name === "" || rank === "") return saying.nobodyKnown();
    const id = this.facts.newId();
    return { id, name, profile: { id, name, rank, languages }, isNumbered: false };
  }

  private freeSlot(proposed: Assignment, slots: number): number | undefined {
    for (let slot = 1; slot <= slots; slot += 1) if (this.isFree({ ...proposed, slot })) return slot;
    return undefined;
  }

  private isFree(assignment: Assignment): boolean {
    return !(this.ofSlot.get(slotKey(assignment)) ?? []).some((held) => claimSameDays(held, assignment));
  }

  private hold(assignment: Assignment): void {
    push(this.ofPerson, assignment.officerId, assignment);
    push(this.ofSlot, slotKey(assignment), assignment);
  }
}

function positionOf({ position: wanted }: RosterEntry, site: RosterSite): Position | Problem {
  const here = site.positions.filter(isOnRoster);
  const word = wanted.toLowerCase();
  const found =
    word === ""
      ? here
      : here.filter(({ key, title }) =>
          [key, ...Object.values(title)].some((name) => name?.toLowerCase() === word),
        );
  const [position, another] = found;
  if (position !== undefined && another === undefined) return position;
  if (word === "") return saying.positionMissing({ site: site.name });
  return saying.positionUnknown({ position: wanted.slice(0, 100), site: site.name });
}

function usualEnd({ commitmentMonths }: Position, startsOn: PlainDate): PlainDate | null {
  return commitmentMonths === undefined ? null : commitmentEnd(startsOn, commitmentMonths);
}

function isAnotherName(known: string, written: string): boolean {
  return known !== "" && written !== "" && known.toLowerCase() !== written.toLowerCase();
}

function leftAlone(entry: RosterEntry, held: Assignment): PlannedEntry {
  const isSame = held.endedOn === entry.endedOn;
  return { kind: "leftAlone", findings: placed(entry, "warning", isSame ? [] : [saying.heldOtherwise()]) };
}

function refusal(entry: RosterEntry, problems: readonly Problem[]): PlannedEntry {
  return { kind: "refused", findings: placed(entry, "error", problems.slice(0, 1)) };
}

function placed(
  { row }: RosterEntry,
  severity: Finding["severity"],
  problems: readonly Problem[],
): readonly Finding[] {
  return problems.map(({ code, message, values }) => ({
    code,
    message,
    values,
    severity,
    path: `row ${String(row)}`,
  }));
}

type Problem = Pick<Finding, "code" | "message" | "values">;

function says(code: string, message: string): (values?: FindingValues) => Problem {
  return (values = {}) => ({ code, message, values });
}

const saying = {
  siteUnknown: says(
    "ROSTER_SITE_UNKNOWN",
    "No site, or more than one, is called so. Say in the mapping which site is meant.",
  ),
  siteClosed: says("ROSTER_SITE_CLOSED", "The site is closed. Choose an open one, or take the row out."),
  positionMissing: says(
    "ROSTER_POSITION_MISSING",
    "The site has several positions. Write which one is meant, or choose one for the unit in the mapping.",
  ),
  positionUnknown: says(
    "ROSTER_POSITION_UNKNOWN",
    "The site's design has no such position on its roster. Write its title or key, or add it to the site first.",
  ),
  slotUnknown: says("ROSTER_SLOT_UNKNOWN", "The position has no such slot. Choose one of those it has."),
  slotHeld: says(
    "ROSTER_SLOT_HELD",
    "Somebody holds this slot on some of these days. Correct the days or the slot.",
  ),
  noSlotFree: says(
    "ROSTER_NO_SLOT_FREE",
    "Every slot of the position is held on some of these days. Correct the days, or add a slot to the site.",
  ),
  overlaps: says(
    "ROSTER_OVERLAPS",
    "The person serves elsewhere on some of these days, and there is no full time left. Correct the days or the share.",
  ),
  twoNames: says(
    "ROSTER_NUMBER_HAS_TWO_NAMES",
    "An earlier row gives this number another name. Correct one of them.",
  ),
  maybeKnown: says(
    "ROSTER_PERSON_MAYBE_KNOWN",
    "Somebody of this name is on the roster without this number. Look whether it is the same person and say so in the mapping.",
  ),
  severalOfName: says(
    "ROSTER_SEVERAL_OF_NAME",
    "Several people of this name are meant, so nobody can tell which. Take the row out and record it by hand.",
  ),
  nobodyKnown: says(
    "ROSTER_PERSON_UNKNOWN",
    "Nobody on the roster has this number, and the row gives no name and rank. Give both to add the person.",
  ),
  heldOtherwise: says(
    "ROSTER_HELD_OTHERWISE",
    "This assignment is held with another last day and stays as it is. Change it on the person's page.",
  ),
  startsBeforeLaunch: says(
    "ROSTER_STARTS_BEFORE_LAUNCH",
    "The first day is before the site's launch. Check that it is right.",
  ),
  tooMany: says(
    "ROSTER_TOO_LARGE",
    "One file adds at most 20,000 assignments. Bring the rest in with another.",
  ),
} as const;

function slotKey({ siteId, positionKey, slot }: Assignment): string {
  return `${siteId} ${positionKey} ${String(slot)}`;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) push(groups, keyOf(value), value);
  return groups;
}
