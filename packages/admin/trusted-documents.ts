import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { ApolloClient, ApolloLink, type DocumentNode, InMemoryCache } from "@apollo/client";
import { getOperationAST, OperationTypeNode, print } from "graphql";
import { of } from "rxjs";
import { type Plugin, runnerImport } from "vite";

const generated = fileURLToPath(new URL("./src/graphql/generated/graphql.ts", import.meta.url));

/** The documents of the admin by the SHA-256 of their text, as the client sends it. */
export type DocumentManifest = Readonly<Record<string, string>>;

/**
 * Writes down beside the built admin which documents it sends, so that the server knows them from
 * what anybody else makes up.
 */
export function trustedDocuments(): Plugin {
  return {
    name: "trusted-documents",
    apply: "build",
    async generateBundle() {
      const imported = await runnerImport<Record<string, unknown>>(generated, {
        configFile: false,
        logLevel: "error",
      });
      const manifest = await manifestOf(Object.values(imported.module).filter(isDocument));
      this.emitFile({
        type: "asset",
        fileName: ".vite/trusted-documents.json",
        source: JSON.stringify(manifest),
      });
    },
  };
}

/** What the client sends for each operation: with the type names that its cache asks for, without its own directives. */
export async function manifestOf(documents: readonly DocumentNode[]): Promise<DocumentManifest> {
  const sent = new Map<string, string>();
  const link = new ApolloLink(({ query }) => {
    const text = print(query);
    sent.set(createHash("sha256").update(text).digest("hex"), text);
    return of({ data: {} });
  });
  const client = new ApolloClient({ cache: new InMemoryCache(), link, dataMasking: true });
  for (const document of documents) await send(client, document);
  return Object.fromEntries(sent);
}

async function send(client: ApolloClient, document: DocumentNode): Promise<void> {
  const options = { fetchPolicy: "no-cache", errorPolicy: "all" } as const;
  const isMutation = getOperationAST(document)?.operation === OperationTypeNode.MUTATION;
  if (isMutation) await client.mutate({ mutation: document, ...options });
  else await client.query({ query: document, ...options });
}

function isDocument(exported: unknown): exported is DocumentNode {
  const isNode = typeof exported === "object" && exported !== null && "definitions" in exported;
  return isNode && (exported as DocumentNode).definitions.some(({ kind }) => kind === "OperationDefinition");
}
