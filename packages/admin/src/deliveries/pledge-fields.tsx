import { useText } from "#admin/i18n/use-text.ts";
import { NumberField, SelectField, TextField } from "#admin/ui/field.tsx";
import { periodKinds } from "./pledge-entry.ts";

/** What is promised, how much of it in which period, and from when to when. */
export function PledgeFields() {
  const text = useText();
  return (
    <>
      <TextField name="title" label={text("deliveries.title.field")} help={text("deliveries.title.help")} />
      <NumberField name="amountPerPeriod" label={text("deliveries.amountPerPeriod")} min={1} step={1} />
      <TextField name="unit" label={text("deliveries.unit")} help={text("deliveries.unit.help")} />
      <SelectField
        name="periodKind"
        label={text("deliveries.periodKind")}
        choices={periodKinds.map((value) => ({ value, label: text(`deliveries.periodKind.${value}`) }))}
      />
      <TextField
        name="startsOn"
        type="date"
        label={text("deliveries.startsOn")}
        help={text("deliveries.startsOn.help")}
      />
      <TextField
        name="endsOn"
        type="date"
        label={text("deliveries.endsOn")}
        help={text("deliveries.endsOn.help")}
        isOptional
      />
    </>
  );
}
