import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, useSetAddressParams } from "./address.ts";

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null | undefined;
}

/** The cursor of the page that the address asks for; undefined is the first. */
export function useAfter(): string | undefined {
  return useAddressParams()["after"];
}

/** Moves through a list a page at a time; the address keeps the place, and the browser's Back goes back. */
export function Pager({ pageInfo }: { pageInfo: PageInfo }) {
  const text = useText();
  const after = useAfter();
  const set = useSetAddressParams();
  if (!pageInfo.hasNextPage && after === undefined) return null;
  return (
    <nav className="fs-row" aria-label={text("ui.pager.label")}>
      {after !== undefined && (
        <button
          type="button"
          className="usa-button usa-button--outline fs-small-button"
          onClick={() => {
            set({ after: undefined });
          }}
        >
          {text("ui.pager.first")}
        </button>
      )}
      {pageInfo.hasNextPage && pageInfo.endCursor && (
        <button
          type="button"
          className="usa-button usa-button--outline fs-small-button"
          onClick={() => {
            set({ after: pageInfo.endCursor ?? undefined });
          }}
        >
          {text("ui.pager.next")}
        </button>
      )}
    </nav>
  );
}
