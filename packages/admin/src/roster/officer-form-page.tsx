import { skipToken, useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useRef } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OfficerFormPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { CheckField } from "#admin/ui/field.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { NamesakeList } from "./namesake-list.tsx";
import { emptyOfficer, type OfficerEntry, officerSchema } from "./officer-entry.ts";
import { OfficerFields } from "./officer-fields.tsx";
import { useAddOfficer } from "./use-add-officer.ts";
import { useFindingWords } from "./use-finding-words.ts";

const officerFormPageQuery = graphql(`
  query OfficerFormPage($jurisdictionId: ID!, $id: ID!) {
    officer(jurisdictionId: $jurisdictionId, id: $id) {
      id
      jurisdictionId
      revision
      name
      rank
      languages
      isPublished
    }
  }
`);

const changeMutation = graphql(`
  mutation OfficerFormPage_change($input: ChangeOfficerInput!) {
    changeOfficer(input: $input) {
      ... on OfficerChanged {
        officer {
          id
          revision
          name
          rank
          languages
          isPublished
        }
      }
      ... on RosterChangeRefused {
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

type Before = NonNullable<OfficerFormPageQuery["officer"]>;

/** Adds a person to the city's roster, or changes what is kept about one. */
export function OfficerFormPage() {
  const { jurisdictionId, officerId }: { jurisdictionId?: string; officerId?: string } = useParams({
    strict: false,
  });
  const isKnown = jurisdictionId !== undefined && officerId !== undefined;
  const data = loaded(
    useQuery(
      officerFormPageQuery,
      isKnown ? { variables: { jurisdictionId, id: officerId }, fetchPolicy: "network-only" } : skipToken,
    ),
  );
  if (!isKnown) return <AddOfficer />;
  return data?.officer ? <ChangeOfficer before={data.officer} /> : <PageSkeleton />;
}

function AddOfficer() {
  const text = useText();
  const navigate = useNavigate();
  const inWords = useFindingWords();
  const added = useRef("");
  const { addOfficer, namesakes } = useAddOfficer();
  return (
    <Page title={text("roster.add")} sentence={text("roster.add.sentence")}>
      <EntityForm
        schema={officerSchema}
        defaultValues={emptyOfficer}
        saveLabel={text("roster.add")}
        save={async ({ name, rank, languages, isAnotherPerson }) => {
          const { officer, findings } = await addOfficer({ name, rank, languages, isAnotherPerson });
          if (!officer) return inWords(findings);
          added.current = `/roster/${officer.jurisdictionId}/${officer.id}`;
          return [];
        }}
        onSaved={() => void navigate({ to: added.current })}
        otherActions={<Link to="/roster">{text("roster.cancel")}</Link>}
      >
        <OfficerFields />
        <NamesakeList namesakes={namesakes} />
      </EntityForm>
    </Page>
  );
}

function ChangeOfficer({ before }: { before: Before }) {
  const text = useText();
  const navigate = useNavigate();
  const inWords = useFindingWords();
  const [change] = useMutation(changeMutation);
  const { id, jurisdictionId, revision, name, rank, languages, isPublished } = before;
  const address = `/roster/${jurisdictionId}/${id}`;
  const entry: OfficerEntry = { name, rank, languages, isPublished, isAnotherPerson: false };
  return (
    <Page
      title={text("roster.change.title", { name })}
      trail={[
        { label: text("roster.title"), to: "/roster" },
        { label: name, to: address },
      ]}
    >
      <EntityForm
        schema={officerSchema}
        defaultValues={entry}
        saveLabel={text("roster.change.save")}
        save={async (values) => {
          const input = {
            jurisdictionId,
            id,
            expectedRevision: revision,
            name: values.name,
            rank: values.rank,
            languages: values.languages,
            isPublished: values.isPublished,
          };
          const { data } = await change({ variables: { input } });
          const outcome = data?.changeOfficer;
          return outcome?.__typename === "RosterChangeRefused" ? inWords(outcome.findings) : [];
        }}
        onSaved={() => void navigate({ to: address })}
        otherActions={<Link to={address}>{text("roster.cancel")}</Link>}
      >
        <OfficerFields known={languages} />
        <CheckField
          name="isPublished"
          label={text("roster.published.field")}
          help={text("roster.published.help")}
        />
      </EntityForm>
    </Page>
  );
}
