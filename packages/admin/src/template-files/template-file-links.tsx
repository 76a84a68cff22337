import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";

/** The ways to bring a template in and to the keys, for those who publish. */
export function TemplateFileLinks() {
  const text = useText();
  if (!useMay("template.publish")) return null;
  return (
    <>
      <Link to="/template-files/new" className="usa-button">
        {text("templateFiles.bringIn")}
      </Link>
      <Link to="/template-keys" className="usa-button usa-button--outline">
        {text("templateFiles.keys")}
      </Link>
    </>
  );
}
