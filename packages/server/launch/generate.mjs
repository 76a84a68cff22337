import { existsSync } from "node:fs";
import { join } from "node:path";
import { adminFolder, root, serverFolder, toolFile } from "./places.mjs";
import { run } from "./run.mjs";

/**
 * Prisma's command fetches an engine that it does not need for this (the generator is WebAssembly);
 * told of any program as that engine, it works without a network.
 */
function prismaEnvironment({ node, env }) {
  return {
    ...env,
    PRISMA_SCHEMA_ENGINE_BINARY: node,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
}

/** The database client, from prisma/models. */
export function generateClient(tools) {
  return run("Prisma client", [tools.node, toolFile("prisma"), "generate"], {
    env: prismaEnvironment(tools),
  });
}

/** schema.graphql, from the server's types. */
export function printSchema({ node, env }) {
  const file = join(serverFolder, "src", "graphql", "print-schema.ts");
  return run("Print the schema", [node, toolFile("tsx", serverFolder), file], { cwd: serverFolder, env });
}

/** Types of the admin's queries, from schema.graphql. */
export function generateDocuments({ node, env }) {
  return run("Typed documents", [node, toolFile("graphql-codegen", adminFolder), "--config", "codegen.ts"], {
    cwd: adminFolder,
    env,
  });
}

/** Everything that is made from something else, each after what it is made from. */
export async function generate(tools) {
  await generateClient(tools);
  await printSchema(tools);
  await generateDocuments(tools);
}

/** What must be there before anything is built: the committed schema serves as it is. */
export async function generateForBuild(tools) {
  await Promise.all([generateClient(tools), generateDocuments(tools)]);
}

export function isGenerated() {
  return (
    existsSync(join(serverFolder, "src/persistence/generated/client.ts")) &&
    existsSync(join(adminFolder, "src/graphql/generated/graphql.ts")) &&
    existsSync(join(root, "node_modules"))
  );
}
