import { defineConfig } from "vite";

/** The server is bundled once, for release: our own packages become one file, the libraries stay where they are. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: "dist",
    target: "node24",
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: "src/main.ts", frontstep: "src/cli/frontstep.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  ssr: { noExternal: [/^@frontstep\//] },
});
