import { useId } from "react";
import { useText } from "#admin/i18n/use-text.ts";

/** Takes one file: dropped on it, or chosen with the browser's own dialog. The whole area is the browser's file field. */
export function FileDrop({ onFile, isBusy }: { onFile: (file: File) => void; isBusy: boolean }) {
  const text = useText();
  const id = useId();
  return (
    <div className="fs-drop">
      <label htmlFor={id}>
        <strong>{text("imports.drop.title")}</strong>
      </label>
      <span className="fs-soft" id={`${id}-help`}>
        {text("imports.drop.help")}
      </span>
      <input
        id={id}
        className="fs-drop__field"
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-describedby={`${id}-help`}
        disabled={isBusy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = "";
        }}
      />
    </div>
  );
}
