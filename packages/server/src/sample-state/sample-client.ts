import type { FastifyInstance } from "fastify";

/** Somebody who is signed in and works through the public API, as a person at a screen does. */
export interface SamplePerson {
  /** Asks the API; an error stops the making of the sample state. */
  ask<T>(operation: string, variables?: object): Promise<T>;
  /** Does one thing and gives its outcome; a refusal stops the making of the sample state. */
  change<T>(mutation: Mutation, input: object): Promise<T>;
  /** Hands a file in. */
  upload(file: {
    readonly name: string;
    readonly jurisdictionId: string;
    readonly text: string;
  }): Promise<string>;
}

/** A mutation with the input type that it takes and what is wanted of its outcome. */
export interface Mutation {
  readonly name: string;
  readonly input: string;
  /** Fragments of the outcome, as GraphQL writes them. */
  readonly wanted: string;
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Signs an account in at the server and speaks for it; without an account, for nobody. */
export async function speakAs(
  app: FastifyInstance,
  account?: { readonly email: string; readonly password: string },
): Promise<SamplePerson> {
  const headers = account === undefined ? {} : { cookie: await signIn(app, account) };
  const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      headers,
      payload: { query, variables },
    });
    const { data, errors } = response.json<Answer>();
    if (errors !== undefined)
      throw new Error(`The sample state met an error: ${errors.map(({ message }) => message).join(" ")}`);
    return data as T;
  };
  return {
    ask,
    change: (mutation, input) => change(ask, mutation, input),
    upload: async ({ name, jurisdictionId, text }) => {
      const url = `/imports?jurisdictionId=${jurisdictionId}&fileName=${encodeURIComponent(name)}`;
      const response = await app.inject({
        method: "POST",
        url,
        headers: { ...headers, "content-type": "application/octet-stream" },
        payload: text,
      });
      const { importId } = response.json<{ importId?: string }>();
      if (importId === undefined)
        throw new Error(`The sample state's file ${name} was refused: ${response.body}`);
      return importId;
    },
  };
}

/** Whether an account is there and its password is the one given. */
export async function canSignIn(
  app: FastifyInstance,
  account: { readonly email: string; readonly password: string },
): Promise<boolean> {
  const response = await app.inject({ method: "POST", url: "/api/auth/sign-in/email", payload: account });
  return response.statusCode === 200;
}

async function signIn(
  app: FastifyInstance,
  account: { readonly email: string; readonly password: string },
): Promise<string> {
  const response = await app.inject({ method: "POST", url: "/api/auth/sign-in/email", payload: account });
  if (response.statusCode !== 200) throw new Error(`${account.email} could not sign in: ${response.body}`);
  const cookies = [response.headers["set-cookie"] ?? []].flat();
  return cookies.map((cookie) => cookie.slice(0, cookie.indexOf(";"))).join("; ");
}

async function change<T>(
  ask: <Data>(operation: string, variables: object) => Promise<Data>,
  { name, input: inputType, wanted }: Mutation,
  input: object,
): Promise<T> {
  const operation = `mutation ($input: ${inputType}!) { ${name}(input: $input) { __typename ${wanted} } }`;
  const data = await ask<Readonly<Record<string, { findings?: readonly { message: string }[] }>>>(operation, {
    input,
  });
  const outcome = data[name];
  if (outcome?.findings === undefined) return outcome as T;
  const reasons = outcome.findings.map(({ message }) => message).join(" ");
  throw new Error(`The sample state's ${name} was refused: ${reasons} ${JSON.stringify(input)}`);
}
