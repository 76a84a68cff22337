import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor } from "#admin/session/actor.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PartnershipExport } from "./partnership-export.tsx";
import { PartnershipTable } from "./partnership-table.tsx";

/** Partnerships of the own city's sites, or of the own organization in all cities, the nearest lapse first. */
export function PartnershipsPage() {
  const text = useText();
  const { hat } = useActor();
  const isOrganization = hat === "organization";
  const asked = useAddressParams();
  const filters = useMemo(
    () => [
      {
        kind: "choice" as const,
        name: "lapses",
        label: text("partners.filter.lapses"),
        choices: ["30", "60", "90"].map((days) => ({
          value: days,
          label: text("partners.filter.lapses.days", { days }),
        })),
      },
    ],
    [text],
  );
  return (
    <Page
      title={text(isOrganization ? "partners.partnerships.mine" : "partners.partnerships")}
      sentence={text(
        isOrganization ? "partners.partnerships.mine.sentence" : "partners.partnerships.sentence",
      )}
      action={
        <>
          <PartnershipExport />
          {hat === "city" && (
            <Link to="/coverage" className="usa-button usa-button--outline">
              {text("coverage.toMap")}
            </Link>
          )}
          <Link to="/partners" className="usa-button usa-button--outline">
            {text("partners.directory")}
          </Link>
        </>
      }
    >
      <FilterBar filters={filters} />
      <PartnershipTable lapsesWithinDays={asked["lapses"] ? Number(asked["lapses"]) : undefined} />
    </Page>
  );
}
