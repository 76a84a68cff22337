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
  /** Where all of them are. */
  to?: string;
  /** What the link to them says; "All" unless given. */
  toLabel?: string;
  /** The first of them, a list item each. */
  children: ReactNode;
}

/** One kind of thing that needs someone: the first few, how many in all, and the way to them. */
export function HomeSection(props: HomeSectionProps) {
  const { title, count } = props;
  const id = useId();
  return (
    <section className="fs-card fs-home__section" aria-labelledby={id}>
      <div className="fs-row fs-row--apart">
        <h2 id={id}>{title}</h2>
        {Boolean(count) && <span className="fs-home__count">{count}</span>}
      </div>
      {count === undefined ? <Skeleton lines={3} /> : <Listed {...props} count={count} />}
    </section>
  );
}

function Listed({ title, count, allClear, to, toLabel, children }: HomeSectionProps & { count: number }) {
  const text = useText();
  if (count === 0) {
    return (
      <p className="fs-row fs-home__clear">
        <Icon name="done" /> {allClear}
      </p>
    );
  }
  const words = toLabel ?? text("home.all");
  return (
    <>
      <ul className="fs-plain">{children}</ul>
      {to && (
        <Link {...addressParts(to)} aria-label={`${title}: ${words}`}>
          {words}
        </Link>
      )}
    </>
  );
}
