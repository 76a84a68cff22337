/**
 * Who may reach whom. This table is the documentation: each comment says what to do instead.
 * docs/architecture.md shows the picture.
 */

const anyTest = "[.]test[.]tsx?$|-for-tests[.]tsx?$|/testing/";
const numericLibraries = "@stdlib/stats-base-dists-(beta|gamma)-quantile";
const storage = "^@prisma/|/@prisma/|node_modules/pg/|persistence/generated/";
const transport = "node_modules/(graphql|type-graphql|@apollo|graphql-jit)/";

/** Judged over the folders of concepts alone, by .dependency-cruiser.folders.js. */
export const foldersDoNotCircle = {
  name: "folders-do-not-circle",
  severity: "error",
  comment:
    "Two concepts that need each other are one concept, or a third is hiding in them. " +
    "A field that a later module adds to an earlier module's type lives in the later module.",
  scope: "folder",
  from: {},
  to: { circular: true },
};

/** @type {import("dependency-cruiser").IConfiguration} */
const configuration = {
  forbidden: [
    {
      name: "domain-is-pure",
      severity: "error",
      comment:
        "domain computes and touches nothing. Load the value in the server and pass it in as an argument. " +
        "zod belongs in parse-*.ts, the quantile functions in beta-quantile.ts and gamma-quantile.ts.",
      from: { path: "^packages/domain/src/", pathNot: anyTest },
      to: { pathNot: "^packages/domain/src/|node_modules/zod/|" + numericLibraries },
    },
    {
      name: "domain-is-pure-zod-in-parsers",
      severity: "error",
      comment:
        "Only parse-*.ts runs zod: put the schema there. A type inferred from it may be named elsewhere (import type).",
      from: { path: "^packages/domain/src/", pathNot: "/parse-[^/]+[.]ts$|" + anyTest },
      to: { path: "node_modules/zod/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "domain-is-pure-numerics-by-one-door",
      severity: "error",
      comment: "Each function of the numeric library has one door: beta-quantile.ts or gamma-quantile.ts.",
      from: { path: "^packages/domain/src/", pathNot: "/statistics/(beta|gamma)-quantile[.]ts$" },
      to: { path: numericLibraries },
    },
    {
      name: "domain-concepts-meet-at-their-index",
      severity: "error",
      comment: "Import from the folder's index.ts; export there what another concept needs.",
      from: { path: "^packages/domain/src/([^/]+)/", pathNot: anyTest },
      to: {
        path: "^packages/domain/src/([^/]+)/",
        pathNot: "^packages/domain/src/$1/|/index[.]ts$",
      },
    },
    {
      name: "admin-knows-only-the-schema",
      severity: "error",
      comment:
        "The admin shows what the API answers. Need a number or a rule? Make it a field of schema.graphql.",
      from: { path: "^packages/admin/" },
      to: {
        path: "^packages/(domain|server)/|@frontstep/(domain|server)",
        pathNot: "^packages/server/schema[.]graphql$",
      },
    },
    {
      name: "use-cases-know-no-transport",
      severity: "error",
      comment:
        "A use case takes and returns plain values; GraphQL's types are for .graphql.ts and .resolver.ts.",
      from: {
        path: "^packages/server/src/modules/",
        pathNot: "[.](graphql|resolver)[.]ts$|" + anyTest,
      },
      to: { path: transport + "|^packages/server/src/graphql/|[.]resolver[.]ts$" },
    },
    {
      name: "transport-knows-no-storage",
      severity: "error",
      comment: "A resolver calls a use case or a .reads.ts function; those call the store.",
      from: { path: "^packages/server/src/.*[.](graphql|resolver)[.]ts$" },
      to: { path: "^packages/server/src/persistence/|[.]store[.]ts$|" + storage },
    },
    {
      name: "only-stores-know-prisma",
      severity: "error",
      comment: "Put the query into the concept's .store.ts and return a domain value.",
      from: {
        path: "^packages/server/src/",
        pathNot: "^packages/server/src/persistence/|[.]store[.]ts$|" + anyTest,
      },
      to: { path: storage },
    },
    {
      name: "modules-meet-at-their-index",
      severity: "error",
      comment:
        "Import another module's index.ts (functions) or .graphql.ts (types); export there what is needed.",
      from: { path: "^packages/server/src/modules/([^/]+)/" },
      to: {
        path: "^packages/server/src/modules/([^/]+)/",
        pathNot: "^packages/server/src/modules/$1/|/index[.]ts$|[.]graphql[.]ts$",
      },
    },
    {
      name: "no-circular",
      severity: "error",
      comment: "Move what both need into a file of its own, or pass it in.",
      from: {},
      // Types that name each other are no cycle: nothing of them is left when the program runs.
      to: { circular: true, viaOnly: { pathNot: "/generated/", dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing uses this file, and it uses nothing: delete it, or wire it in.",
      from: {
        orphan: true,
        pathNot: [
          "[.]d[.]m?ts$",
          "(^|/)[.][^/]+[.](js|mjs)$",
          "[.]config[.](js|ts)$",
          "/codegen[.]ts$",
          "-plugin[.]js$",
          "/generated/",
          anyTest,
        ],
      },
      to: {},
    },
    {
      name: "resolvable",
      severity: "error",
      comment:
        "The import leads nowhere: correct the path, or add the package to the catalog and the manifest.",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|/generated/)|[.]css[?]" },
    },
    {
      name: "not-to-test",
      severity: "error",
      comment: "What tests need lives in tests/support, or beside them in a *-for-tests.ts.",
      from: { pathNot: anyTest + "|^tests/" },
      to: { path: "[.]test[.]tsx?$" },
    },
    {
      name: "tests-enter-by-the-front-door",
      severity: "error",
      comment:
        "Integration tests speak GraphQL through tests/support, which knows @frontstep/server and its /testing only.",
      from: { path: "^tests/(integration|support)/" },
      to: {
        path: "^packages/",
        pathNot: "^packages/server/src/(testing/)?index[.]ts$|^packages/domain/src/.*index[.]ts$",
      },
    },
    {
      name: "e2e-knows-only-the-browser",
      severity: "error",
      comment:
        "An end-to-end test does what a person can do: nothing of ours is imported but its own fixtures.",
      from: { path: "^tests/e2e/" },
      to: { path: "^packages/" },
    },
    {
      name: "the-launcher-needs-nothing-installed",
      severity: "error",
      comment: "The launcher runs before anything is installed: Node's own modules and its siblings only.",
      from: { path: "^packages/server/launch/" },
      to: { dependencyTypesNot: ["core", "local"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|coverage|[.]data|[.]tools|[.]cache)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    moduleSystems: ["es6", "cjs"],
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
    cache: { strategy: "content", folder: "node_modules/.cache/dependency-cruiser" },
  },
};

export default configuration;
