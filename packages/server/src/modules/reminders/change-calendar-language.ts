import { type Finding, isLanguage } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { changeSetting, type OwnChange } from "./change-setting.ts";
import type { ShownSetting } from "./setting.reads.ts";

/** In which language the actor's calendar is written. */
export interface ChangeCalendarLanguage extends OwnChange {
  readonly language: string;
}

export type ChangeCalendarLanguageOutcome =
  | { readonly kind: "changed"; readonly setting: ShownSetting }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Changes the language of the actor's calendar; its address stays. */
export async function changeCalendarLanguage(
  ctx: RequestContext,
  input: ChangeCalendarLanguage,
): Promise<ChangeCalendarLanguageOutcome> {
  const { language } = input;
  if (!isLanguage(language)) {
    const message = "Choose English or Spanish.";
    return {
      kind: "refused",
      findings: [{ code: "CALENDAR_LANGUAGE", severity: "error", path: "language", message }],
    };
  }
  return await changeSetting(
    ctx,
    { useCase: "changeCalendarLanguage", kind: "changed", input },
    { language },
  );
}
