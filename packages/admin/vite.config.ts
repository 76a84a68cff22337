import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { inlineDocuments } from "./inline-documents.ts";
import { shakeReactUswds } from "./shake-react-uswds.ts";
import { trustedDocuments } from "./trusted-documents.ts";

const server = process.env["FRONTSTEP_DEV_SERVER"] ?? "http://localhost:4000";

export default defineConfig({
  plugins: [inlineDocuments(), react(), shakeReactUswds(), trustedDocuments()],
  css: {
    preprocessorOptions: {
      scss: { loadPaths: ["node_modules/@uswds/uswds/packages"], quietDeps: true },
    },
  },
  // Nothing is inlined as data: the content security policy allows files of our own origin only.
  build: {
    outDir: "dist",
    manifest: true,
    assetsInlineLimit: 0,
    target: "es2022",
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [{ test: /focus-trap|tabbable|graphql\/generated/, sideEffects: false }],
      },
    },
  },
  server: {
    port: 5173,
    proxy: { "/graphql": server, "/api": server },
  },
});
