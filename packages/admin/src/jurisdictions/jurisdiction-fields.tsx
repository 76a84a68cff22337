import { useText } from "#admin/i18n/use-text.ts";
import { CheckField, NumberField, SelectField, TextField } from "#admin/ui/field.tsx";
import { stateCodes } from "./state-codes.ts";

const kinds = ["CITY", "COUNTY", "STATE", "OTHER"] as const;

export function JurisdictionFields() {
  const text = useText();
  return (
    <>
      <TextField name="name" label={text("jurisdictions.name")} />
      <SelectField
        name="kind"
        label={text("jurisdictions.kind")}
        choices={kinds.map((kind) => ({ value: kind, label: text(`jurisdictions.kind.${kind}`) }))}
      />
      <SelectField
        name="stateCode"
        label={text("jurisdictions.state")}
        choices={stateCodes.map((code) => ({ value: code, label: code }))}
      />
      <TextField
        name="timeZone"
        label={text("jurisdictions.timeZone")}
        help={text("jurisdictions.timeZone.help")}
      />
      <NumberField name="population" label={text("jurisdictions.population")} isOptional min={0} step={1} />
      <NumberField
        name="populationYear"
        label={text("jurisdictions.populationYear")}
        isOptional
        min={1900}
        step={1}
      />
      <TextField name="populationSource" label={text("jurisdictions.populationSource")} isOptional />
      <TextField
        name="ori"
        label={text("jurisdictions.ori")}
        help={text("jurisdictions.ori.help")}
        isOptional
      />
      <TextField name="geoid" label={text("jurisdictions.geoid")} isOptional />
      <CheckField
        name="isParticipating"
        label={text("jurisdictions.takingPart.field")}
        help={text("jurisdictions.takingPart.help")}
      />
    </>
  );
}
