import { useText } from "#admin/i18n/use-text.ts";
import { useUpgraded } from "./upgraded.ts";

/** What the old release said, what the site has, what the new release brings: side by side, in words. */
export function QuestionValues({
  base,
  local,
  incoming,
}: {
  base: string | null;
  local: string | null;
  incoming: string | null;
}) {
  const text = useText();
  const of = useUpgraded();
  const sides = [
    { side: "base", value: base },
    { side: "local", value: local },
    { side: "incoming", value: incoming },
  ];
  return (
    <dl className="fs-upgrade__sides">
      {sides.map(({ side, value }) => (
        <div key={side} className={`fs-upgrade__side fs-upgrade__side--${side}`}>
          <dt>{text(`upgrades.side.${side}`, { of })}</dt>
          <dd>{value ?? text(`upgrades.side.${side}.none`)}</dd>
        </div>
      ))}
    </dl>
  );
}
