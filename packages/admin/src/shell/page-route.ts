import type { RouteComponent } from "@tanstack/react-router";

/** A row of the site map. */
export interface PageRoute {
  /** As TanStack Router writes it: `/sites/$siteId`. */
  readonly path: string;
  readonly page: RouteComponent;
  /** `public` needs no session; otherwise the permission that opens the page, under the hat worn. */
  readonly access: "public" | "signedIn" | (string & {});
  /** Message id: the menu entry, the breadcrumb, and the browser's title until the page sets its own. */
  readonly title: string;
  /** The row above this one in the breadcrumb. */
  readonly parent?: string;
  /** Place in the main menu, small first; left out, the page is not in the menu. */
  readonly menu?: number;
}
