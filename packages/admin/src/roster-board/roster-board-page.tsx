import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParam } from "#admin/ui/address.ts";
import { Page } from "#admin/ui/page.tsx";
import { RosterBoard } from "./roster-board.tsx";

/** The board of the city's slots over some years; with `?site=` in the address, of one site. */
export function RosterBoardPage() {
  const text = useText();
  const [siteId] = useAddressParam("site");
  return (
    <Page title={text("rosterBoard.title")} sentence={text("rosterBoard.pageSentence")}>
      <RosterBoard siteId={siteId} />
    </Page>
  );
}
