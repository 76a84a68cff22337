import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";

import pg from "pg";

/** What every statement of a request carries to the database. */
export interface StatementContext {
  /** Names the row of `sec.grant_ctx` that says what may be seen; null sees nothing. */
  token: string | null;
  /** A query that writes is refused by the database. */
  readonly readOnly: boolean;
}

/** The context of the statements made from here on; kept across awaits. */
export const statementContext = new AsyncLocalStorage<StatementContext>();

const TOKEN = /^[0-9a-f]{64}$/;
const BEGINS = /^\s*(begin|start)\b/i;
const ENDS = /^\s*(commit|rollback)\s*;?\s*$/i;

/**
 * A connection that sends the context in the same network write as the statement. Outside a
 * transaction a statement travels as `BEGIN; SET LOCAL; statement; COMMIT` without waiting in
 * between, so that the context lives exactly as long as the statement and a pooled connection
 * never carries it on. Without a context the statement goes alone and row-level security shows nothing.
 */
class ContextClient extends pg.Client {
  private inTransaction = false;
  declare readonly connection: pg.Connection;

  override query(...args: unknown[]): never {
    const text = statementText(args[0]);
    const context = statementContext.getStore();
    if (text === undefined || context?.token === undefined || context.token === null) return this.send(args);
    if (BEGINS.test(text)) return this.begin(context);
    if (this.inTransaction) {
      if (ENDS.test(text)) this.inTransaction = false;
      return this.send(args);
    }
    // Held back until all three are written, so that they leave as one packet.
    const { stream } = this.connection;
    stream.cork();
    ignoreFailure(this.send([opening(context)]));
    const answer = this.send(args);
    ignoreFailure(this.send(["COMMIT"]));
    stream.uncork();
    return answer;
  }

  private begin(context: StatementContext): never {
    this.inTransaction = true;
    const opened: Promise<unknown> = this.send([opening(context)]);
    return opened.then((results) => (Array.isArray(results) ? (results[0] as unknown) : results)) as never;
  }

  private send(args: unknown[]): never {
    return (super.query as (...args: unknown[]) => unknown).apply(this, args) as never;
  }
}

/** The text of what `pg` was asked to run; nothing for cursors and other objects that submit themselves. */
function statementText(statement: unknown): string | undefined {
  if (typeof statement === "string") return statement;
  if (typeof statement !== "object" || statement === null || "submit" in statement) return undefined;
  return "text" in statement && typeof statement.text === "string" ? statement.text : undefined;
}

function opening({ token, readOnly }: StatementContext): string {
  if (token === null || !TOKEN.test(token)) throw new Error("The context's token is malformed");
  return `${readOnly ? "BEGIN READ ONLY" : "BEGIN"}; SET LOCAL app.ctx = '${token}'`;
}

/** The failure of the frame around a statement is also the statement's own, which is reported. */
function ignoreFailure(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}

type Connected = Parameters<pg.Pool["connect"]>[0];

/**
 * A pool that hands a connection over in the context of whoever asked for it. When all connections
 * are busy, the pool calls the next in the queue from within the request that gave one back, whose
 * context would otherwise be the one that the statement carries.
 */
class ContextPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(whenConnected: Connected): void;
  override connect(whenConnected?: Connected): Promise<pg.PoolClient> | undefined {
    if (whenConnected === undefined) return super.connect();
    super.connect(AsyncResource.bind(whenConnected));
    return undefined;
  }
}

/** A pool whose connections carry the context of whoever uses them. */
export function contextPool(connectionString: string, size: number): pg.Pool {
  const options: pg.PoolConfig & { pipeline: boolean } = {
    connectionString,
    max: size,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    Client: ContextClient,
  };
  return new ContextPool(options);
}
