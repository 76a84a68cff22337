import { randomUUID } from "node:crypto";
import { createServer, type ServerSettings } from "@frontstep/server";
import { inviteSteward, openDatabases } from "@frontstep/server/testing";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "./database.ts";

/*
 * From an empty database, through the API and the sign-in routes alone: the first steward is
 * invited from the machine, every other account by somebody who is already in.
 */
export const PASSWORD = "a lantern on the river";
const ADDRESS = "https://frontstep.example.org";
type App = Awaited<ReturnType<typeof createServer>>;
type Letter = Parameters<ServerSettings["sendMail"]>[0];

/** A member or an invitation. */
export interface Node {
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
export class Browser {
  private readonly app: App;
  cookie = "";
  hat = "";

  constructor(app: App) {
    this.app = app;
  }

  async ask(query: string, variables: object = {}): Promise<Answer> {
    const headers = { cookie: this.cookie, ...(this.hat ? { "x-frontstep-hat": this.hat } : {}) };
    const response = await this.app.inject({
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
    const response = await this.app.inject({
      method: "POST",
      url: "/api/auth/sign-in/email",
      payload: { email, password },
    });
    if (response.statusCode !== 200) throw new Error(response.body);
    this.cookie = String([response.headers["set-cookie"]].flat()[0]).split(";", 1)[0] ?? "";
  }
}

export const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) {
  __typename
  ... on MemberInvited { isMailSent invitation { id email role placeName revision } }
  ... on AccessRefused { findings { code } } } }`;
export const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  __typename ... on InvitationAccepted { email } ... on AccessRefused { findings { code } } } }`;
export const REMOVE = `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) {
  __typename ... on AccessRefused { findings { code } } } }`;
export const CHANGE = `mutation ($input: ChangeRoleInput!) { changeRole(input: $input) {
  __typename ... on RoleChanged { member { role revision } } ... on AccessRefused { findings { code } } } }`;
export const MEMBERS = `query ($jurisdictionId: ID) { members(jurisdictionId: $jurisdictionId) {
  totalCount edges { node { id name email role placeName revision } } } }`;

/** The secret of the link in a letter. */
export const tokenOf = (text: string) => decodeURIComponent(/token=([^\s&]+)/.exec(text)?.[1] ?? "");

/** Somebody who came by an invitation. */
export interface Person {
  readonly browser: Browser;
  readonly email: string;
}

/** A product with a steward, two cities and the administrator of the first. */
export interface AccessWorld {
  readonly database: TestDatabase;
  readonly letters: readonly Letter[];
  /** Whether letters can be handed over. */
  readonly mail: { isDown: boolean };
  readonly steward: Browser;
  readonly dayton: string;
  readonly toledo: string;
  readonly administrator: Person;
  newBrowser(): Browser;
  newestLetterTo(email: string): string;
  /** Invites, accepts and signs in: a person as the product makes one. */
  newPerson(inviter: Browser, role: string, place: object): Promise<Person>;
  close(): Promise<void>;
}

const SAVE = `mutation ($input: SaveJurisdictionInput!) { saveJurisdiction(input: $input) { ... on JurisdictionSaved { jurisdiction { id } } } }`;

/** Makes that product on a database of its own. */
export async function openAccessWorld(): Promise<AccessWorld> {
  const database = await createTestDatabase();
  const letters: Letter[] = [];
  const mail = { isDown: false };
  const app = await createServer({
    databaseUrl: database.url,
    secret: TEST_SECRET,
    isProduction: true,
    publicAddress: ADDRESS,
    sendMail: (letter) => {
      if (mail.isDown) return Promise.reject(new Error("connection refused"));
      letters.push(letter);
      return Promise.resolve();
    },
  });
  const newBrowser = () => new Browser(app);
  const newestLetterTo = (email: string) => letters.findLast(({ to }) => to === email)?.text ?? "";
  const newPerson = async (inviter: Browser, role: string, place: object): Promise<Person> => {
    const email = `${randomUUID()}@example.org`;
    const { inviteMember } = await inviter.get(INVITE, { input: { email, role, ...place } });
    if (inviteMember.__typename !== "MemberInvited" || !inviteMember.isMailSent)
      throw new Error(`The invitation came to ${JSON.stringify(inviteMember)}`);
    const browser = newBrowser();
    await accept(browser, tokenOf(newestLetterTo(email)), `Person ${email.slice(0, 4)}`);
    await browser.signIn(email);
    return { browser, email };
  };
  const steward = await firstSteward(database, newBrowser());
  const dayton = await newCity(steward, "Dayton");
  const toledo = await newCity(steward, "Toledo");
  const administrator = await newPerson(steward, "CITY_ADMINISTRATOR", { jurisdictionId: dayton });
  const people = { steward, dayton, toledo, administrator, newBrowser, newestLetterTo, newPerson };
  const close = async () => {
    await app.close();
    await database.drop();
  };
  return { database, letters, mail, ...people, close };
}

async function accept(browser: Browser, token: string, name: string): Promise<void> {
  const { acceptInvitation } = await browser.get(ACCEPT, { input: { token, name, password: PASSWORD } });
  if (acceptInvitation.__typename !== "InvitationAccepted")
    throw new Error(`The invitation came to ${JSON.stringify(acceptInvitation)}`);
}

async function firstSteward(database: TestDatabase, browser: Browser): Promise<Browser> {
  const databases = openDatabases(database.url, TEST_SECRET);
  const link = await inviteSteward(databases, { email: "Steward@Example.org", publicAddress: ADDRESS });
  await databases.close();
  await accept(browser, tokenOf(link), "Sam Steward");
  await browser.signIn("steward@example.org");
  return browser;
}

async function newCity(steward: Browser, name: string): Promise<string> {
  const place = { kind: "CITY", stateCode: "OH", timeZone: "America/New_York", isParticipating: true };
  return (await steward.get(SAVE, { input: { name, ...place } })).saveJurisdiction.jurisdiction.id;
}
