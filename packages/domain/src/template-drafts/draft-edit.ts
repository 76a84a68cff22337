import type { z } from "zod";
import type { ContentSection } from "../templates/index.ts";
import type { draftEditSchema } from "./parse-draft-edit.ts";

/**
 * One thing that an author did to a draft, with what that author saw where it matters, so that it can be told whether
 * somebody else changed the same thing meanwhile.
 * - `set`: a field of a part, or of the head of the document. `note`: why a part changed.
 * - `add`, `remove`, `move`: a part. `rename`: a part gets another key, and so does whatever refers to it.
 */
export type DraftEdit = z.infer<typeof draftEditSchema>;

/** An edit of one kind. */
export type DraftEditOf<Kind extends DraftEdit["kind"]> = Extract<DraftEdit, { readonly kind: Kind }>;

/**
 * An edit that was not made because of what somebody else did.
 * - `bothChanged`: the same field, differently. `partChanged`: the part to be taken out was changed.
 * - `partGone`: the part is not there any more.
 */
export interface DraftConflict {
  readonly kind: "bothChanged" | "partChanged" | "partGone";
  /** The place of the edit in the list that was sent. */
  readonly edit: number;
  readonly section: ContentSection | undefined;
  readonly key: string | undefined;
  readonly field: string | undefined;
  /** What stands in the draft; absent when it is gone. */
  readonly theirs: unknown;
  readonly yours: unknown;
}
