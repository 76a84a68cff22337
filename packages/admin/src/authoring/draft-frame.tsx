import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { LeaveGuard } from "#admin/ui/leave-guard.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { DraftConflicts } from "./draft-conflicts.tsx";
import { type Draft, draftPageQuery, findingsOf, partsOf, type PartForm } from "./draft.ts";
import { type DraftEdits, useDraftEdits } from "./use-draft-edits.ts";
import "./authoring.css";

/** What the pages of a draft work with. */
export interface DraftWork {
  readonly draft: Draft;
  readonly forms: readonly PartForm[];
  readonly edits: DraftEdits;
}

export interface DraftFrameProps {
  /** The section that is open; none on the pages about the draft as a whole. */
  section?: string | undefined;
  /** What stands at the head of the page; the template's name unless said. */
  title?: (work: DraftWork) => string;
  sentence?: string;
  action?: (work: DraftWork) => ReactNode;
  children: (work: DraftWork) => ReactNode;
}

/** The frame of every page of a draft: its sections on the side, what other authors did on top. */
export function DraftFrame({ section, title, sentence, action, children }: DraftFrameProps) {
  const text = useText();
  const id = usePathParam("draftId");
  const edits = useDraftEdits(id);
  const data = loaded(useQuery(draftPageQuery, { variables: { id }, fetchPolicy: "cache-and-network" }));
  if (!data) return <PageSkeleton />;
  const draft = data.templateDraft;
  const work = { draft, forms: data.partForms, edits };
  const trail = [{ label: text("authoring.title"), to: "/authoring" }];
  const own = title?.(work);
  return (
    <Page
      title={own ?? draft.name}
      {...(sentence === undefined ? {} : { sentence })}
      status={
        <StatusTag kind="waiting">{text("authoring.draft", { version: draft.proposedVersion })}</StatusTag>
      }
      trail={own === undefined ? trail : [...trail, { label: draft.name, to: `/authoring/${draft.id}` }]}
      action={action?.(work)}
    >
      <LeaveGuard isNeeded={() => edits.conflicts.length > 0} />
      <div className="fs-authoring">
        <SectionNav draft={draft} forms={data.partForms} open={section} />
        <div className="fs-stack fs-authoring__body">
          <DraftConflicts edits={edits} />
          {children(work)}
        </div>
      </div>
    </Page>
  );
}

interface SectionNavProps {
  draft: Draft;
  forms: readonly PartForm[];
  open: string | undefined;
}

function SectionNav({ draft, forms, open }: SectionNavProps) {
  const text = useText();
  const intl = useIntl();
  const count = (section: string) => intl.formatNumber(partsOf(draft.document, section).length);
  return (
    <nav aria-label={text("authoring.sections")} className="fs-authoring__sections fs-no-print">
      <ul className="fs-plain">
        <li>
          <Link to={`/authoring/${draft.id}`} activeOptions={{ exact: true }}>
            {text("authoring.overview")}
          </Link>
        </li>
        {forms.map(({ section }) => {
          const problems = findingsOf(draft.findings, section).filter(({ severity }) => severity === "ERROR");
          return (
            <li key={section}>
              <Link
                to={`/authoring/${draft.id}/${section}`}
                aria-current={section === open ? "page" : undefined}
              >
                {text(`templates.section.${section}`)} <span className="fs-soft">{count(section)}</span>
              </Link>
              {problems.length > 0 && (
                <StatusTag kind="problem">{text("authoring.problems", { count: problems.length })}</StatusTag>
              )}
            </li>
          );
        })}
        <li>
          <Link to={`/authoring/${draft.id}/publish`}>{text("authoring.publish.title")}</Link>
        </li>
      </ul>
    </nav>
  );
}
