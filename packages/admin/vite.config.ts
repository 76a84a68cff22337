import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env["FRONTSTEP_DEV_SERVER"] ?? "http://localhost:4000";

export default defineConfig({
  plugins: [react()],
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
      // react-uswds is one file of components without side effects, but does not say so.
      treeshake: { moduleSideEffects: [{ test: /react-uswds|focus-trap|tabbable/, sideEffects: false }] },
    },
  },
  server: {
    port: 5173,
    proxy: { "/graphql": server, "/api": server },
  },
});
