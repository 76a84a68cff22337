import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { parseAddress, writeAddress } from "#admin/ui/address.ts";

/** For tests of components that link or read the address: one page, at an address of its own. */
export function InRouter({ at = "/", children }: { at?: string; children: ReactNode }) {
  const router = createRouter({
    routeTree: createRootRoute({ component: () => children }),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
  });
  return <RouterProvider router={router} />;
}
