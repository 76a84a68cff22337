import { Outlet, useLocation, useMatches } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { useSession } from "#admin/session/actor.ts";
import { SignInNeeded } from "#admin/session/sign-in-needed.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { type Crumb, Page, TrailContext } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { routes } from "../routes.tsx";
import { Header } from "./header.tsx";
import type { PageRoute } from "./page-route.ts";
import "./shell.css";

/** What stays while pages change: skip link, header, menu; and the door that checks permissions. */
export function AppLayout() {
  const text = useText();
  const route = useMatches({
    select: (matches) => (matches.at(-1)?.staticData as { route?: PageRoute }).route,
  });
  const trail = useTrail(route);
  useFocusOnNewPage();
  return (
    <>
      <a className="usa-skipnav" href="#main">
        {text("shell.skip")}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <TrailContext value={trail}>
          <Door route={route}>
            <Outlet />
          </Door>
        </TrailContext>
      </main>
    </>
  );
}

function Door({ route, children }: { route: PageRoute | undefined; children: ReactNode }) {
  const text = useText();
  const { actor } = useSession();
  if (!route || route.access === "public") return children;
  if (actor === undefined) return <PageSkeleton />;
  if (actor === null) return <SignInNeeded />;
  if (route.access === "signedIn" || actor.permissions.has(route.access)) return children;
  return (
    <Page title={text("shell.notForYou.title")}>
      <Notice kind="note">{text("shell.notForYou.text")}</Notice>
    </Page>
  );
}

function useTrail(route: PageRoute | undefined): readonly Crumb[] {
  const text = useText();
  return useMemo(() => {
    const trail: Crumb[] = [];
    let above = routes.find((each) => each.path === route?.parent);
    while (above) {
      const parent = above.parent;
      trail.unshift({ label: text(above.title), to: above.path });
      above = routes.find((each) => each.path === parent);
    }
    return trail;
  }, [route, text]);
}

/** A new page is announced by moving the focus to its start, as a page load would. */
function useFocusOnNewPage(): void {
  const { pathname } = useLocation();
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname]);
}
