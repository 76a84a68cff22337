import { type PlainDate, sameValue } from "../shared/index.ts";

/** A whole-day event of a calendar. */
export interface CalendarEvent {
  /** Tells the event from all others; never used for another. */
  readonly key: string;
  readonly day: PlainDate;
  readonly title: string;
  readonly url: string;
}

/** An event as it was last given to a calendar program. */
export interface GivenEvent extends CalendarEvent {
  /** 0 when first given, one more each time that its day, its words or its standing change. */
  readonly sequence: number;
  /** When it was last changed: an instant in universal time, as ISO 8601 writes it. */
  readonly changedAt: string;
  /** Whether it fell away: calendar programs take it out. */
  readonly isCancelled: boolean;
}

/** What is given now, and what of it must be kept or may be forgotten. */
export interface RevisedEvents {
  readonly events: readonly GivenEvent[];
  readonly changed: readonly GivenEvent[];
  /** The keys of events that fell away so long ago that every calendar program has heard of it. */
  readonly forgotten: readonly string[];
}

/** How long an event that fell away is still given as canceled, in days. */
const daysGivenAsCancelled = 30;

const millisecondsPerDay = 86_400_000;

/**
 * What a calendar is given now, from what it was given last and what there is. An event that did
 * not change keeps its sequence and its instant, so that the same calendar is the same text.
 *
 * @see RFC 5545, section 3.8.7.4 (SEQUENCE)
 */
export function reviseEvents(
  given: readonly GivenEvent[],
  current: readonly CalendarEvent[],
  now: Date,
): RevisedEvents {
  const before = new Map(given.map((event) => [event.key, event]));
  const there = new Set(current.map(({ key }) => key));
  const standing = current.map((event) => standingEvent(event, before.get(event.key), now));
  const gone = given.filter(({ key }) => !there.has(key));
  const isForgotten = ({ isCancelled, changedAt }: GivenEvent) =>
    isCancelled && Date.parse(changedAt) < now.getTime() - daysGivenAsCancelled * millisecondsPerDay;
  const cancelled = gone.filter((event) => !isForgotten(event)).map((event) => cancelledEvent(event, now));
  const events = [...standing, ...cancelled];
  return {
    events,
    changed: events.filter((event) => !sameValue(event, before.get(event.key))),
    forgotten: gone.filter(isForgotten).map(({ key }) => key),
  };
}

function standingEvent(
  { key, day, title, url }: CalendarEvent,
  before: GivenEvent | undefined,
  now: Date,
): GivenEvent {
  const changedAt = now.toISOString();
  if (before === undefined) return { key, day, title, url, sequence: 0, changedAt, isCancelled: false };
  const isSame = !before.isCancelled && before.day === day && before.title === title && before.url === url;
  return isSame
    ? before
    : { key, day, title, url, sequence: before.sequence + 1, changedAt, isCancelled: false };
}

function cancelledEvent(event: GivenEvent, now: Date): GivenEvent {
  if (event.isCancelled) return event;
  return { ...event, sequence: event.sequence + 1, changedAt: now.toISOString(), isCancelled: true };
}
