import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const makeMutation = graphql(`
  mutation MakeCalendarFeed($input: MakeCalendarFeedInput!) {
    makeCalendarFeed(input: $input) {
      ... on CalendarFeedMade {
        address
        setting {
          id
          calendarMadeAt
          calendarLastReadAt
          revision
        }
      }
    }
  }
`);

const revokeMutation = graphql(`
  mutation RevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
    revokeCalendarFeed(input: $input) {
      ... on CalendarFeedRevoked {
        setting {
          id
          calendarMadeAt
          calendarLastReadAt
          revision
        }
      }
    }
  }
`);

/** Nothing is asked but whether. */
const nothing = z.object({});

interface Making {
  readonly revision: number;
  /** Told of the secret address, which is said once. */
  readonly onMade: (address: string | null) => void;
}

/** Makes the calendar. */
export function MakeCalendar(making: Making) {
  const text = useText();
  const [make, { loading }] = useMake(making);
  return (
    <button type="button" className="usa-button" disabled={loading} onClick={() => void make()}>
      {text("reminders.make")}
    </button>
  );
}

/** Gives the calendar another address, after saying what stops. */
export function RenewCalendar(making: Making) {
  const text = useText();
  const [make] = useMake(making);
  return (
    <FormDialog
      action={text("reminders.renew")}
      title={text("reminders.renew.ask")}
      lead={<p>{text("reminders.renew.lead")}</p>}
      schema={nothing}
      defaultValues={{}}
      saveLabel={text("reminders.renew")}
      save={async () => {
        await make();
        return [];
      }}
    >
      {null}
    </FormDialog>
  );
}

function useMake({ revision, onMade }: Making) {
  const [mutate, state] = useMutation(makeMutation);
  const make = async () => {
    const { data } = await mutate({ variables: { input: { expectedRevision: revision } } });
    if (data) onMade(data.makeCalendarFeed.address);
  };
  return [make, state] as const;
}

/** Takes the calendar away, after saying what stops. */
export function RevokeCalendar({ revision, onRevoked }: { revision: number; onRevoked: () => void }) {
  const text = useText();
  const [revoke] = useMutation(revokeMutation);
  return (
    <FormDialog
      action={text("reminders.revoke")}
      title={text("reminders.revoke.ask")}
      lead={<p>{text("reminders.revoke.lead")}</p>}
      schema={nothing}
      defaultValues={{}}
      saveLabel={text("reminders.revoke")}
      save={async () => {
        await revoke({ variables: { input: { expectedRevision: revision } } });
        return [];
      }}
      onSaved={onRevoked}
    >
      {null}
    </FormDialog>
  );
}
