import type { TestActor } from "./test-server.ts";

const SETTING = "id language calendarMadeAt calendarLastReadAt revision";
const MAKE = `mutation ($input: MakeCalendarFeedInput!) { makeCalendarFeed(input: $input) {
  ... on CalendarFeedMade { address setting { ${SETTING} } } } }`;
export const REVOKE = `mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) {
  ... on CalendarFeedRevoked { setting { ${SETTING} } } } }`;
export const CHANGE_LANGUAGE = `mutation ($input: ChangeCalendarLanguageInput!) { changeCalendarLanguage(input: $input) {
  __typename ... on CalendarLanguageChanged { setting { ${SETTING} } }
  ... on CalendarLanguageRefused { findings { code path } } } }`;

/** How somebody is reminded, as a client reads it. */
export interface Setting {
  readonly language: string;
  readonly calendarMadeAt: string | null;
  readonly calendarLastReadAt: string | null;
  readonly revision: number;
}

export async function reminderSetting(actor: TestActor): Promise<Setting> {
  return (await actor.get<{ reminderSetting: Setting }>(`{ reminderSetting { ${SETTING} } }`))
    .reminderSetting;
}

/** Makes somebody's calendar, or renews its address; gives the path of it. */
export async function makeFeed(actor: TestActor): Promise<string> {
  const { revision } = await reminderSetting(actor);
  const { makeCalendarFeed } = await actor.get<{ makeCalendarFeed: { address: string } }>(MAKE, {
    input: { expectedRevision: revision },
  });
  const { pathname, search } = new URL(makeCalendarFeed.address);
  return pathname + search;
}
