import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { templateJsonSchema } from "@frontstep/domain/templates";
import { lexicographicSortSchema, printSchema } from "graphql";

import { rootFolder } from "#server/root-folder.ts";

import { buildApiSchema } from "./build-schema.ts";

/** Writes the contract that admin and server share; `pnpm generate` runs this. */
writeFileSync(
  new URL("../../schema.graphql", import.meta.url),
  `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`,
);

/** And the format of a template release, for those who write one in an editor. */
writeFileSync(
  join(rootFolder(), "docs", "template-release.schema.json"),
  `${JSON.stringify(templateJsonSchema(), null, 2)}\n`,
);
