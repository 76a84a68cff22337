import { createServer as createSocketServer } from "node:net";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { CannotStart } from "./cannot-start.ts";
import type { Config } from "./config.ts";
import { createServer } from "./create-server.ts";
import { fillDatabase } from "./fill-database.ts";
import { closeGently } from "./http/closing.ts";
import { keptSecret } from "./kept-secret.ts";
import { mailSender } from "./mail/send-mail.ts";
import { type OpenedDatabase, openOwnerDatabase } from "./persistence/owner-database.ts";
import { rootFolder } from "./root-folder.ts";

/** Runs a server until it is told to end: database, migrations, then the pages and the API on one port. */
export async function runServer(config: Config): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  await refuseBusyPort(config);
  const secret = config.secret ?? keptSecret(config.dataFolder);
  const { hasSampleState } = config;
  const fill = (databaseUrl: string) => fillDatabase({ databaseUrl, secret, hasSampleState }, say);
  const database = await openOwnerDatabase(config, {
    secret,
    say,
    ...(hasSampleState ? { fillNew: fill } : {}),
  });
  const signIns = await fill(database.url);
  const publicAddress = config.origin ?? `http://localhost:${config.port}`;
  const app = await createServer({
    databaseUrl: database.url,
    secret,
    isProduction: config.isProduction,
    publicAddress,
    sendMail: mailSender({
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      folder: join(config.dataFolder, "mail"),
      onLetter: ({ to, subject, text }) => {
        say(`\nLetter to ${to}: ${subject}\n${text}\n`);
      },
    }),
    adminFolder: join(rootFolder(), "packages", "admin", "dist"),
    logLevel: config.logLevel,
    trustedProxies: config.trustedProxies,
    metricsToken: config.metricsToken,
    checkDatabase: () => database.check(),
  });
  endWhenTold(app, { database, config });
  await listen(app, config);
  if (signIns !== null) say(`\n${signIns}`);
  say(`\nFrontstep is at ${publicAddress}\nCtrl-C stops it.`);
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw explainListening(error, { host, port });
  }
}

/** Before anything is started: a busy port is the commonest reason not to start, and is said at once. */
function refuseBusyPort({ host, port }: Config): Promise<void> {
  return new Promise((settle, fail) => {
    const probe = createSocketServer();
    probe.once("error", (error) => {
      fail(explainListening(error, { host, port }));
    });
    probe.listen({ host, port }, () => probe.close(() => settle()));
  });
}

function explainListening(error: unknown, { host, port }: { host: string; port: number }): Error {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new CannotStart(
      `Port ${port} is in use by another program: stop that one, or choose another port with FRONTSTEP_PORT.`,
    );
  }
  if (code === "EACCES") {
    return new CannotStart(
      `This account may not listen on port ${port}: choose one above 1023 with FRONTSTEP_PORT.`,
    );
  }
  if (code === "EADDRNOTAVAIL") {
    return new CannotStart(`${host} is no address of this machine: correct FRONTSTEP_HOST.`);
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** Ctrl-C, or the operator's word: what is under way is finished first. Said twice, it ends at once. */
function endWhenTold(app: FastifyInstance, parts: { database: OpenedDatabase; config: Config }): void {
  let isEnding = false;
  const end = async (): Promise<void> => {
    if (isEnding) process.exit(1);
    isEnding = true;
    await closeGently(app, { isBehindBalancer: parts.config.isProduction });
    await parts.database.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void end());
  process.on("SIGTERM", () => void end());
}
