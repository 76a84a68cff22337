import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { Page } from "#admin/ui/page.tsx";
import { Tabs, useTab } from "#admin/ui/tabs.tsx";
import { MovementTable } from "./movement-table.tsx";
import { PeopleTable } from "./people-table.tsx";
import { RosterStrength } from "./roster-strength.tsx";
import { VacancyTable } from "./vacancy-table.tsx";

/** The roster of the whole city: its people, and the slots that wait for somebody. */
export function RosterPage() {
  const text = useText();
  const mayManage = useMay("roster.manage");
  const tabs = [
    { key: "people", label: text("roster.people") },
    { key: "vacancies", label: text("roster.vacancies") },
    { key: "movements", label: text("roster.movements") },
    { key: "strength", label: text("roster.strength") },
  ];
  const tab = useTab(tabs);
  return (
    <Page
      title={text("roster.title")}
      sentence={text("roster.sentence")}
      action={
        <>
          <Link to="/roster/board" className="usa-button usa-button--outline">
            {text("rosterBoard")}
          </Link>
          {mayManage && (
            <>
              <Link to="/imports/new" search={{ kind: "roster" }} className="usa-button usa-button--outline">
                {text("roster.bringIn")}
              </Link>
              <Link to="/roster/new" className="usa-button">
                {text("roster.add")}
              </Link>
            </>
          )}
        </>
      }
    >
      <Tabs tabs={tabs} label={text("roster.parts")} />
      {tab === "vacancies" && <VacancyTable />}
      {tab === "movements" && <MovementTable />}
      {tab === "strength" && <RosterStrength />}
      {tab === "people" && <PeopleTable />}
    </Page>
  );
}
