import { Link, useLocation } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { helpTopics } from "#admin/help/topics.ts";
import { useText } from "#admin/i18n/use-text.ts";
import type { Destination } from "#admin/palette/destination.ts";
import { PaletteButton } from "#admin/palette/palette-button.tsx";
import { useSession } from "#admin/session/actor.ts";
import { FrontstepMark } from "./frontstep-mark.tsx";
import { routes } from "../routes.tsx";
import { AccountBar } from "./account-bar.tsx";

/** Mark, menu, account. On a narrow screen the menu opens below a button. */
export function Header() {
  const text = useText();
  const { actor } = useSession();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === pathname;
  const pages = usePages();
  return (
    <header className="fs-header fs-no-print">
      <div className="fs-header__bar">
        <Link to="/" className="fs-header__home">
          <FrontstepMark />
          <span>Frontstep</span>
        </Link>
        {actor && <PaletteButton pages={pages} />}
        <AccountBar />
        {actor && (
          <button
            type="button"
            className="fs-header__toggle"
            aria-expanded={isOpen}
            aria-controls="main-menu"
            onClick={() => {
              setOpenAt(isOpen ? undefined : pathname);
            }}
          >
            {text("shell.menu")}
          </button>
        )}
      </div>
      {actor && <MainMenu permissions={actor.permissions} isOpen={isOpen} />}
    </header>
  );
}

/** The pages that one may open and that need no more than their name, and what help answers. */
function usePages(): readonly Destination[] {
  const text = useText();
  const { actor } = useSession();
  return useMemo(() => {
    const open = routes.filter(
      (route) => route.access === "signedIn" || (actor?.permissions.has(route.access) ?? false),
    );
    const pages = open
      .filter((route) => !route.path.includes("$"))
      .map((route) => ({ key: route.path, label: text(route.title), to: route.path }));
    const topics = helpTopics.map((topic) => ({
      key: `help-${topic}`,
      label: text(`help.${topic}.question`),
      hint: text("help.title"),
      to: `/help#${topic}`,
    }));
    return [...pages, ...topics];
  }, [actor, text]);
}

function MainMenu({ permissions, isOpen }: { permissions: ReadonlySet<string>; isOpen: boolean }) {
  const text = useText();
  const entries = routes
    .filter(
      (route) => route.menu !== undefined && (route.access === "signedIn" || permissions.has(route.access)),
    )
    .sort((one, other) => (one.menu ?? 0) - (other.menu ?? 0));
  return (
    <nav
      id="main-menu"
      aria-label={text("shell.mainMenu")}
      className={isOpen ? "fs-menu fs-menu--open" : "fs-menu"}
    >
      <ul className="fs-plain">
        {entries.map((route) => (
          <li key={route.path}>
            <Link
              to={route.path}
              activeOptions={{ exact: route.path === "/" }}
              activeProps={{ "aria-current": "page" }}
            >
              {text(route.title)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
