import { existsSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";

const schema = "../server/schema.graphql";

if (!existsSync(new URL(schema, import.meta.url))) {
  console.log(`${schema} does not exist yet: run "pnpm generate" at the root, which prints it first.`);
  process.exit(0);
}

const config: CodegenConfig = {
  schema,
  documents: ["src/**/*.{ts,tsx}", "!src/**/*.test.{ts,tsx}", "!src/graphql/generated/**"],
  ignoreNoDocuments: true,
  generates: {
    "src/graphql/generated/": {
      preset: "client",
      // Apollo masks at run time and by type; the preset's own masking would exclude it.
      presetConfig: { fragmentMasking: false },
      config: {
        inlineFragmentTypes: "mask",
        customDirectives: { apolloUnmask: true },
        useTypeImports: true,
        // Apollo asks for every type name by itself.
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        enumsAsTypes: true,
        strictScalars: true,
        defaultScalarType: "unknown",
        scalars: { Date: "string", DateTime: "string", Period: "string", JSON: "unknown" },
      },
    },
    "src/graphql/generated/idempotent-inputs.ts": { plugins: ["./idempotent-inputs-plugin.js"] },
  },
};

export default config;
