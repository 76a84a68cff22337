import { graphql } from "#admin/graphql/generated/gql.ts";
import type { DraftPageQuery } from "#admin/graphql/generated/graphql.ts";

/** A draft with the forms in which its parts are written. */
export const draftPageQuery = graphql(`
  query DraftPage($id: ID!) {
    templateDraft(id: $id) {
      ...Draft_draft @unmask
    }
    partForms {
      ...PartForm_form @unmask
    }
  }
`);

graphql(`
  fragment PartForm_form on PartForm {
    section
    fields {
      name
      label
      kind
      isRequired
      minimum
      maximum
      refersTo
      choices {
        value
        label
      }
    }
  }
`);

graphql(`
  fragment Draft_draft on TemplateDraft {
    id
    templateKey
    name
    newestVersion
    proposedVersion
    level
    siteCount
    document
    revision
    updatedAt
    updatedBy
    reordered
    newerReleases {
      id
      version
      publishedAt
    }
    base {
      templateKey
      name
      version
      newer {
        id
        version
        publishedAt
      }
      inheritedCount
      changedCount
      leftOutCount
      ownCount
    }
    head {
      name
      label
      before
      after
    }
    changes {
      section
      key
      was
      title
      kind
      level
      note
      fields {
        name
        label
        before
        after
      }
    }
    findings {
      code
      severity
      path
      message
    }
    releaseFindings {
      code
      severity
      path
      message
    }
  }
`);

export type Draft = DraftPageQuery["templateDraft"];
/** What the fields of a part need to know around them: the other parts, and what is to be said of this one. */
export interface PartSurroundings {
  readonly draft: Pick<Draft, "document" | "findings">;
}

export type PartForm = DraftPageQuery["partForms"][number];
export type PartField = PartForm["fields"][number];

/** A part of the document, in all its languages. */
export interface DraftPart {
  readonly key: string;
  readonly [field: string]: unknown;
}

/** A text in English, and in Spanish where it is translated. */
export interface Words {
  readonly en: string;
  readonly es?: string | undefined;
}

export function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && "en" in value;
}

/** The parts of a section of a document, in their order. */
export function partsOf(document: unknown, section: string): readonly DraftPart[] {
  const found = new Map<string, unknown>(Object.entries(document ?? {})).get(section);
  return Array.isArray(found) ? (found as DraftPart[]) : [];
}

/** What a part is called, in the reader's language; its key when nothing names it. */
export function titleOf(part: DraftPart, language: string): string {
  const words = [part["title"], part["name"], part["label"], part["text"]].find(isWords);
  if (words === undefined) return part.key;
  return (language.startsWith("es") ? words.es : undefined) ?? words.en;
}

/** What is said of one part, or of a section when no part is named. */
export function findingsOf<Found extends { readonly path: string }>(
  findings: readonly Found[],
  section: string,
  key?: string,
): readonly Found[] {
  const start = key === undefined ? section : `${section}.${key}`;
  return findings.filter(({ path }) => path === start || path.startsWith(`${start}.`));
}

/** The parts in which all the words stand, in whatever language and field. */
export function searchParts(parts: readonly DraftPart[], words: string): readonly DraftPart[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return parts;
  return parts.filter((part) => {
    const said = plain(JSON.stringify(part));
    return wanted.every((word) => said.includes(word));
  });
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
