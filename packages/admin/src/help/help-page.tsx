import { useText } from "#admin/i18n/use-text.ts";
import { Page } from "#admin/ui/page.tsx";
import { helpTopics } from "./topics.ts";
import "./help.css";

/** Questions and answers; each has an address of its own, which the palette leads to. */
export function HelpPage() {
  const text = useText();
  return (
    <Page title={text("help.title")} sentence={text("help.sentence")}>
      <div className="fs-help">
        {helpTopics.map((topic) => (
          <section key={topic} id={topic} className="fs-card">
            <h2>{text(`help.${topic}.question`)}</h2>
            <p>{text(`help.${topic}.answer`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}
