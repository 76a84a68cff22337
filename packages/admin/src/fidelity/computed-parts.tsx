import { FormattedNumber } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Fidelity } from "./fidelity-panel.tsx";

type Part = Fidelity["computed"][number];

/** What the product computes itself from the checklist, the roster, the partners and the figures. */
export function ComputedParts({ parts }: { parts: readonly Part[] }) {
  const text = useText();
  return (
    <section aria-labelledby="fidelity-computed" className="fs-stack fs-stack--tight">
      <h2 id="fidelity-computed">{text("fidelity.computed")}</h2>
      <p className="fs-soft">{text("fidelity.computed.sentence")}</p>
      <ul className="fs-plain fs-fidelity__cards">
        {parts.map((part) => (
          <li key={part.kind} className="fs-card">
            <ComputedPart part={part} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ComputedPart({ part }: { part: Part }) {
  const text = useText();
  const { kind, value, of } = part;
  return (
    <>
      <h3 className="fs-row">
        {text(`fidelity.computed.${kind}`)}{" "}
        <StatusTag kind="plain">{text("fidelity.computed.tag")}</StatusTag>
      </h3>
      <p>
        <span className="fs-fidelity__score">
          {typeof value === "number" ? <FormattedNumber value={value} maximumFractionDigits={1} /> : "–"}
          <span className="fs-soft"> / 100</span>
        </span>
      </p>
      <p className="fs-soft">{text(`fidelity.computed.${kind}.text`)}</p>
      <ul className="fs-fidelity__shares">
        {of.map((share) => (
          <li key={share.name}>{text(`fidelity.share.${share.name}`, { met: share.met, of: share.of })}</li>
        ))}
      </ul>
      {typeof value === "number" &&
        of.some(({ name, met, of: all }) => name === "figures" && met * 2 < all) && (
          <p>{text("fidelity.computed.few")}</p>
        )}
      {typeof value !== "number" && <p className="fs-soft">{text(`fidelity.computed.${kind}.unknown`)}</p>}
    </>
  );
}
