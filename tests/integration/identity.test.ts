import { randomUUID } from "node:crypto";
import { createServer, type ServerSettings } from "@frontstep/server";
import { inviteSteward, openDatabases } from "@frontstep/server/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "../support/database.ts";

/*
 * From an empty database, through the API and the sign-in routes alone: the first steward is
 * invited from the machine, every other account by somebody who is already in.
 */
const PASSWORD = "a lantern on the river";
const ADDRESS = "https://frontstep.example.org";
type Letter = Parameters<ServerSettings["sendMail"]>[0];

let database: TestDatabase;
let app: Awaited<ReturnType<typeof createServer>>;
const letters: Letter[] = [];
let isMailDown = false;

interface Node {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly placeName: string;
  readonly revision: number;
}

interface Outcome {
  readonly __typename: string;
  readonly findings: readonly { readonly code: string }[];
}

/** What the operations of this file answer; each answers a part of it. */
interface Data {
  readonly actor: {
    readonly hat: string | null;
    readonly hats: readonly string[];
    readonly permissions: readonly string[];
    readonly roles: readonly object[];
  };
  readonly members: { readonly totalCount: number; readonly edges: readonly { readonly node: Node }[] };
  readonly invitation: object | null;
  readonly inviteMember: Outcome & { readonly invitation: Node; readonly isMailSent: boolean };
  readonly acceptInvitation: Outcome;
  readonly changeRole: Outcome & { readonly member: Node };
  readonly removeMember: Outcome;
  readonly saveJurisdiction: { readonly jurisdiction: { readonly id: string } };
}

interface Answer {
  readonly data: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A browser that keeps its cookie. */
class Browser {
  cookie = "";
  hat = "";

  async ask(query: string, variables: object = {}): Promise<Answer> {
    const headers = { cookie: this.cookie, ...(this.hat ? { "x-frontstep-hat": this.hat } : {}) };
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      headers,
      payload: { query, variables },
    });
    return response.json<Answer>();
  }

  async get(query: string, variables?: object): Promise<Data> {
    const { data, errors } = await this.ask(query, variables);
    if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
    return data;
  }

  async code(query: string, variables?: object): Promise<string | undefined> {
    return (await this.ask(query, variables)).errors?.[0]?.extensions.code;
  }

  async signIn(email: string, password = PASSWORD): Promise<void> {
    const response = await app.inject({
      method: "POST",
      url: "/api/auth/sign-in/email",
      payload: { email, password },
    });
    if (response.statusCode !== 200) throw new Error(response.body);
    this.cookie = String([response.headers["set-cookie"]].flat()[0]).split(";", 1)[0] ?? "";
  }
}

const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) {
  __typename
  ... on MemberInvited { isMailSent invitation { id email role placeName revision } }
  ... on AccessRefused { findings { code } } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  __typename ... on InvitationAccepted { email } ... on AccessRefused { findings { code } } } }`;
const REMOVE = `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) {
  __typename ... on AccessRefused { findings { code } } } }`;
const CHANGE = `mutation ($input: ChangeRoleInput!) { changeRole(input: $input) {
  __typename ... on RoleChanged { member { role revision } } ... on AccessRefused { findings { code } } } }`;
const MEMBERS = `query ($jurisdictionId: ID) { members(jurisdictionId: $jurisdictionId) {
  totalCount edges { node { id name email role placeName revision } } } }`;

const tokenOf = (text: string) => decodeURIComponent(/token=([^\s&]+)/.exec(text)?.[1] ?? "");
const newestLetterTo = (email: string) => letters.findLast(({ to }) => to === email)?.text ?? "";

/** Invites, accepts and signs in: a person as the product makes one. */
async function newPerson(
  inviter: Browser,
  role: string,
  place: object,
): Promise<{ browser: Browser; email: string }> {
  const email = `${randomUUID()}@example.org`;
  const { inviteMember } = await inviter.get(INVITE, { input: { email, role, ...place } });
  expect(inviteMember).toMatchObject({ __typename: "MemberInvited", isMailSent: true });
  const browser = new Browser();
  const input = {
    token: tokenOf(newestLetterTo(email)),
    name: `Person ${email.slice(0, 4)}`,
    password: PASSWORD,
  };
  const { acceptInvitation } = await browser.get(ACCEPT, { input });
  expect(acceptInvitation).toEqual({ __typename: "InvitationAccepted", email });
  await browser.signIn(email);
  return { browser, email };
}

let steward: Browser;
let dayton: string;
let toledo: string;
let administrator: { browser: Browser; email: string };

beforeAll(async () => {
  database = await createTestDatabase();
  app = await createServer({
    databaseUrl: database.url,
    secret: TEST_SECRET,
    isProduction: true,
    publicAddress: ADDRESS,
    sendMail: (letter) => {
      if (isMailDown) return Promise.reject(new Error("connection refused"));
      letters.push(letter);
      return Promise.resolve();
    },
  });
  const databases = openDatabases(database.url, TEST_SECRET);
  const link = await inviteSteward(databases, { email: "Steward@Example.org", publicAddress: ADDRESS });
  await databases.close();
  steward = new Browser();
  await steward.get(ACCEPT, { input: { token: tokenOf(link), name: "Sam Steward", password: PASSWORD } });
  await steward.signIn("steward@example.org");
  const save = `mutation ($input: SaveJurisdictionInput!) { saveJurisdiction(input: $input) { ... on JurisdictionSaved { jurisdiction { id } } } }`;
  const city = async (name: string) => {
    const input = {
      kind: "CITY",
      name,
      stateCode: "OH",
      timeZone: "America/New_York",
      isParticipating: true,
    };
    return (await steward.get(save, { input })).saveJurisdiction.jurisdiction.id;
  };
  dayton = await city("Dayton");
  toledo = await city("Toledo");
  administrator = await newPerson(steward, "CITY_ADMINISTRATOR", { jurisdictionId: dayton });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe("an invitation", () => {
  test("makes the actor that it offered, with the permissions of the role", async () => {
    const { actor } = await administrator.browser.get(
      "{ actor { email hat hats permissions roles { role placeName jurisdictionId } } }",
    );
    expect(actor).toMatchObject({ email: administrator.email, hat: "city", hats: ["city"] });
    expect(actor.permissions).toContain("site.open");
    expect(actor.roles).toEqual([
      { role: "CITY_ADMINISTRATOR", placeName: "Dayton", jurisdictionId: dayton },
    ]);
  });

  test("works once", async () => {
    const input = {
      token: tokenOf(newestLetterTo(administrator.email)),
      name: "Someone Else",
      password: PASSWORD,
    };
    const { acceptInvitation } = await new Browser().get(ACCEPT, { input });
    expect(acceptInvitation.findings).toEqual([{ code: "INVITATION_USED_UP" }]);
  });

  test("is accepted by one of two who open it at the same moment", async () => {
    const email = `${randomUUID()}@example.org`;
    await administrator.browser.get(INVITE, {
      input: { email, role: "CITY_VIEWER", jurisdictionId: dayton },
    });
    const input = { token: tokenOf(newestLetterTo(email)), name: "Twice", password: PASSWORD };
    const answers = await Promise.all([1, 2, 3].map(() => new Browser().ask(ACCEPT, { input })));
    const accepted = answers.filter(({ data }) => data?.acceptInvitation.__typename === "InvitationAccepted");
    expect(accepted).toHaveLength(1);
  });

  test("shows whoever holds its link what it offers, and nothing to anybody else", async () => {
    const email = `${randomUUID()}@example.org`;
    await administrator.browser.get(INVITE, {
      input: { email, role: "CITY_VIEWER", jurisdictionId: dayton, language: "es" },
    });
    expect(newestLetterTo(email)).toContain("Acepte la invitación");
    const offer = "query ($token: String!) { invitation(token: $token) { email role invitedBy hasAccount } }";
    const { invitation } = await new Browser().get(offer, { token: tokenOf(newestLetterTo(email)) });
    expect(invitation).toMatchObject({ email, role: "CITY_VIEWER", hasAccount: false });
    expect(await new Browser().get(offer, { token: "guessed" })).toEqual({ invitation: null });
  });

  test("asks for a name and a password that is not everybody's", async () => {
    const email = `${randomUUID()}@example.org`;
    await administrator.browser.get(INVITE, {
      input: { email, role: "CITY_VIEWER", jurisdictionId: dayton },
    });
    const token = tokenOf(newestLetterTo(email));
    const codes = async (name: string, password: string) => {
      const { acceptInvitation } = await new Browser().get(ACCEPT, { input: { token, name, password } });
      return acceptInvitation.findings.map(({ code }) => code);
    };
    expect(await codes("", PASSWORD)).toEqual(["ACCOUNT_NAME_MISSING"]);
    expect(await codes("Ada", "short")).toContain("PASSWORD_TOO_SHORT");
    expect(await codes("Ada", "password123456")).toEqual(["PASSWORD_TOO_COMMON"]);
  });

  test("gives a known account another role only after it signs in", async () => {
    await steward.get(INVITE, {
      input: { email: administrator.email, role: "STATE_OFFICIAL", stateCode: "OH" },
    });
    const input = { token: tokenOf(newestLetterTo(administrator.email)) };
    const { acceptInvitation } = await new Browser().get(ACCEPT, { input });
    expect(acceptInvitation.findings).toEqual([{ code: "INVITATION_NEEDS_SIGN_IN" }]);
    const { acceptInvitation: accepted } = await administrator.browser.get(ACCEPT, { input });
    expect(accepted.__typename).toBe("InvitationAccepted");
    const { actor } = await administrator.browser.get("{ actor { hat hats } }");
    expect(actor).toEqual({ hat: "city", hats: ["city", "state"] });
    administrator.browser.hat = "state";
    expect(
      (await administrator.browser.get("{ actor { hat permissions } }")).actor.permissions,
    ).not.toContain("roster.read");
    expect(await administrator.browser.code(MEMBERS)).toBe("FORBIDDEN");
    administrator.browser.hat = "steward";
    expect(await administrator.browser.code("{ jurisdictions { totalCount } }")).toBe("FORBIDDEN");
    administrator.browser.hat = "";
  });

  test("is taken back, and a newer one for the same role takes the place of the older", async () => {
    const email = `${randomUUID()}@example.org`;
    const invite = () =>
      administrator.browser.get(INVITE, { input: { email, role: "CITY_EDITOR", jurisdictionId: dayton } });
    await invite();
    const older = tokenOf(newestLetterTo(email));
    const { inviteMember } = await invite();
    const accept = async (token: string) =>
      (await new Browser().get(ACCEPT, { input: { token, name: "Ada", password: PASSWORD } }))
        .acceptInvitation.findings;
    expect(await accept(older)).toEqual([{ code: "INVITATION_USED_UP" }]);
    const revoke = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { revision } }`;
    const input = {
      invitationId: inviteMember.invitation.id,
      expectedRevision: inviteMember.invitation.revision,
    };
    expect(await administrator.browser.code(revoke, { input: { ...input, expectedRevision: 7 } })).toBe(
      "STALE_REVISION",
    );
    await administrator.browser.get(revoke, { input });
    expect(await accept(tokenOf(newestLetterTo(email)))).toEqual([{ code: "INVITATION_USED_UP" }]);
    expect(await administrator.browser.code(revoke, { input })).toBe("NOT_FOUND");
  });

  test("stands when its letter could not be sent, and says so", async () => {
    isMailDown = true;
    const input = { email: `${randomUUID()}@example.org`, role: "CITY_VIEWER", jurisdictionId: dayton };
    const { inviteMember } = await administrator.browser.get(INVITE, { input });
    isMailDown = false;
    expect(inviteMember.isMailSent).toBe(false);
  });

  test("repeated under one idempotency key is one invitation and one letter", async () => {
    const email = `${randomUUID()}@example.org`;
    const input = { email, role: "CITY_VIEWER", jurisdictionId: dayton, idempotencyKey: randomUUID() };
    const [first, second] = [
      await administrator.browser.get(INVITE, { input }),
      await administrator.browser.get(INVITE, { input }),
    ];
    expect(second.inviteMember.invitation.id).toBe(first.inviteMember.invitation.id);
    expect(letters.filter(({ to }) => to === email)).toHaveLength(1);
    const other = { ...input, role: "CITY_EDITOR" };
    expect(await administrator.browser.code(INVITE, { input: other })).toBe("IDEMPOTENCY_KEY_REUSED");
  });
});

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
    const { browser } = await newPerson(administrator.browser, "CITY_EDITOR", { jurisdictionId: dayton });
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
    await newPerson(steward, "CITY_ADMINISTRATOR", { jurisdictionId: toledo });
    const { members } = await administrator.browser.get(MEMBERS);
    expect(new Set(members.edges.map(({ node }) => node.placeName))).toEqual(new Set(["Dayton"]));
    expect(await administrator.browser.code(MEMBERS, { jurisdictionId: toledo })).toBe("FORBIDDEN");
    const everywhere = (await steward.get(MEMBERS)).members;
    expect(everywhere.totalCount).toBeGreaterThan(members.totalCount);
  });

  test("lose a role with the next request, in the session that is open", async () => {
    const { browser, email } = await newPerson(administrator.browser, "CITY_EDITOR", {
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
    const second = await newPerson(administrator.browser, "CITY_ADMINISTRATOR", { jurisdictionId: dayton });
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
    const client = new pg.Client(database.url);
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
    for (const { text } of letters) expect(stored[0]?.text).not.toContain(tokenOf(text));
    expect(stored[0]?.text).not.toContain(PASSWORD);
  });
});
