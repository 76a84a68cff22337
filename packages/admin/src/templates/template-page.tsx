import { useQuery } from "@apollo/client/react";
import { FormattedDate } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { TemplatePageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParam, useAddressParams, usePathParam } from "#admin/ui/address.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { ReleaseList } from "./release-list.tsx";
import { EntrustTemplate } from "./entrust-template.tsx";
import { TemplateFilePanel } from "#admin/template-files/template-file-panel.tsx";
import { TemplateContent } from "./template-content.tsx";
import { WithdrawalNotice } from "#admin/upgrades/withdrawal-notice.tsx";
import "./templates.css";

const templatePageQuery = graphql(`
  query TemplatePage($key: String!, $version: String) {
    release(templateKey: $key, version: $version) {
      id
      version
      changes
      publishedAt
      publishedBy
      withdrawal {
        ...WithdrawalNotice_withdrawal @unmask
      }
      template {
        id
        name
        summary
        siteKind
        organizationName
        revision
        releases {
          id
          version
          withdrawal {
            withdrawnAt
          }
        }
        ...ReleaseList_template @unmask
        ...TemplateFilePanel_template
      }
      ...TemplateContent_release
    }
  }
`);

/** One template: what is in one of its releases, and what that release changed. */
export function TemplatePage() {
  const text = useText();
  const key = usePathParam("templateKey");
  const [version] = useAddressParam("release");
  const result = useQuery(templatePageQuery, { variables: { key, version } });
  const shown = loaded(result) ?? result.previousData;
  if (!shown) return <PageSkeleton />;
  if (!shown.release) {
    return (
      <Page title={text("templates.missing.title")}>
        <Notice kind="note">{text("templates.missing.text")}</Notice>
      </Page>
    );
  }
  const { release } = shown;
  const newest = release.template.releases.find(({ withdrawal }) => withdrawal === null);
  return (
    <Page
      title={release.template.name}
      sentence={release.template.summary}
      status={<ReleaseTag release={release} isNewest={newest?.version === release.version} />}
      facts={[
        { term: text("templates.madeFor"), value: text(`templates.siteKind.${release.template.siteKind}`) },
        {
          term: text("templates.published"),
          value: <FormattedDate value={release.publishedAt} dateStyle="long" />,
        },
        { term: text("templates.publishedBy"), value: release.publishedBy },
        {
          term: text("templates.keeper"),
          value: release.template.organizationName ?? text("templates.keeper.platform"),
        },
      ]}
      action={
        <>
          <EntrustTemplate template={release.template} />
          <ReleasePicker release={release} />
        </>
      }
    >
      {release.withdrawal && (
        <WithdrawalNotice version={release.version} withdrawal={release.withdrawal}>
          <p>
            {text(newest ? "templates.withdrawn.other" : "templates.withdrawn.none", {
              version: newest?.version,
            })}
          </p>
        </WithdrawalNotice>
      )}
      <TemplateFilePanel template={release.template} version={release.version} />
      <Changes changes={release.changes} version={release.version} />
      <ReleaseList template={release.template} />
      <TemplateContent release={release} />
    </Page>
  );
}

type Release = NonNullable<TemplatePageQuery["release"]>;

function ReleaseTag({ release, isNewest }: { release: Release; isNewest: boolean }) {
  const text = useText();
  const { version, withdrawal } = release;
  if (withdrawal)
    return <StatusTag kind="attention">{text("templates.withdrawn.version", { version })}</StatusTag>;
  return (
    <StatusTag kind={isNewest ? "good" : "plain"}>
      {text(isNewest ? "templates.newest" : "templates.older", { version })}
    </StatusTag>
  );
}

function ReleasePicker({ release }: { release: Release }) {
  const text = useText();
  const [, choose] = useAddressParam("release");
  return (
    <label className="fs-release-picker">
      {text("templates.release")}
      <select
        className="usa-select"
        value={release.version}
        onChange={(event) => {
          choose(event.target.value);
        }}
      >
        {release.template.releases.map(({ version, withdrawal }) => (
          <option key={version} value={version}>
            {withdrawal ? text("templates.withdrawn.choice", { version }) : version}
          </option>
        ))}
      </select>
    </label>
  );
}

function Changes({ changes, version }: Pick<Release, "changes" | "version">) {
  const text = useText();
  const isSearching = useAddressParams()["find"] !== undefined;
  if (changes.length === 0) return null;
  return (
    <details className="fs-template__changes" open={!isSearching}>
      <summary>{text("templates.changes", { version })}</summary>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </details>
  );
}
