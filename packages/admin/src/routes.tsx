import { lazyRouteComponent } from "@tanstack/react-router";
import type { PageRoute } from "#admin/shell/page-route.ts";

/**
 * The site map: every path of the admin, its page (loaded when shown), who may open it, and its
 * place in the menu. To add a page, add a row; messages are ids of the feature's message files.
 */
export const routes: readonly PageRoute[] = [
  {
    path: "/",
    page: lazyRouteComponent(() => import("#admin/home/home-page.tsx"), "HomePage"),
    access: "signedIn",
    title: "home.title",
    menu: 10,
  },
];
