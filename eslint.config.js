import { existsSync } from "node:fs";
import eslint from "@eslint/js";
import graphql from "@graphql-eslint/eslint-plugin";
import accessibility from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

/** Words that have no honest use here; docs/glossary.md has the ones to use instead. */
const unwelcomeWords = [
  "agency",
  "agencies",
  "tenant",
  "tenants",
  "blueprint",
  "drift",
  "vendor",
  "metric",
  "metrics",
  "kpi",
  "kpis",
  "leagueTable",
  "info",
  "manager",
  "helper",
  "helpers",
  "util",
  "utils",
  "misc",
  "tmp",
];

const size = {
  "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
  "max-params": ["error", 3],
  // "modified": a switch over the members of a union counts once, however many there are.
  complexity: ["error", { max: 10, variant: "modified" }],
};

const noSize = {
  "max-lines": "off",
  "max-lines-per-function": "off",
};

const sentenceAboutEnvironment =
  "Only packages/server/src/config.ts reads the environment: take the value from the configuration.";
const onlyConfigReadsTheEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: sentenceAboutEnvironment,
};
const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name, so that a thing is called the same everywhere.",
};
const noImportFromEnvironmentModule = {
  selector: "ImportDeclaration[source.value=/^(node:)?process$/]",
  message: sentenceAboutEnvironment,
};

const schemaFile = "packages/server/schema.graphql";
/** The schema is printed by `pnpm generate`; before the first time there is nothing to check. */
function graphqlRules() {
  if (!existsSync(schemaFile)) return [];
  return [
    {
      files: ["packages/admin/src/**/*.{ts,tsx}"],
      ignores: ["**/*.test.tsx"],
      processor: graphql.processor,
    },
    {
      files: [schemaFile],
      plugins: { "@graphql-eslint": graphql },
      languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: schemaFile } } },
      rules: {
        "@graphql-eslint/require-description": [
          "error",
          {
            types: true,
            rootField: true,
            // type-graphql makes these two from all resolvers: there is no place to describe them.
            ignoredSelectors: ["[type=ObjectTypeDefinition][name.value=/^(Query|Mutation)$/]"],
          },
        ],
        "@graphql-eslint/naming-convention": [
          "error",
          {
            types: "PascalCase",
            FieldDefinition: "camelCase",
            InputValueDefinition: "camelCase",
            Argument: "camelCase",
            EnumValueDefinition: "UPPER_CASE",
          },
        ],
        "@graphql-eslint/no-typename-prefix": "off",
        "@graphql-eslint/no-unreachable-types": "error",
        "@graphql-eslint/no-duplicate-fields": "off",
      },
    },
    {
      files: ["packages/admin/src/**/*.graphql"],
      plugins: { "@graphql-eslint": graphql },
      languageOptions: {
        parser: graphql.parser,
        parserOptions: {
          graphQLConfig: {
            schema: [schemaFile, "packages/admin/client-directives.graphql"],
            documents: "packages/admin/src/**/*.{ts,tsx}",
          },
        },
      },
      rules: {
        ...graphql.configs["flat/operations-recommended"].rules,
        // Fragments are named Component_prop, which the default would have in one case.
        "@graphql-eslint/naming-convention": [
          "error",
          {
            VariableDefinition: "camelCase",
            OperationDefinition: { requiredPattern: /^[A-Z][A-Za-z0-9]*(_[a-z][A-Za-z0-9]*)?$/ },
            FragmentDefinition: { requiredPattern: /^[A-Z][A-Za-z0-9]*_[a-z][A-Za-z0-9]*$/ },
          },
        ],
        // Apollo adds __typename and asks for ids where a page needs them.
        "@graphql-eslint/require-selections": "off",
      },
    },
  ];
}

export default defineConfig(
  globalIgnores([
    "**/generated/",
    "**/dist/",
    ".data/",
    ".tools/",
    ".cache/",
    "coverage/",
    "test-results/",
    "**/*.timestamp-*.mjs",
  ]),

  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    extends: [eslint.configs.recommended],
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    rules: {
      "id-denylist": ["error", ...unwelcomeWords],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      "no-restricted-syntax": [
        "error",
        onlyConfigReadsTheEnvironment,
        noImportFromEnvironmentModule,
        noDefaultExport,
      ],
      eqeqeq: "error",
      ...size,
    },
  },

  {
    files: ["**/*.{ts,tsx}"],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // Declaration merging with a library's types needs interfaces without members.
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      // A number in a sentence is what it looks like; an object or undefined in one is a mistake.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => settle(value)` is how a callback hands on.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // type-graphql's resolvers are classes without state: the decorators need them.
      "@typescript-eslint/no-extraneous-class": ["error", { allowWithDecorator: true }],
    },
  },

  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        fetch: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        Buffer: "readonly",
      },
    },
  },

  {
    files: ["packages/admin/src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["packages/admin/src/**/*.tsx"],
    extends: [accessibility.flatConfigs.strict],
    rules: {
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },

  // The one reader of the environment.
  {
    files: ["packages/server/src/config.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport] },
  },
  // Configuration files belong to no project of types.
  { files: ["*.config.ts", "packages/*/*.ts"], extends: [typescript.configs.disableTypeChecked] },
  // Tools that load a configuration ask for its default export, and read their own environment.
  {
    files: [
      "*.config.{ts,js}",
      ".dependency-cruiser*.js",
      "packages/*/*.config.ts",
      "packages/admin/codegen.ts",
      "packages/admin/*-plugin.js",
    ],
    rules: { "no-restricted-syntax": "off" },
  },
  // The launcher and the tests' harness start programs, and hand the environment on to them.
  {
    files: ["packages/server/launch/**/*.mjs", "tests/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport] },
  },
  {
    files: ["tests/support/database-setup.ts", "tests/e2e/playwright.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  // A test is as long as its story; a seed and a table of constants as long as its content.
  {
    files: [
      "**/*.test.{ts,tsx}",
      "**/*-for-tests.ts",
      "tests/**/*.ts",
      "prisma/seed/**/*.ts",
      "**/*-table.ts",
      "*.config.{ts,js}",
      "packages/admin/src/routes.tsx",
    ],
    rules: { ...noSize },
  },
  {
    files: ["**/*.test.{ts,tsx}", "tests/**/*.ts"],
    rules: {
      // A row of a table of cases is spread over as many parameters as it has columns.
      "max-params": "off",
      // A test says what it knows: a value that is not there fails it, which is what it is for.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },

  ...graphqlRules(),
);
