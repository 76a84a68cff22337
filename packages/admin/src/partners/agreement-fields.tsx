import { useText } from "#admin/i18n/use-text.ts";
import { NumberField, SelectField, TextField } from "#admin/ui/field.tsx";
import { agreementKinds } from "./partnership-entry.ts";

/** What was signed: its form, its days, its notice. */
export function AgreementFields() {
  const text = useText();
  return (
    <>
      <SelectField
        name="kind"
        label={text("partners.agreementKind")}
        choices={agreementKinds.map((kind) => ({
          value: kind,
          label: text(`partners.agreementKind.${kind}`),
        }))}
      />
      <TextField name="startsOn" type="date" label={text("partners.startsOn")} />
      <TextField
        name="endsOn"
        type="date"
        label={text("partners.endsOn")}
        help={text("partners.endsOn.help")}
        isOptional
      />
      <NumberField
        name="noticeDays"
        label={text("partners.noticeDays")}
        help={text("partners.noticeDays.help")}
        min={0}
        step={1}
        isOptional
      />
      <NumberField
        name="renewalMonths"
        label={text("partners.renewalMonths")}
        help={text("partners.renewalMonths.help")}
        min={1}
        step={1}
        isOptional
      />
    </>
  );
}
