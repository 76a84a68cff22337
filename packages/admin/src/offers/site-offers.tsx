import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SiteOffersQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { DeclineOffer } from "./decline-offer.tsx";
import { useOfferWords } from "./use-offer-words.ts";

const siteOffersQuery = graphql(`
  query SiteOffers($id: ID!) {
    site(id: $id) {
      id
      offers {
        id
        siteId
        releaseId
        version
        offeredBy
        offeredFor
        offeredAt
        note
        state
        changeCount
        questionCount
        declinedBy
        declinedAt
        declineReason
        revision
      }
    }
  }
`);

type Offer = NonNullable<SiteOffersQuery["site"]>["offers"][number];

/** The releases that are offered to a site: what each would change here, and the way to take or decline it. */
export function SiteOffers({ siteId }: { siteId: string }) {
  const text = useText();
  const data = loaded(
    useQuery(siteOffersQuery, { variables: { id: siteId }, fetchPolicy: "cache-and-network" }),
  );
  const offers = data?.site?.offers ?? [];
  const open = offers.filter(({ state }) => state === "OPEN");
  const declined = offers.filter(({ state }) => state === "DECLINED");
  if (open.length + declined.length === 0) return null;
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("offers.title")}</h2>
      {open.map((offer) => (
        <OpenOffer key={offer.id} offer={offer} />
      ))}
      {declined.length > 0 && (
        <ul className="fs-plain fs-stack fs-stack--tight">
          {declined.map((offer) => (
            <DeclinedOffer key={offer.id} offer={offer} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OpenOffer({ offer }: { offer: Offer }) {
  const text = useText();
  const day = useDayWriter();
  const words = useOfferWords();
  const mayUpgrade = useMay("site.upgrade");
  const { siteId, releaseId, version, note, offeredBy, offeredFor } = offer;
  return (
    <Notice kind="note" title={words(offer)}>
      <div className="fs-stack fs-stack--tight">
        <p>
          {text("offers.by", {
            by: offeredBy,
            for: offeredFor,
            day: day.absolute(offer.offeredAt.slice(0, 10)),
          })}
        </p>
        {note && <p>“{note}”</p>}
        {mayUpgrade && (
          <div className="fs-row">
            <Link to={`/sites/${siteId}/upgrade/${releaseId}`} className="usa-button">
              {text("offers.look", { version })}
            </Link>
            <DeclineOffer offer={offer} />
          </div>
        )}
      </div>
    </Notice>
  );
}

function DeclinedOffer({ offer }: { offer: Offer }) {
  const text = useText();
  const day = useDayWriter();
  return (
    <li className="fs-soft">
      {text("offers.declined", {
        version: offer.version,
        by: offer.declinedBy ?? "",
        day: day.absolute((offer.declinedAt ?? "").slice(0, 10)),
        reason: offer.declineReason ?? "",
      })}
    </li>
  );
}
