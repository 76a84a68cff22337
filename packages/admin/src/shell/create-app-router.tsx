import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { parseAddress, writeAddress } from "#admin/ui/address.ts";
import { routes } from "../routes.tsx";
import { AppLayout } from "./app-layout.tsx";
import { PageBroken } from "./page-broken.tsx";
import { PageMissing } from "./page-missing.tsx";

/** Builds the router from the site map. A page that breaks or is missing keeps its navigation. */
export function createAppRouter() {
  const root = createRootRoute({ component: AppLayout, notFoundComponent: PageMissing });
  const children = routes.map((route) =>
    createRoute({
      getParentRoute: () => root,
      path: route.path,
      component: route.page,
      errorComponent: PageBroken,
      staticData: { route },
    }),
  );
  return createRouter({
    routeTree: root.addChildren(children),
    defaultPreload: "intent",
    defaultPendingMs: 300,
    scrollRestoration: true,
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
  });
}
