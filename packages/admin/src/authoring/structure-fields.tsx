import { useFormContext, useWatch } from "react-hook-form";
import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { NumberField, SelectField } from "#admin/ui/field.tsx";
import { partsOf, type PartSurroundings, titleOf } from "./draft.ts";
import { WordsField } from "./words-field.tsx";

interface StructureProps {
  name: string;
  label: string;
}

function useKind(name: string): string {
  const { control } = useFormContext();
  return useWatch({ control, name: `${name}.kind` }) as string;
}

/** From which days the value before is taken. */
export function BaselineFields({ work, name, label }: StructureProps & { work: PartSurroundings }) {
  const text = useText();
  const { locale } = useIntl();
  const kind = useKind(name);
  const choices = (values: readonly string[], start: string) =>
    values.map((value) => ({ value, label: text(`${start}.${value}`) }));
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{label}</legend>
      <SelectField
        name={`${name}.kind`}
        label={text("authoring.baseline.kind")}
        choices={choices(["none", "days", "checklistItem"], "authoring.baseline")}
      />
      {kind === "days" && (
        <>
          <NumberField
            name={`${name}.fromDay`}
            label={text("authoring.baseline.from")}
            min={-3650}
            step={1}
          />
          <NumberField name={`${name}.toDay`} label={text("authoring.baseline.to")} min={-3650} step={1} />
          <SelectField
            name={`${name}.by`}
            label={text("authoring.baseline.by")}
            choices={choices(["whole", "quarter", "month"], "authoring.baseline.by")}
          />
        </>
      )}
      {kind === "checklistItem" && (
        <SelectField
          name={`${name}.item`}
          label={text("authoring.baseline.checklistItem")}
          choices={partsOf(work.draft.document, "checklistItems").map((part) => ({
            value: part.key,
            label: `${part.key} · ${titleOf(part, locale)}`,
          }))}
        />
      )}
    </fieldset>
  );
}

const measures = ["count", "rate", "share", "mean", "difference", "ratio", "median", "amount"] as const;

/** What kind of number an indicator is. */
export function MeasureFields({ name, label }: StructureProps) {
  const text = useText();
  const kind = useKind(name);
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{label}</legend>
      <SelectField
        name={`${name}.kind`}
        label={text("indicators.measure")}
        choices={measures.map((value) => ({ value, label: text(`authoring.measure.${value}`) }))}
      />
      {kind === "rate" && <NumberField name={`${name}.per`} label={text("authoring.measure.per")} min={1} />}
      {kind === "mean" && (
        <>
          <NumberField name={`${name}.from`} label={text("authoring.measure.from")} />
          <NumberField name={`${name}.to`} label={text("authoring.measure.to")} />
        </>
      )}
    </fieldset>
  );
}

/** What scores of 0, 2 and 4 look like. */
export function LooksLikeFields({ name, label }: StructureProps) {
  const text = useText();
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{label}</legend>
      {(["none", "partly", "full"] as const).map((level) => (
        <WordsField key={level} name={`${name}.${level}`} label={text(`authoring.looksLike.${level}`)} />
      ))}
    </fieldset>
  );
}
