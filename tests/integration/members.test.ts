import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type AccessWorld,
  type Browser,
  CHANGE,
  INVITE,
  MEMBERS,
  type Node,
  openAccessWorld,
  PASSWORD,
  type Person,
  REMOVE,
  tokenOf,
} from "../support/access-world.ts";

let world: AccessWorld;
let steward: Browser;
let dayton: string;
let toledo: string;
let administrator: Person;

beforeAll(async () => {
  world = await openAccessWorld();
  ({ steward, dayton, toledo, administrator } = world);
});
afterAll(() => world.close());

describe("giving roles", () => {
  test.each([
    ["a role of the next city", { role: "CITY_VIEWER", jurisdictionId: () => toledo }, "FORBIDDEN"],
    ["a state official's role", { role: "STATE_OFFICIAL", stateCode: () => "OH" }, "FORBIDDEN"],
    ["a steward's role", { role: "PLATFORM_STEWARD" }, "FORBIDDEN"],
    ["a role at a place where it is not held", { role: "CITY_VIEWER", stateCode: () => "OH" }, "BAD_INPUT"],
    [
      "a coordinator's role for a site that is not there",
      { role: "SITE_COORDINATOR", jurisdictionId: () => dayton, siteId: () => randomUUID() },
      "NOT_FOUND",
    ],
  ])("is refused to a city administrator for %s", async (_title, place, code) => {
    const input = Object.fromEntries(
      Object.entries({ email: "someone@example.org", ...place }).map(([key, value]) => [
        key,
        typeof value === "function" ? value() : value,
      ]),
    );
    expect(await administrator.browser.code(INVITE, { input })).toBe(code);
  });

  test("is refused to an editor altogether", async () => {
    const { browser } = await world.newPerson(administrator.browser, "CITY_EDITOR", {
      jurisdictionId: dayton,
    });
    const input = { email: "someone@example.org", role: "CITY_VIEWER", jurisdictionId: dayton };
    expect(await browser.code(INVITE, { input })).toBe("FORBIDDEN");
    expect(await browser.code(MEMBERS, { jurisdictionId: dayton })).toBe("FORBIDDEN");
  });

  test("needs an address that can be one, and no role held already", async () => {
    const codes = async (email: string) => {
      const input = { email, role: "CITY_ADMINISTRATOR", jurisdictionId: dayton };
      return (await administrator.browser.get(INVITE, { input })).inviteMember.findings;
    };
    expect(await codes("not an address")).toEqual([{ code: "INVITATION_EMAIL_MALFORMED" }]);
    expect(await codes(administrator.email.toUpperCase())).toEqual([{ code: "INVITATION_ROLE_HELD" }]);
  });
});

describe("members", () => {
  test("of a city are shown to its administrator, not those of the next city", async () => {
    await world.newPerson(steward, "CITY_ADMINISTRATOR", { jurisdictionId: toledo });
    const { members } = await administrator.browser.get(MEMBERS);
    expect(new Set(members.edges.map(({ node }) => node.placeName))).toEqual(new Set(["Dayton"]));
    expect(await administrator.browser.code(MEMBERS, { jurisdictionId: toledo })).toBe("FORBIDDEN");
    const everywhere = (await steward.get(MEMBERS)).members;
    expect(everywhere.totalCount).toBeGreaterThan(members.totalCount);
  });

  test("lose a role with the next request, in the session that is open", async () => {
    const { browser, email } = await world.newPerson(administrator.browser, "CITY_EDITOR", {
      jurisdictionId: dayton,
    });
    await browser.get("{ jurisdictions { totalCount } }");
    const find = async () =>
      (await administrator.browser.get(MEMBERS)).members.edges
        .map(({ node }) => node)
        .find((node) => node.email === email);
    const member = await find();
    const input = { membershipId: member?.id, role: "CITY_VIEWER", expectedRevision: member?.revision };
    const { changeRole } = await administrator.browser.get(CHANGE, { input });
    expect(changeRole.member).toEqual({ role: "CITY_VIEWER", revision: 2 });
    expect((await browser.get("{ actor { permissions } }")).actor.permissions).not.toContain("site.open");
    expect(await administrator.browser.code(CHANGE, { input })).toBe("STALE_REVISION");
    await administrator.browser.get(REMOVE, {
      input: { membershipId: member?.id, expectedRevision: 2, reason: "Left the city" },
    });
    expect(await browser.code("{ jurisdictions { totalCount } }")).toBe("FORBIDDEN");
    expect(await find()).toBeUndefined();
  });

  test("keep a last administrator, even when two remove each other at the same moment", async () => {
    const second = await world.newPerson(administrator.browser, "CITY_ADMINISTRATOR", {
      jurisdictionId: dayton,
    });
    const { members } = await administrator.browser.get(MEMBERS);
    const administrators = members.edges
      .map(({ node }) => node)
      .filter((node) => node.role === "CITY_ADMINISTRATOR");
    expect(administrators).toHaveLength(2);
    const [own, other] = [second.email, administrator.email].map((email) =>
      administrators.find((node) => node.email === email),
    );
    const remove = (browser: Browser, node: Node | undefined) =>
      browser.ask(REMOVE, { input: { membershipId: node?.id, expectedRevision: node?.revision } });
    await Promise.all([remove(second.browser, other), remove(administrator.browser, own)]);
    const left = (await steward.get(MEMBERS, { jurisdictionId: dayton })).members.edges.map(
      ({ node }) => node,
    );
    const stays = left.filter((node) => node.role === "CITY_ADMINISTRATOR");
    expect(stays).toHaveLength(1);
    const survivor = stays[0]?.email === second.email ? second.browser : administrator.browser;
    const { removeMember } = await survivor.get(REMOVE, {
      input: { membershipId: stays[0]?.id, expectedRevision: stays[0]?.revision },
    });
    expect(removeMember.findings).toEqual([{ code: "MEMBER_LAST_HOLDER" }]);
  });
});

describe("the record", () => {
  test("has a change set for every change of access, and holds no secret", async () => {
    const { invitation } = (
      await steward.get(INVITE, {
        input: { email: "nobody@example.org", role: "CITY_VIEWER", jurisdictionId: dayton },
      })
    ).inviteMember;
    await steward.get(
      `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { id } }`,
      { input: { invitationId: invitation.id, expectedRevision: invitation.revision } },
    );
    const client = new pg.Client(world.database.url);
    await client.connect();
    const { rows } = await client.query<{ use_case: string; changes: number }>(
      `select s.use_case, count(c.*)::int as changes from change_set s left join change c on c.change_set_id = s.id group by s.id, s.use_case`,
    );
    const { rows: stored } = await client.query<{ text: string }>(
      "select string_agg(c::text, ' ') as text from change c",
    );
    await client.end();
    expect(new Set(rows.map((row) => row.use_case))).toEqual(
      new Set([
        "inviteSteward",
        "inviteMember",
        "acceptInvitation",
        "revokeInvitation",
        "changeRole",
        "removeMember",
        "saveJurisdiction",
      ]),
    );
    expect(rows.filter(({ changes }) => changes === 0)).toEqual([]);
    for (const { text } of world.letters) expect(stored[0]?.text).not.toContain(tokenOf(text));
    expect(stored[0]?.text).not.toContain(PASSWORD);
  });
});
