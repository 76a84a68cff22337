import { useQuery } from "@apollo/client/react";
import { useId, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RemindersPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Moment } from "#admin/ui/day.tsx";
import { FactList } from "#admin/ui/fact-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { CalendarLanguage } from "./calendar-language.tsx";
import { MakeCalendar, RenewCalendar, RevokeCalendar } from "./calendar-actions.tsx";

const remindersPageQuery = graphql(`
  query RemindersPage {
    reminderSetting {
      id
      language
      calendarMadeAt
      calendarLastReadAt
      revision
    }
  }
`);

/** The part of a setting that the page shows. */
type Setting = RemindersPageQuery["reminderSetting"];

/** One's own calendar: made, renewed, removed; its secret address is shown once. */
export function RemindersPage() {
  const text = useText();
  const [address, setAddress] = useState<string>();
  const [isRevoked, setRevoked] = useState(false);
  const data = loaded(useQuery(remindersPageQuery, { fetchPolicy: "network-only" }));
  if (!data) return <PageSkeleton />;
  const { reminderSetting: setting } = data;
  const made = (said: string | null) => {
    setRevoked(false);
    setAddress(said ?? undefined);
  };
  const revoked = () => {
    setAddress(undefined);
    setRevoked(true);
  };
  return (
    <Page title={text("reminders.title")} sentence={text("reminders.sentence")}>
      {address !== undefined && <SecretAddress address={address} />}
      {isRevoked && (
        <Notice kind="good" isLive>
          {text("reminders.revoked")}
        </Notice>
      )}
      {setting.calendarMadeAt === null ? (
        <p>{text("reminders.none")}</p>
      ) : (
        <CalendarFacts setting={setting} />
      )}
      <p>{text("reminders.names")}</p>
      <div className="fs-row">
        {setting.calendarMadeAt === null ? (
          <MakeCalendar revision={setting.revision} onMade={made} />
        ) : (
          <>
            <RenewCalendar revision={setting.revision} onMade={made} />
            <RevokeCalendar revision={setting.revision} onRevoked={revoked} />
            <CalendarLanguage setting={setting} />
          </>
        )}
      </div>
    </Page>
  );
}

function CalendarFacts({ setting }: { setting: Setting }) {
  const text = useText();
  const { calendarMadeAt, calendarLastReadAt, language } = setting;
  return (
    <FactList
      facts={[
        { term: text("reminders.made"), value: calendarMadeAt && <Moment at={calendarMadeAt} /> },
        {
          term: text("reminders.lastRead"),
          value: calendarLastReadAt ? <Moment at={calendarLastReadAt} /> : text("reminders.lastRead.never"),
        },
        {
          term: text("reminders.language"),
          value: text(language === "es" ? "reminders.language.es" : "reminders.language.en"),
        },
      ]}
    />
  );
}

function SecretAddress({ address }: { address: string }) {
  const text = useText();
  const id = useId();
  return (
    <>
      <Notice kind="good" isLive>
        {text("reminders.address.once")}
      </Notice>
      <label className="usa-label" htmlFor={id}>
        {text("reminders.address")}
      </label>
      <input
        id={id}
        className="usa-input"
        readOnly
        value={address}
        onFocus={(event) => {
          event.target.select();
        }}
      />
    </>
  );
}
