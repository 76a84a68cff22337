import { useQuery } from "@apollo/client/react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { useIntl } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { type Choice, NumberField, SelectField } from "#admin/ui/field.tsx";
import { partsOf, type PartSurroundings, titleOf } from "./draft.ts";
import { amountOf, targetKinds } from "./part-values.ts";
import { WordsField } from "./words-field.tsx";

const indicatorsQuery = graphql(`
  query TargetFields {
    indicators(first: 100) {
      edges {
        node {
          code
          name
          mayBeGoal
        }
      }
    }
  }
`);

/** Indicators that may be a goal: of the catalog, and those that the template brings. */
function useIndicators({ draft }: PartSurroundings): readonly Choice[] {
  const { locale } = useIntl();
  const { data } = useQuery(indicatorsQuery);
  const own = partsOf(draft.document, "indicators").map((part) => [part.key, titleOf(part, locale)] as const);
  const known = (data?.indicators.edges ?? [])
    .filter(({ node }) => node.mayBeGoal)
    .map(({ node }) => [node.code, node.name] as const);
  return [...new Map([...own, ...known])].map(([value, name]) => ({ value, label: `${value} · ${name}` }));
}

/** What a goal seeks, indicator by indicator. */
export function TargetFields({ work, name, label }: { work: PartSurroundings; name: string; label: string }) {
  const text = useText();
  const indicators = useIndicators(work);
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <fieldset className="usa-fieldset fs-stack fs-stack--tight">
      <legend className="usa-legend">{label}</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="fs-card">
          <TargetField name={`${name}.${String(index)}`} indicators={indicators} />
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => {
              remove(index);
            }}
          >
            {text("authoring.target.remove", { number: index + 1 })}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={() => {
          append({
            kind: "",
            indicator: "",
            byMonth: 12,
            every: "",
            note: { en: "", es: "" },
            of: { en: "", es: "" },
          });
        }}
      >
        {text("authoring.target.add")}
      </button>
    </fieldset>
  );
}

function TargetField({ name, indicators }: { name: string; indicators: readonly Choice[] }) {
  const text = useText();
  const { control } = useFormContext();
  const kind = useWatch({ control, name: `${name}.kind` }) as string;
  const every = ["month", "quarter", "halfYear", "year"] as const;
  return (
    <>
      <SelectField
        name={`${name}.indicator`}
        label={text("authoring.target.indicator")}
        choices={indicators}
      />
      <SelectField
        name={`${name}.kind`}
        label={text("authoring.target.kind")}
        choices={targetKinds.map((value) => ({ value, label: text(`authoring.target.${value}`) }))}
      />
      {amountOf[kind] !== undefined && (
        <NumberField name={`${name}.amount`} label={text(`authoring.target.amount.${amountOf[kind]}`)} />
      )}
      {kind === "atLeastPercentOf" && (
        <WordsField name={`${name}.of`} label={text("authoring.target.of")} rows={1} />
      )}
      {kind === "percentBelowComparison" && (
        <NumberField
          name={`${name}.pooledMonths`}
          label={text("authoring.target.pooled")}
          isOptional
          min={1}
          step={1}
        />
      )}
      <NumberField name={`${name}.byMonth`} label={text("authoring.target.byMonth")} min={1} step={1} />
      <SelectField
        name={`${name}.every`}
        label={text("authoring.target.every")}
        choices={every.map((value) => ({ value, label: text(`authoring.every.${value}`) }))}
        isOptional
      />
      <WordsField name={`${name}.note`} label={text("authoring.target.note")} rows={1} isOptional />
    </>
  );
}
