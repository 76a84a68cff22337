import { localize } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import type { FilePlan } from "./check-template-file.ts";

/** What would come of bringing a file in, in the reader's language and without the contents. */
export function showPlan(
  { language }: RequestContext,
  { sha256, file, held, releases, keys, findings }: FilePlan,
) {
  const name = file.releases.at(-1)?.content.name;
  return {
    sha256,
    template: {
      key: file.template,
      name: name ? localize(name, language) : file.template,
      isNew: held === null,
    },
    releases,
    keys,
    findings,
  };
}
