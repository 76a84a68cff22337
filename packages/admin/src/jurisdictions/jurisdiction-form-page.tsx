import { skipToken, useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useRef } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { JurisdictionFields } from "./jurisdiction-fields.tsx";
import { emptyJurisdiction, type JurisdictionEntry, jurisdictionSchema } from "./jurisdiction-entry.ts";

const jurisdictionFormPageQuery = graphql(`
  query JurisdictionFormPage($id: ID!) {
    jurisdiction(id: $id) {
      id
      revision
      name
      kind
      stateCode
      ori
      geoid
      timeZone
      population
      populationYear
      populationSource
      isParticipating
    }
  }
`);

const saveMutation = graphql(`
  mutation JurisdictionFormPage_save($input: SaveJurisdictionInput!) {
    saveJurisdiction(input: $input) {
      ... on JurisdictionSaved {
        jurisdiction {
          id
          revision
          name
          kind
          stateCode
          ori
          geoid
          timeZone
          population
          populationYear
          populationSource
          isParticipating
        }
      }
      ... on JurisdictionRefused {
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

/** Adds a jurisdiction to the directory, or changes one. */
export function JurisdictionFormPage() {
  const { jurisdictionId }: { jurisdictionId?: string } = useParams({ strict: false });
  const data = loaded(
    useQuery(
      jurisdictionFormPageQuery,
      jurisdictionId === undefined
        ? skipToken
        : { variables: { id: jurisdictionId }, fetchPolicy: "network-only" },
    ),
  );
  if (jurisdictionId !== undefined && !data?.jurisdiction) return <PageSkeleton />;
  const before = data?.jurisdiction;
  return <JurisdictionForm id={before?.id} revision={before?.revision} entry={before ?? emptyJurisdiction} />;
}

interface JurisdictionFormProps {
  id: string | undefined;
  revision: number | undefined;
  entry: Partial<JurisdictionEntry>;
}

function JurisdictionForm({ id, revision, entry }: JurisdictionFormProps) {
  const text = useText();
  const navigate = useNavigate();
  const savedId = useRef(id);
  const [save] = useMutation(saveMutation);
  return (
    <Page title={text(id ? "jurisdictions.change.title" : "jurisdictions.add")}>
      <EntityForm
        schema={jurisdictionSchema}
        defaultValues={entry}
        saveLabel={text(id ? "jurisdictions.save" : "jurisdictions.add")}
        save={async (values) => {
          const { data } = await save({
            variables: { input: { ...values, id, expectedRevision: revision } },
          });
          const outcome = data?.saveJurisdiction;
          if (outcome?.__typename === "JurisdictionRefused") return outcome.findings;
          savedId.current = outcome?.jurisdiction.id;
          return [];
        }}
        onSaved={() => void navigate({ to: `/jurisdictions/${savedId.current ?? ""}` })}
        otherActions={
          <Link to={id ? `/jurisdictions/${id}` : "/jurisdictions"}>{text("jurisdictions.cancel")}</Link>
        }
      >
        <JurisdictionFields />
      </EntityForm>
    </Page>
  );
}
