import { useText } from "#admin/i18n/use-text.ts";
import "./template-files.css";

/** The fingerprint of a key, to be compared by voice or digit by digit. */
export function Fingerprint({ words, groups }: { words: readonly string[]; groups: readonly string[] }) {
  const text = useText();
  return (
    <div className="fs-fingerprint">
      <p className="fs-fingerprint__words">
        <span className="usa-sr-only">{text("templateFiles.fingerprint.words")} </span>
        {words.join(" ")}
      </p>
      <p className="fs-fingerprint__digits">
        <span className="usa-sr-only">{text("templateFiles.fingerprint.digits")} </span>
        {groups.join(" ")}
      </p>
    </div>
  );
}
