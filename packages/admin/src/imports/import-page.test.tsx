import { render, screen, within } from "@testing-library/react";
import { IntlProvider } from "react-intl";
import { expect, test, vi } from "vitest";
import { messages as english } from "#admin/i18n/english.ts";
import { messages as spanish } from "#admin/i18n/spanish.ts";
import { InApp } from "#admin/testing/in-app.tsx";
import type * as Address from "#admin/ui/address.ts";
import { ImportPage } from "./import-page.tsx";

vi.mock("#admin/ui/address.ts", async (original) => ({
  ...(await original<typeof Address>()),
  usePathParam: () => "i1",
}));

const languages = { en: english, es: spanish } as const;

interface Found {
  readonly code: string;
  readonly message: string;
  readonly values: object | null;
}

const renamed: Found = {
  code: "JURISDICTION_CHANGED",
  message: 'OH0570200: "Kettering" becomes "Kettering City".',
  values: {
    ori: "OH0570200",
    before: "Kettering",
    after: "Kettering City",
    isRenamed: "yes",
    isOfOtherKind: "no",
    isMoved: "no",
  },
};

function show(language: keyof typeof languages, changes: object, found: readonly Found[] = []): void {
  const edges = found.map((finding, position) => ({
    node: { position, row: 2, severity: "NOTE", path: "row 2", ...finding },
  }));
  const shown = {
    __typename: "Import",
    id: "i1",
    fileName: "agencies.csv",
    importer: "JURISDICTIONS",
    state: "APPLIED",
    brokenOff: null,
    createdBy: "Sam Steward",
    createdAt: "2026-11-20T10:00:00Z",
    appliedAt: "2026-11-20T10:05:00Z",
    undoneAt: null,
    jurisdictionId: "j1",
    revision: 4,
    progress: null,
    fileSize: 400,
    fileSha256: "0123456789abcdef0123",
    encoding: "utf-8",
    separator: ",",
    titles: [],
    mapping: {},
    proposedMapping: {},
    firstRows: [],
    columns: [],
    fileFindings: [],
    summary: {
      rows: 3,
      added: 2,
      changed: 1,
      leftAlone: 0,
      refused: 0,
      missing: 0,
      textRows: 0,
      leftOut: 0,
      repeated: 0,
      isBroken: false,
      examples: [],
      findingCounts: [],
    },
    findings: {
      totalCount: edges.length,
      edges,
      pageInfo: { hasNextPage: false, endCursor: null },
    },
    ...changes,
  };
  render(
    <InApp answers={{ import: shown, importMappings: [] }} permissions={["import.undo"]}>
      <IntlProvider locale={`${language}-US`} messages={languages[language]}>
        <ImportPage />
      </IntlProvider>
    </InApp>,
  );
}

test.each([
  ["en", "Receipt", ["jurisdictions added", "jurisdictions changed"], /figure/i],
  ["es", "Recibo", ["jurisdicciones agregadas", "jurisdicciones cambiadas"], /cifra/i],
] as const)(
  "the receipt of a directory counts jurisdictions and never figures (%s)",
  async (language, title, counted, wrong) => {
    show(language, {});
    const receipt = await screen.findByRole("region", { name: title });
    for (const words of counted) expect(within(receipt).getByText(words)).toBeVisible();
    expect(receipt).not.toHaveTextContent(wrong);
  },
);

test.each([
  ["en", "Receipt", "figures added"],
  ["es", "Recibo", "cifras agregadas"],
] as const)("the receipt of figures counts figures (%s)", async (language, title, words) => {
  show(language, { importer: "OBSERVATIONS" });
  expect(within(await screen.findByRole("region", { name: title })).getByText(words)).toBeVisible();
});

test.each([
  ["en", 'OH0570200: "Kettering" becomes "Kettering City".'],
  ["es", "OH0570200: «Kettering» pasa a ser «Kettering City»."],
] as const)("a finding is said in the reader's language, with its names (%s)", async (language, words) => {
  show(language, {}, [renamed]);
  expect(await screen.findByText(words)).toBeVisible();
});

test("a finding that was kept without its values is said as it was kept", async () => {
  show("es", {}, [{ ...renamed, values: null }]);
  expect(await screen.findByText(renamed.message)).toBeVisible();
});
