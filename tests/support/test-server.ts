import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createServer, type ServerSettings } from "@frontstep/server";
import pg from "pg";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "./database.ts";

/** A role at a place, as an invitation would give it. */
export interface TestMembership {
  readonly role: string;
  readonly jurisdictionId?: string;
  readonly siteId?: string;
  readonly organizationId?: string;
  readonly stateCode?: string;
}

/** An answer of the API, as a client reads it. */
export interface Answer<T> {
  readonly data: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Somebody who speaks to the API and to nothing else. */
export interface TestActor {
  readonly accountId: string;
  /** Asks and gives the whole answer, errors and all. */
  ask<T>(operation: string, variables?: object): Promise<Answer<T>>;
  /** Asks and gives the data; an error fails the test with its sentence. */
  get<T>(operation: string, variables?: object): Promise<T>;
  /** Takes a role up besides those held, or before holding any. */
  join(membership: TestMembership): Promise<void>;
}

/** A letter that the server sent. */
export type Letter = Parameters<ServerSettings["sendMail"]>[0];

/** The server of a test file, with a database of its own. */
export interface TestServer {
  readonly database: TestDatabase;
  /** Somebody signed in, who holds these roles; `hat` says which to wear when they are several. */
  actor(
    memberships: readonly TestMembership[],
    options?: { hat?: string; language?: string },
  ): Promise<TestActor>;
  /** Somebody who has not signed in. */
  readonly nobody: TestActor;
  /** What the server has sent so far, the oldest first. */
  readonly letters: readonly Letter[];
  /** The server's own door, for what is not the API. */
  readonly inject: Awaited<ReturnType<typeof createServer>>["inject"];
  /** Ends the server and leaves its database to others. */
  end(): Promise<void>;
  /** Opens the door to this machine, for what must come as a stream; gives the address. */
  readonly listen: () => Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts a server over a database of its own. Who signs in is told by a header instead of a
 * cookie; the grant behind it is a real one, so both walls stand as they do in production.
 */
export async function startTestServer(): Promise<TestServer> {
  const database = await createTestDatabase();
  const owner = new pg.Client(database.url);
  await owner.connect();
  const people = new Map<string, Person>();
  const letters: Letter[] = [];
  const app = await createServer({
    databaseUrl: database.url,
    secret: TEST_SECRET,
    isProduction: false,
    publicAddress: "http://localhost:4000",
    sendMail: (letter) => {
      letters.push(letter);
      return Promise.resolve();
    },
    authenticate: async (request) => {
      const person = people.get(String(request.headers["x-test-account"]));
      return person === undefined ? null : await signedIn(owner, person);
    },
  });
  const speak = (person: Person | null): TestActor => actorOver(app, owner, person);
  return {
    database,
    nobody: speak(null),
    letters,
    inject: app.inject.bind(app),
    listen: () => app.listen({ host: "127.0.0.1", port: 0 }),
    actor: async (memberships, options = {}) => {
      const person = await addPerson(owner, options);
      people.set(person.accountId, person);
      const actor = speak(person);
      for (const membership of memberships) await actor.join(membership);
      return actor;
    },
    end: () => app.close(),
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}

interface Person {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly hat: string | undefined;
  readonly language: string;
  readonly memberships: TestMembership[];
}

type App = Awaited<ReturnType<typeof createServer>>;

function actorOver(app: App, owner: pg.Client, person: Person | null): TestActor {
  const ask = async <T>(query: string, variables: object = {}): Promise<Answer<T>> => {
    const headers = {
      "accept-language": person?.language ?? "en",
      ...(person === null ? {} : { "x-test-account": person.accountId }),
    };
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      headers,
      payload: { query, variables },
    });
    return response.json<Answer<T>>();
  };
  return {
    accountId: person?.accountId ?? "",
    ask,
    get: async <T>(query: string, variables?: object) => {
      const { data, errors } = await ask<T>(query, variables);
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("\n"));
      return data as T;
    },
    join: async (membership) => {
      if (person === null) throw new Error("Nobody holds no role");
      person.memberships.push(membership);
      await addMembership(owner, person, membership);
    },
  };
}

async function addPerson(owner: pg.Client, options: { hat?: string; language?: string }): Promise<Person> {
  const accountId = randomUUID();
  const sessionId = randomUUID();
  const name = `Person ${accountId.slice(0, 8)}`;
  const email = `${accountId}@example.org`;
  await owner.query("insert into auth.account (id, name, email, email_verified) values ($1, $2, $3, true)", [
    accountId,
    name,
    email,
  ]);
  await owner.query(
    "insert into auth.account_session (id, account_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')",
    [sessionId, accountId, randomBytes(32).toString("hex")],
  );
  return {
    accountId,
    sessionId,
    name,
    email,
    hat: options.hat,
    language: options.language ?? "en",
    memberships: [],
  };
}

async function addMembership(owner: pg.Client, person: Person, membership: TestMembership): Promise<void> {
  await owner.query("begin");
  const { rows } = await owner.query<{ id: string }>(
    `insert into change_set (jurisdiction_id, id, use_case, actor_name, via)
     values ('00000000-0000-0000-0000-000000000000', uuidv7(), 'acceptInvitation', $1, 'job') returning id`,
    [person.name],
  );
  await owner.query("select set_config('app.change_set', $1, true)", [rows[0]?.id]);
  await owner.query(
    `insert into membership (id, account_id, account_name, account_email, role, jurisdiction_id, site_id, organization_id, state_code)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      randomUUID(),
      person.accountId,
      person.name,
      person.email,
      membership.role,
      membership.jurisdictionId,
      membership.siteId,
      membership.organizationId,
      membership.stateCode,
    ],
  );
  await owner.query("commit");
}

type Authenticate = NonNullable<Parameters<typeof createServer>[0]["authenticate"]>;
type SignedIn = NonNullable<Awaited<ReturnType<Authenticate>>>;

/** The hat of each role, in the order in which a default is chosen. */
const HAT_OF_ROLE: Readonly<Record<string, string>> = {
  cityAdministrator: "city",
  cityEditor: "city",
  cityViewer: "city",
  siteCoordinator: "city",
  partnerStaff: "organization",
  templateAuthor: "organization",
  stateOfficial: "state",
  platformSteward: "steward",
};

async function signedIn(owner: pg.Client, person: Person): Promise<SignedIn> {
  const worn =
    person.hat ??
    ["city", "organization", "state", "steward"].find((hat) =>
      person.memberships.some(({ role }) => HAT_OF_ROLE[role] === hat),
    );
  const token = createHash("sha256")
    .update(`${person.sessionId} ${worn ?? ""}`)
    .digest("hex");
  if (worn !== undefined) {
    await owner.query("select sec.open_context($1, $2, $3, now() + interval '1 hour')", [
      token,
      person.sessionId,
      worn,
    ]);
  }
  return {
    actor: {
      accountId: person.accountId,
      name: person.name,
      email: person.email,
      memberships: person.memberships.map(({ role, ...place }) => ({ role, scope: scopeOf(place) })),
    },
    sessionId: person.sessionId,
    hat: worn ?? null,
    token: worn === undefined ? null : token,
  } as SignedIn;
}

function scopeOf(place: Omit<TestMembership, "role">): object {
  if (place.siteId !== undefined) return { kind: "site", ...place };
  if (place.jurisdictionId !== undefined) return { kind: "jurisdiction", ...place };
  if (place.organizationId !== undefined) return { kind: "organization", ...place };
  if (place.stateCode !== undefined) return { kind: "state", ...place };
  return { kind: "platform" };
}
