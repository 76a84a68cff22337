import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { usePublishers } from "./own-publisher.ts";
import { PublisherField } from "./publisher-field.tsx";
import { SigningKeyItem } from "./signing-key-item.tsx";
import { TrustedKeyItem } from "./trusted-key-item.tsx";
import "./template-files.css";

const templateKeysPageQuery = graphql(`
  query TemplateKeysPage($organizationId: ID) {
    templateKeys(organizationId: $organizationId) {
      signing {
        id
        ...SigningKeyItem_key
      }
      trusted {
        id
        ...TrustedKeyItem_key
      }
    }
  }
`);

/** The keys that an organization signs its template files with, and those of others that it decided about. */
export function TemplateKeysPage() {
  const text = useText();
  const publishers = usePublishers();
  const [organizationId, setOrganizationId] = useState(publishers[0]?.organizationId);
  const data = loaded(useQuery(templateKeysPageQuery, { variables: { organizationId } }));
  if (!data) return <PageSkeleton />;
  const { signing, trusted } = data.templateKeys;
  return (
    <Page title={text("templateFiles.keys")} sentence={text("templateFiles.keys.sentence")}>
      <PublisherField publishers={publishers} value={organizationId} onChange={setOrganizationId} />
      <section className="fs-stack" aria-labelledby="signing-keys">
        <h2 id="signing-keys">{text("templateFiles.keys.own")}</h2>
        {signing.length === 0 && (
          <EmptyState title={text("templateFiles.keys.own.empty.title")}>
            {text("templateFiles.keys.own.empty.text")}
          </EmptyState>
        )}
        <ul className="fs-plain fs-stack fs-key-list">
          {signing.map((key) => (
            <SigningKeyItem key={key.id} signingKey={key} organizationId={organizationId} />
          ))}
        </ul>
      </section>
      <section className="fs-stack" aria-labelledby="trusted-keys">
        <h2 id="trusted-keys">{text("templateFiles.keys.others")}</h2>
        {trusted.length === 0 && (
          <EmptyState title={text("templateFiles.keys.others.empty.title")}>
            {text("templateFiles.keys.others.empty.text")}
          </EmptyState>
        )}
        <ul className="fs-plain fs-stack fs-key-list">
          {trusted.map((key) => (
            <TrustedKeyItem key={key.id} trustedKey={key} />
          ))}
        </ul>
      </section>
    </Page>
  );
}
