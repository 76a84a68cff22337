import ICAL from "ical.js";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { dayFromToday, partnerCalls, SIGN } from "../support/partner-calls.ts";
import { CHANGE_LANGUAGE, makeFeed, reminderSetting, REVOKE } from "../support/reminder-calls.ts";
import { rosterCalls, TRAIN } from "../support/roster-calls.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

const ZONE = "America/Los_Angeles";
const inDays = (days: number) => dayFromToday(days, ZONE);

let server: TestServer;
let city: TestCity;
let siteId: string;
let owner: pg.Client;
let partnershipId: string;
let organizationId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview", timeZone: ZONE }));
  siteId = await city.openSite({ name: "Anchor Court", launchOn: inDays(60) });
  owner = new pg.Client(server.database.url);
  await owner.connect();
  const officerId = await addOfficer(city.administrator, { name: "Avery Canary" });
  await assign({ officerId, startsOn: inDays(-30), expectedEndOn: inDays(100) });
  await city.administrator.get(TRAIN, {
    input: {
      jurisdictionId: city.jurisdictionId,
      siteId,
      officerId,
      trainingKey: "TRN-REFRESH",
      completedOn: inDays(-20),
    },
  });
  organizationId = await addOrganization("Neighbors; Together, Ñuñoa");
  const begun = await begin({ organizationId, stage: "ACTIVE" });
  partnershipId = begun.partnership.id;
  await city.administrator.get(SIGN, {
    input: {
      jurisdictionId: city.jurisdictionId,
      partnershipId,
      kind: "MEMORANDUM",
      startsOn: inDays(-100),
      endsOn: inDays(40),
      noticeDays: 30,
    },
  });
});
afterAll(async () => {
  await owner.end();
  await server.close();
});
afterEach(() => {
  vi.useRealTimers();
});

const { addOrganization, begin } = partnerCalls(() => ({ city, siteId }));
const { addOfficer, assign } = rosterCalls(() => ({ city, siteId }));

interface Event {
  readonly uid: string;
  readonly day: string;
  readonly lastsUntil: string;
  readonly title: string;
  readonly sequence: number;
  readonly status: string;
}

function read(path: string, headers: Record<string, string> = {}) {
  return server.inject({ method: "GET", url: path, headers });
}

/** The events of a calendar, as another library reads them. */
async function events(path: string): Promise<Event[]> {
  const { statusCode, body } = await read(path);
  expect(statusCode, body).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      lastsUntil: event.endDate.toString(),
      title: event.summary,
      sequence: Number(component.getFirstPropertyValue("sequence")),
      status: String(component.getFirstPropertyValue("status")),
    };
  });
}

const find = (all: readonly Event[], title: string) => all.filter((event) => event.title.startsWith(title));

function viewer(options: { language?: string } = {}): Promise<TestActor> {
  return server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }], options);
}

describe("a calendar", () => {
  test("says what comes at the city's sites, on whole days, without an officer's name", async () => {
    const path = await makeFeed(await viewer());
    const all = await events(path);
    const [lapse] = find(all, "Agreement lapses");
    expect(lapse).toMatchObject({
      uid: `agreement.${partnershipId}@frontstep`,
      day: inDays(40),
      lastsUntil: inDays(41),
      title: "Agreement lapses: Neighbors; Together, Ñuñoa, Anchor Court",
      sequence: 0,
      status: "CONFIRMED",
    });
    expect(find(all, "In 30 days: Agreement").map(({ day }) => day)).toEqual([inDays(10)]);
    expect(find(all, "Last day to give notice").map(({ day }) => day)).toEqual([inDays(10)]);
    expect(find(all, "Commitment ends").map(({ day }) => day)).toEqual([inDays(100)]);
    expect(find(all, "In 90 days: Commitment").map(({ day }) => day)).toEqual([inDays(10)]);
    expect(find(all, "Training expires").length).toBe(1);
    expect(find(all, "Checklist item due").length).toBeGreaterThan(5);
    const { body } = await read(path);
    expect(body).not.toMatch(/Avery|Canary/);
  });

  test("is folded at 75 octets, private, and the same text while nothing changes", async () => {
    const path = await makeFeed(await viewer());
    const first = await read(path);
    expect(Math.max(...first.body.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(
      75,
    );
    expect(first.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(first.headers["cache-control"]).toMatch(/^private/);
    const { etag } = first.headers;
    const again = await read(path, { "if-none-match": String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect((await read(path)).body).toBe(first.body);
  });

  test("is written in its reader's language", async () => {
    const all = await events(await makeFeed(await viewer({ language: "es" })));
    expect(find(all, "Vence el acuerdo").map(({ day }) => day)).toEqual([inDays(40)]);
    expect(find(all, "Agreement")).toEqual([]);
  });

  test("changes its language, its address and identifiers staying, and knows two languages", async () => {
    const actor = await viewer();
    const path = await makeFeed(actor);
    const before = await events(path);
    const change = async (language: string) =>
      (
        await actor.get<{ changeCalendarLanguage: object }>(CHANGE_LANGUAGE, {
          input: { language, expectedRevision: 1 },
        })
      ).changeCalendarLanguage;
    expect(await change("fr")).toMatchObject({ findings: [{ code: "CALENDAR_LANGUAGE", path: "language" }] });
    expect(await change("es")).toMatchObject({ setting: { language: "es", revision: 2 } });
    const after = await events(path);
    expect(after.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted());
    expect(find(after, "Vence el acuerdo").map(({ sequence }) => sequence)).toEqual([1]);
  });

  test("moves an event and raises its sequence when an agreement is renewed, and cancels it when the partnership ends", async () => {
    const path = await makeFeed(await viewer());
    const { partnership } = await begin({
      organizationId: await addOrganization("Orchard Club"),
      partnerRoleKey: "EVALUATOR",
      stage: "ACTIVE",
    });
    const sign = (startsOn: string, endsOn: string) =>
      city.administrator.get(SIGN, {
        input: {
          jurisdictionId: city.jurisdictionId,
          partnershipId: partnership.id,
          kind: "MEMORANDUM",
          startsOn,
          endsOn,
        },
      });
    const uid = `agreement.${partnership.id}@frontstep`;
    const given = async () => (await events(path)).find((event) => event.uid === uid);
    await sign(inDays(-10), inDays(50));
    expect(await given()).toMatchObject({ day: inDays(50), sequence: 0 });
    await sign(inDays(51), inDays(200));
    expect(await given()).toMatchObject({ day: inDays(200), sequence: 1, status: "CONFIRMED" });
    expect(await given()).toMatchObject({ sequence: 1 });
    const { partnership: current } = await city.administrator.get<{ partnership: { revision: number } }>(
      `query ($j: ID!, $id: ID!) { partnership(jurisdictionId: $j, id: $id) { revision } }`,
      { j: city.jurisdictionId, id: partnership.id },
    );
    await city.administrator.get(
      `mutation ($input: EndPartnershipInput!) { endPartnership(input: $input) { __typename } }`,
      {
        input: {
          jurisdictionId: city.jurisdictionId,
          id: partnership.id,
          expectedRevision: current.revision,
          endedOn: inDays(0),
        },
      },
    );
    expect(await given()).toMatchObject({ sequence: 2, status: "CANCELLED" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 29 * 86_400_000 });
    expect(await given()).toMatchObject({ sequence: 2, status: "CANCELLED" });
    vi.setSystemTime(Date.now() + 2 * 86_400_000);
    expect(await given()).toBeUndefined();
  });

  test("gives two programs that ask at once the same events", async () => {
    const path = await makeFeed(await viewer());
    const [one, other] = await Promise.all([read(path), read(path)]);
    expect([one.statusCode, other.statusCode]).toEqual([200, 200]);
    expect((await read(path)).body).toBe(one.body);
  });
});

describe("what a calendar may say", () => {
  test("is what its person may see: a coordinator's own site alone", async () => {
    const otherSite = await city.openSite({ name: "Breaker Row", launchOn: inDays(90) });
    const coordinator = await server.actor([
      { role: "siteCoordinator", jurisdictionId: city.jurisdictionId, siteId: otherSite },
    ]);
    const all = await events(await makeFeed(coordinator));
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ title }) => title.includes("Anchor Court"))).toEqual([]);
    expect(find(all, "Commitment")).toEqual([]);
  });

  test("is for an organization its own agreements and reports, and no slot", async () => {
    await city.administrator.get(
      `mutation ($input: AddPledgeInput!) { addPledge(input: $input) { __typename } }`,
      {
        input: {
          jurisdictionId: city.jurisdictionId,
          partnershipId,
          title: "Evening workshops",
          unit: "workshops",
          amountPerPeriod: 2,
          periodKind: "MONTH",
          startsOn: inDays(-70),
        },
      },
    );
    const all = await events(await makeFeed(await server.actor([{ role: "partnerStaff", organizationId }])));
    expect(find(all, "Report of a delivery due: Evening workshops").length).toBeGreaterThan(0);
    expect(find(all, "Agreement lapses").map(({ uid }) => uid)).toEqual([
      `agreement.${partnershipId}@frontstep`,
    ]);
    expect(all.filter(({ title }) => /Commitment|Training/.test(title))).toEqual([]);
  });

  test("is for a state the items that hold up a launch, and no slot and no agreement", async () => {
    const all = await events(
      await makeFeed(await server.actor([{ role: "stateOfficial", stateCode: "OH" }])),
    );
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ title }) => !title.startsWith("Checklist item due"))).toEqual([]);
  });

  test("joins what each role shows, and nothing of another city", async () => {
    const other = await makeCity(server, { name: "Lakeside", timeZone: ZONE });
    await other.openSite({ name: "Canary Wharf", launchOn: inDays(60) });
    const both = await server.actor([
      { role: "cityViewer", jurisdictionId: other.jurisdictionId },
      { role: "partnerStaff", organizationId },
    ]);
    const all = await events(await makeFeed(both));
    expect(all.some(({ title }) => title.includes("Canary Wharf"))).toBe(true);
    expect(find(all, "Agreement lapses").length).toBe(1);
    expect(all.filter(({ title }) => /Commitment|Training/.test(title))).toEqual([]);
    const own = await events(await makeFeed(await viewer()));
    expect(own.filter(({ title }) => title.includes("Canary Wharf"))).toEqual([]);
  });
});

describe("the secret address", () => {
  test("is said once and kept only as a hash, and shows when it was last read", async () => {
    const actor = await viewer();
    const path = await makeFeed(actor);
    const secret = new URLSearchParams(path.split("?")[1]).get("key") ?? "";
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(await reminderSetting(actor)).toMatchObject({ calendarLastReadAt: null, revision: 1 });
    await read(path);
    expect((await reminderSetting(actor)).calendarLastReadAt).not.toBeNull();
    const { rows } = await owner.query<{ kept: string }>(
      `select string_agg(t::text, ' ') as kept from (
         select to_jsonb(s)::text from reminder_setting s union all select to_jsonb(c)::text from change c
         union all select to_jsonb(i)::text from idempotent_answer i) t`,
    );
    expect(rows[0]?.kept).not.toContain(secret);
  });

  test("is not said again when the same call is repeated", async () => {
    const actor = await viewer();
    const input = { expectedRevision: 0, idempotencyKey: "make it once" };
    const make = () =>
      actor.get<{ makeCalendarFeed: { address: string | null; setting: { revision: number } } }>(
        `mutation ($input: MakeCalendarFeedInput!) { makeCalendarFeed(input: $input) {
          ... on CalendarFeedMade { address setting { revision } } } }`,
        { input },
      );
    const first = (await make()).makeCalendarFeed;
    expect(first.address).not.toBeNull();
    expect((await make()).makeCalendarFeed).toEqual({ address: null, setting: first.setting });
    expect((await read(String(first.address).replace("http://localhost:4000", ""))).statusCode).toBe(200);
  });

  test("no longer works once it is renewed or revoked, and is answered as one that never was", async () => {
    const actor = await viewer();
    const first = await makeFeed(actor);
    const second = await makeFeed(actor);
    expect(second).not.toBe(first);
    const unknown = await read(`/calendar.ics?key=${"x".repeat(43)}`);
    expect(unknown.statusCode).toBe(404);
    expect((await read(first)).body).toBe(unknown.body);
    expect((await read(second)).statusCode).toBe(200);
    const { revision } = await reminderSetting(actor);
    await actor.get(REVOKE, { input: { expectedRevision: revision } });
    const revoked = await read(second);
    expect([revoked.statusCode, revoked.body]).toEqual([404, unknown.body]);
    expect(await reminderSetting(actor)).toMatchObject({ calendarMadeAt: null, calendarLastReadAt: null });
  });

  test("no longer works once its person's last role is taken away", async () => {
    const actor = await viewer();
    const path = await makeFeed(actor);
    expect((await read(path)).statusCode).toBe(200);
    const { members } = await city.administrator.get<{
      members: { edges: { node: { id: string; revision: number; email: string } }[] };
    }>(
      `query ($id: ID) { members(jurisdictionId: $id, first: 100) { edges { node { id revision email } } } }`,
      {
        id: city.jurisdictionId,
      },
    );
    const found = members.edges.find(({ node }) => node.email.startsWith(actor.accountId));
    await city.administrator.get(
      `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }`,
      { input: { membershipId: found?.node.id, expectedRevision: found?.node.revision } },
    );
    expect((await read(path)).statusCode).toBe(404);
  });

  test("opens no door but its own: nothing at all is said to whoever guesses", async () => {
    for (const path of ["/calendar.ics", "/calendar.ics?key=", `/calendar.ics?key=${"y".repeat(4000)}`])
      expect((await read(path)).statusCode, path).toBe(404);
  });

  test("is read at most sixty times an hour", async () => {
    const path = `/calendar.ics?key=${"z".repeat(43)}`;
    for (let count = 0; count < 60; count += 1) expect((await read(path)).statusCode).toBe(404);
    const refused = await read(path);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });
});
