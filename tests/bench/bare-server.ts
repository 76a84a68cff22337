import { createServer } from "node:http";
import pg from "pg";

/**
 * The least that can be between a browser and the database: one statement, whose answer is the
 * page's JSON. Told by its parent which statement; tells its parent its port.
 */
const [databaseUrl = "", statement = "", ...values] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });

const server = createServer((_asked, answer) => {
  pool.query<{ page: string }>({ name: "page", text: statement, values }).then(
    ({ rows }) => {
      answer.setHeader("content-type", "application/json");
      answer.end(rows[0]?.page);
    },
    (error: unknown) => {
      answer.statusCode = 500;
      answer.end(String(error));
    },
  );
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
