import { Link } from "@tanstack/react-router";
import { useAddressParams } from "./address.ts";
import "./tabs.css";

export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** Which tab the address asks for; the first when it names none. */
export function useTab(tabs: readonly Tab[]): string {
  const asked = useAddressParams()["tab"];
  return (tabs.find((tab) => tab.key === asked) ?? tabs[0])?.key ?? "";
}

/** Tabs as links, so that each has an address: `?tab=roster`. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const current = useTab(tabs);
  return (
    <nav className="fs-tabs fs-no-print" aria-label={label}>
      <ul className="fs-plain">
        {tabs.map((tab, index) => (
          <li key={tab.key}>
            <Link
              to="."
              search={index === 0 ? {} : { tab: tab.key }}
              resetScroll={false}
              aria-current={tab.key === current ? "page" : undefined}
              activeProps={{}}
              activeOptions={{ includeSearch: true, exact: true }}
            >
              {tab.label}
              {tab.count !== undefined && <span className="fs-tabs__count">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
