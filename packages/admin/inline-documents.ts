import { fileURLToPath } from "node:url";
import { type Plugin, runnerImport } from "vite";

interface Generated {
  graphql: (source: string) => object;
}

const generated = fileURLToPath(new URL("./src/graphql/generated/gql.ts", import.meta.url));
const call = /\bgraphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`,?\s*\)/g;

/**
 * The generated map of all documents would be loaded with the first page. This puts each document
 * where it is used instead, so that a page loads its own and the map is left out.
 */
export function inlineDocuments(): Plugin {
  let documents: Generated | undefined;
  return {
    name: "inline-documents",
    apply: "build",
    enforce: "pre",
    async buildStart() {
      documents = (await runnerImport<Generated>(generated, { configFile: false, logLevel: "error" })).module;
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: /\bgraphql\(\s*`/ },
      handler(code, id) {
        if (!documents || id === generated) return undefined;
        const { graphql } = documents;
        return {
          code: code.replace(call, (_, source: string) => `(${JSON.stringify(graphql(source))})`),
          map: null,
        };
      },
    },
  };
}
