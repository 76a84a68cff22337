import { useMutation, useQuery } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { UpgradeConsentQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor, useMay } from "#admin/session/actor.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { CheckField } from "#admin/ui/field.tsx";

const upgradeConsentQuery = graphql(`
  query UpgradeConsent($id: ID!) {
    upgradeConsent(jurisdictionId: $id) {
      jurisdictionId
      allowsState
      allowsTemplateOwner
      decidedBy
      decidedAt
      revision
    }
  }
`);

const decideMutation = graphql(`
  mutation UpgradeConsent_decide($input: DecideUpgradeConsentInput!) {
    decideUpgradeConsent(input: $input) {
      ... on UpgradeConsentDecided {
        consent {
          jurisdictionId
          allowsState
          allowsTemplateOwner
          decidedBy
          decidedAt
          revision
        }
      }
    }
  }
`);

type Consent = UpgradeConsentQuery["upgradeConsent"];

/** Whom a city lets upgrade its sites when nothing needs a decision; for the city's own people. */
export function UpgradeConsent({ jurisdictionId }: { jurisdictionId: string }) {
  const { roles } = useActor();
  const mayRead = useMay("fleet.read");
  const isOwn = roles.some((role) => role.jurisdictionId === jurisdictionId && !role.siteId);
  return mayRead && isOwn ? <OwnConsent jurisdictionId={jurisdictionId} /> : null;
}

function OwnConsent({ jurisdictionId }: { jurisdictionId: string }) {
  const text = useText();
  const mayDecide = useMay("upgrade.consent");
  const data = loaded(
    useQuery(upgradeConsentQuery, { variables: { id: jurisdictionId }, fetchPolicy: "cache-and-network" }),
  );
  const consent = data?.upgradeConsent;
  if (!consent) return null;
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("fleet.consent.title")}</h2>
      <p>{text("fleet.consent.sentence")}</p>
      <DecidedBy consent={consent} />
      {mayDecide ? (
        <ConsentForm key={consent.revision} consent={consent} />
      ) : (
        <ConsentFacts consent={consent} />
      )}
    </section>
  );
}

function DecidedBy({ consent }: { consent: Consent }) {
  const text = useText();
  const day = useDayWriter();
  if (!consent.decidedAt) return <p className="fs-soft">{text("fleet.consent.undecided")}</p>;
  const by = { by: consent.decidedBy ?? "", day: day.absolute(consent.decidedAt.slice(0, 10)) };
  return <p className="fs-soft">{text("fleet.consent.decided", by)}</p>;
}

function ConsentFacts({ consent }: { consent: Consent }) {
  const text = useText();
  return (
    <ul>
      <li>
        {text("fleet.consent.toState")}: {text(consent.allowsState ? "fleet.yes" : "fleet.no")}
      </li>
      <li>
        {text("fleet.consent.toOwner")}: {text(consent.allowsTemplateOwner ? "fleet.yes" : "fleet.no")}
      </li>
    </ul>
  );
}

const entrySchema = z.object({ allowsState: z.boolean(), allowsTemplateOwner: z.boolean() });

function ConsentForm({ consent }: { consent: Consent }) {
  const text = useText();
  const [decide] = useMutation(decideMutation, { refetchQueries: ["UpgradeConsent"] });
  const { jurisdictionId, revision, allowsState, allowsTemplateOwner } = consent;
  return (
    <EntityForm
      schema={entrySchema}
      defaultValues={{ allowsState, allowsTemplateOwner }}
      saveLabel={text("fleet.consent.save")}
      save={async (values) => {
        await decide({ variables: { input: { jurisdictionId, expectedRevision: revision, ...values } } });
        return [];
      }}
    >
      <CheckField name="allowsState" label={text("fleet.consent.toState")} />
      <CheckField name="allowsTemplateOwner" label={text("fleet.consent.toOwner")} />
    </EntityForm>
  );
}
