import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { FormattedDate } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { TemplateFilePanel_TemplateFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { ExportButton } from "./export-button.tsx";
import { useMayExport } from "./own-publisher.ts";

const templateFilePanelFragment = graphql(`
  fragment TemplateFilePanel_template on Template {
    id
    key
    organizationId
    origins {
      version
      organizationName
      words
      importedAt
      importedBy
    }
  }
`);

interface TemplateFilePanelProps {
  template: FragmentType<TemplateFilePanel_TemplateFragment>;
  /** The number of the release that is shown. */
  version: string;
}

/** Where the release that is shown came from, and the way to write the template out as a file. */
export function TemplateFilePanel({ template, version }: TemplateFilePanelProps) {
  const { data, complete } = useFragment({ fragment: templateFilePanelFragment, from: template });
  return complete ? <Panel template={data} version={version} /> : null;
}

interface PanelProps {
  template: TemplateFilePanel_TemplateFragment;
  version: string;
}

function Panel({ template, version }: PanelProps) {
  const text = useText();
  const mayExport = useMayExport(template.organizationId ?? null);
  const origin = template.origins.find((one) => one.version === version);
  return (
    <>
      {origin && (
        <p>
          {text("templateFiles.origin", {
            organization: origin.organizationName,
            person: origin.importedBy,
            key: origin.words.slice(0, 4).join(" "),
          })}{" "}
          <span className="fs-soft">
            <FormattedDate value={origin.importedAt} dateStyle="long" />
          </span>
        </p>
      )}
      {mayExport && <ExportButton templateKey={template.key} />}
    </>
  );
}
