import { authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { Refusal, requireRevision } from "#server/refusal.ts";

import { type DescribedTemplate, describeTemplate } from "./template.reads.ts";
import { entrustTo, findOrganizationName, findTemplateById } from "./template.store.ts";

/** Who looks after a template from now on. */
export interface EntrustTemplate {
  readonly idempotencyKey?: string | null;
  readonly templateId: string;
  readonly expectedRevision: number;
  /** Left out where the platform's stewards look after it again. */
  readonly organizationId?: string | null;
  readonly reason: string;
}

export interface TemplateEntrusted {
  readonly kind: "entrusted";
  readonly template: DescribedTemplate;
}

/**
 * Says which organization looks after a template: its authors publish the next releases, offer them,
 * answer what cities propose, and see the sites on it. What was published stays as it is.
 */
export async function entrustTemplate(
  ctx: RequestContext,
  input: EntrustTemplate,
): Promise<TemplateEntrusted> {
  authorize(ctx, "template.entrust", {});
  const reason = input.reason.trim();
  if (reason === "") throw new Refusal("BAD_INPUT", "Say why the template changes hands.");
  const held = await findTemplateById(ctx.database, input.templateId);
  if (held === null) throw new Refusal("NOT_FOUND", "There is no such template. Look it up again by name.");
  requireRevision(held, input.expectedRevision);
  const organizationId = input.organizationId ?? null;
  const organizationName =
    organizationId === null ? null : await findOrganizationName(ctx.database, organizationId);
  if (organizationId !== null && organizationName === null)
    throw new Refusal("NOT_FOUND", "There is no such organization. Look it up again by name.");
  const { id, name, revision } = held;
  const change = { useCase: "entrustTemplate", jurisdictionId: PLATFORM, reason, input };
  return await write<TemplateEntrusted>(ctx, change, async (tx) => {
    const isSaved = await entrustTo(tx.database, { id, revision, organizationId });
    requireRevision({ revision: isSaved ? revision : -1 }, revision);
    await tx.summarize({ name, keeper: organizationName ?? "platform" });
    const entrusted = { ...held, organizationId, organizationName, revision: revision + 1 };
    return { kind: "entrusted", template: describeTemplate(ctx, entrusted) };
  });
}
