import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { RadioField, SelectField } from "#admin/ui/field.tsx";
import { forgetDraft } from "#admin/ui/form-draft.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { designSchema } from "./site-form.ts";
import type { SiteDraftWork } from "./use-site-draft.ts";
import { useOpeningPlaces } from "./opening-places.ts";

const designStepQuery = graphql(`
  query DesignStep {
    templates(first: 50) {
      edges {
        node {
          id
          name
          summary
          releases {
            id
            version
            withdrawal {
              withdrawnAt
            }
          }
        }
      }
    }
  }
`);

/** The first step: in which city, and from which release of which template. */
export function DesignStep({ draft }: { draft: SiteDraftWork }) {
  const text = useText();
  const places = useOpeningPlaces();
  const templates = loaded(useQuery(designStepQuery))?.templates.edges.map(({ node }) => node);
  if (!templates) return <Skeleton lines={6} />;
  const choices = templates.flatMap((template) =>
    template.releases
      .filter(({ withdrawal }) => withdrawal === null)
      .map((release, index) => ({
        value: release.id,
        label: `${template.name} ${release.version}`,
        help: index === 0 ? template.summary : text("sites.open.olderRelease"),
      })),
  );
  return (
    <EntityForm
      schema={designSchema}
      draft={`open-site-design-${draft.id ?? ""}`}
      defaultValues={{
        jurisdictionId: draft.form.jurisdictionId ?? places[0]?.value ?? "",
        releaseId: draft.form.releaseId ?? "",
      }}
      saveLabel={text("sites.open.continue")}
      save={async (answers) => {
        const isOther = draft.form.releaseId !== undefined && draft.form.releaseId !== answers.releaseId;
        if (isOther) forgetDraft(`open-site-people-${draft.id ?? ""}`);
        // What was chosen of another release's parts and roles means nothing in this one.
        await draft.keep(
          isOther ? { ...answers, adaptations: [], offeredActivities: [], owners: {} } : answers,
        );
        return [];
      }}
      onSaved={() => void draft.goOn("place")}
    >
      {places.length > 1 && draft.id === undefined && (
        <SelectField name="jurisdictionId" label={text("sites.jurisdiction")} choices={places} />
      )}
      <RadioField
        name="releaseId"
        label={text("sites.open.template")}
        help={text("sites.open.template.help")}
        choices={choices}
      />
    </EntityForm>
  );
}
