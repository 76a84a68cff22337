import { useMemo } from "react";
import { useAddressParams } from "#admin/ui/address.ts";

const stages = ["PREPARING", "HELD_AT_GATES", "LAUNCHED"] as const;

/** Which sites of the fleet the address asks for. */
export interface FleetFilter {
  readonly search: string | undefined;
  readonly templateKey: string | undefined;
  readonly jurisdictionId: string | undefined;
  readonly stage: (typeof stages)[number] | undefined;
  readonly version: string | undefined;
  readonly isBehind: boolean | undefined;
  readonly sort: "NAME" | "BEHIND" | "LEAST_BEHIND";
}

/** The orders of the list by what the address says: least behind first, or the other way. */
const orders: Readonly<Record<string, FleetFilter["sort"]>> = { behind: "LEAST_BEHIND", "-behind": "BEHIND" };

export const fleetStages = stages;

/** The filter of the fleet as the address has it. */
export function useFleetFilter(): FleetFilter {
  const asked = useAddressParams();
  const { search, template, city, stage, release, behind } = asked;
  const sort = asked["fleet-sort"];
  return useMemo(
    () => ({
      search,
      templateKey: template,
      jurisdictionId: city,
      stage: stages.find((one) => one === stage),
      version: release,
      isBehind: behind === "yes" ? true : undefined,
      sort: (sort ? orders[sort] : undefined) ?? "NAME",
    }),
    [search, template, city, stage, release, behind, sort],
  );
}
