import { useText } from "#admin/i18n/use-text.ts";

interface ReleaseNotesProps {
  /** Of each release that is passed or taken, oldest first. */
  notes: readonly { readonly version: string; readonly changes: readonly string[] }[];
}

/** What the authors say that releases change, one release after another. */
export function ReleaseNotes({ notes }: ReleaseNotesProps) {
  const text = useText();
  return notes
    .filter(({ changes }) => changes.length > 0)
    .map(({ version, changes }) => (
      <div key={version}>
        {notes.length > 1 && <h3>{text("upgrades.notesOf", { version })}</h3>}
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      </div>
    ));
}
