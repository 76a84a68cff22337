import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { addressParts } from "#admin/ui/address.ts";
import { Icon } from "#admin/ui/icon.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";

export interface HomeSectionProps {
  title: string;
  /** How many there are in all; undefined while asking. */
  count: number | undefined;
  /** Said when there are none: that is good news. */
  allClear: string;
  /** Where all of them are, or where they are put right. */
  to?: string;
  /** What the way there is called, unless all of them are there. */
  toLabel?: string;
  /** The first of them, a list item each. */
  children: ReactNode;
}

/** One kind of thing that needs someone: the first few, how many in all, and the way to them. */
export function HomeSection({ title, count, allClear, to, toLabel, children }: HomeSectionProps) {
  const id = useId();
  return (
    <section className="fs-card fs-home__section" aria-labelledby={id}>
      <div className="fs-row fs-row--apart">
        <h2 id={id}>{title}</h2>
        {count !== undefined && count > 0 && <span className="fs-home__count">{count}</span>}
      </div>
      {count === undefined && <Skeleton lines={3} />}
      {count === 0 && (
        <p className="fs-row fs-home__clear">
          <Icon name="done" /> {allClear}
        </p>
      )}
      {count !== undefined && count > 0 && <ul className="fs-plain">{children}</ul>}
      {to && count !== undefined && count > 0 && <WayThere to={to} label={toLabel} title={title} />}
    </section>
  );
}

function WayThere({ to, label, title }: { to: string; label: string | undefined; title: string }) {
  const text = useText();
  const words = label ?? text("home.all");
  return (
    <Link {...addressParts(to)} aria-label={`${title}: ${words}`}>
      {words}
    </Link>
  );
}
