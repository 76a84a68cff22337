import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { useEffect } from "react";
import type { TemplateContent_ReleaseFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { PartList } from "./part-list.tsx";
import { type ReleaseContent, templateContentFragment } from "./template-content-fragment.ts";
import { searchSections, type TemplateSection } from "./template-part.ts";
import { useTemplateSections } from "./template-sections.ts";

/** What is in a release: its sections, found by their names on the side or by words. */
export function TemplateContent({ release }: { release: FragmentType<TemplateContent_ReleaseFragment> }) {
  const { data, complete } = useFragment({ fragment: templateContentFragment, from: release });
  return complete ? <Sections content={data.content} /> : null;
}

function Sections({ content }: { content: ReleaseContent }) {
  const text = useText();
  const words = useAddressParams()["find"] ?? "";
  const whole = useTemplateSections(content);
  const shown = searchSections(whole, words);
  useEffect(() => {
    // The section that the address names was not there yet when the browser looked for it.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  const found = shown.reduce((sum, { parts }) => sum + parts.length, 0);
  return (
    <div className="fs-template">
      <SectionLinks sections={shown} />
      <div className="fs-stack">
        <FilterBar filters={[{ kind: "words", name: "find", label: text("templates.find") }]} />
        {words !== "" && <p role="status">{text("templates.found", { count: found })}</p>}
        {words === "" && (
          <Notice kind="note" title={text("templates.proposal.title")}>
            {text("templates.proposal.text")}
          </Notice>
        )}
        {shown.length === 0 && (
          <EmptyState title={text("templates.find.empty.title")}>
            {text("templates.find.empty.text")}
          </EmptyState>
        )}
        {shown.map((section) => (
          <section
            key={section.key}
            id={section.key}
            aria-labelledby={`${section.key}-title`}
            className="fs-template__section"
          >
            <h2 id={`${section.key}-title`}>{section.title}</h2>
            <p className="fs-soft">{section.sentence}</p>
            <PartList parts={section.parts} />
          </section>
        ))}
      </div>
    </div>
  );
}

function SectionLinks({ sections }: { sections: readonly TemplateSection[] }) {
  const text = useText();
  return (
    <nav className="fs-template__links fs-no-print" aria-label={text("templates.sections")}>
      <ul className="fs-plain">
        {sections.map(({ key, title, parts }) => (
          <li key={key}>
            <a href={`#${key}`}>
              {title} <span className="fs-soft">{parts.length}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
