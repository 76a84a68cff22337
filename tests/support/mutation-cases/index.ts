import { accessCases } from "./access-cases.ts";
import { catalogueCases } from "./catalogue-cases.ts";
import { checklistCases } from "./checklist-cases.ts";
import { draftCases } from "./draft-cases.ts";
import { deliveryCases } from "./delivery-cases.ts";
import { fidelityCases } from "./fidelity-cases.ts";
import { fleetCases } from "./fleet-cases.ts";
import { importCases } from "./import-cases.ts";
import type { MutationCase } from "./mutation-case.ts";
import { partnerCases } from "./partner-cases.ts";
import { reminderCases } from "./reminder-cases.ts";
import { rosterCases } from "./roster-cases.ts";
import { siteCases } from "./site-cases.ts";
import { upgradeCases } from "./upgrade-cases.ts";

export { type Call, type MutationCase, REFUSED, type Stage } from "./mutation-case.ts";

/** How each mutation of the schema is brought to a success. A new mutation needs a line here. */
export const mutationCases: Readonly<Record<string, MutationCase>> = {
  ...accessCases,
  ...catalogueCases,
  ...checklistCases,
  ...draftCases,
  ...deliveryCases,
  ...fidelityCases,
  ...fleetCases,
  ...importCases,
  ...partnerCases,
  ...reminderCases,
  ...rosterCases,
  ...siteCases,
  ...upgradeCases,
};
