import { writeFileSync } from "node:fs";

import { lexicographicSortSchema, printSchema } from "graphql";

import { buildApiSchema } from "./build-schema.ts";

/** Writes the contract that admin and server share; `pnpm generate` runs this. */
writeFileSync(
  new URL("../../schema.graphql", import.meta.url),
  `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`,
);
