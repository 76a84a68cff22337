import type { Finding } from "@frontstep/domain/shared";
import { contentSections } from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";

import { checkDocument, objectionsTo } from "./publish-release.ts";
import { findTemplate } from "./template.store.ts";

/** What would come of publishing a document. */
export interface TemplateCheck {
  readonly mayBePublished: boolean;
  readonly findings: readonly Finding[];
  readonly parts: number;
}

/** Says what would come of publishing a document, without publishing it. */
export async function checkTemplateDocument(
  ctx: RequestContext,
  { document, organizationId }: { readonly document: unknown; readonly organizationId?: string | null },
): Promise<TemplateCheck> {
  authorize(ctx, "template.author", "anywhere");
  const { content, findings } = await checkDocument(ctx, document);
  if (content === null) return { mayBePublished: false, findings, parts: 0 };
  const held = await findTemplate(ctx.database, content.template);
  const objections = objectionsTo(content, held, organizationId ?? null);
  const parts = contentSections.reduce((sum, section) => sum + content[section].length, 0);
  return { mayBePublished: objections.length === 0, findings: [...findings, ...objections], parts };
}
