import { createContext, use } from "react";

/** What takes a newer release: a site, or the draft of a template that extends another. */
export type Upgraded = "site" | "draft";

/** Says to the questions below what it is that takes the release: a site, unless a page says otherwise. */
export const UpgradedContext = createContext<Upgraded>("site");

export function useUpgraded(): Upgraded {
  return use(UpgradedContext);
}
