import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { SelectField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const languageMutation = graphql(`
  mutation ChangeCalendarLanguage($input: ChangeCalendarLanguageInput!) {
    changeCalendarLanguage(input: $input) {
      ... on CalendarLanguageChanged {
        setting {
          id
          language
          revision
        }
      }
      ... on CalendarLanguageRefused {
        findings {
          code
          severity
          path
          message
        }
      }
    }
  }
`);

const entrySchema = z.object({ language: z.enum(["en", "es"], "ui.form.choice") });

/** In which language the calendar is written. */
export function CalendarLanguage({ setting }: { setting: { language: string; revision: number } }) {
  const text = useText();
  const [change] = useMutation(languageMutation);
  return (
    <FormDialog
      action={text("reminders.language.change")}
      title={text("reminders.language.change")}
      schema={entrySchema}
      defaultValues={{ language: setting.language === "es" ? "es" : "en" }}
      saveLabel={text("reminders.language.save")}
      save={async ({ language }) => {
        const input = { language, expectedRevision: setting.revision };
        const { data } = await change({ variables: { input } });
        const outcome = data?.changeCalendarLanguage;
        return outcome?.__typename === "CalendarLanguageRefused" ? outcome.findings : [];
      }}
    >
      <SelectField
        name="language"
        label={text("reminders.language")}
        choices={[
          { value: "en", label: text("reminders.language.en") },
          { value: "es", label: text("reminders.language.es") },
        ]}
      />
    </FormDialog>
  );
}
