import { useText } from "#admin/i18n/use-text.ts";
import { TextAreaField, TextField } from "#admin/ui/field.tsx";

/** The record of an organization. */
export function OrganizationFields() {
  const text = useText();
  return (
    <>
      <TextField
        name="publicName"
        label={text("partners.publicName")}
        help={text("partners.publicName.help")}
      />
      <TextField name="legalName" label={text("partners.legalName")} help={text("partners.legalName.help")} />
      <TextAreaField
        name="formerNames"
        label={text("partners.formerNames")}
        help={text("partners.formerNames.help")}
        rows={2}
        isOptional
      />
      <TextField
        name="website"
        type="url"
        label={text("partners.website")}
        help={text("partners.website.help")}
        isOptional
      />
      <TextField
        name="contactEmail"
        type="email"
        label={text("partners.contact")}
        help={text("partners.contact.help")}
        isOptional
      />
    </>
  );
}
