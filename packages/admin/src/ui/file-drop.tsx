import { useId } from "react";
import "./file-drop.css";

export interface FileDropProps {
  label: string;
  help: string;
  /** Names and kinds of files to offer first, as the browser's own field takes them. */
  accept: string;
  isBusy: boolean;
  onFile: (file: File) => void;
}

/** Takes one file: dropped on it, or chosen with the browser's own dialog. The whole area is the browser's file field. */
export function FileDrop({ label, help, accept, isBusy, onFile }: FileDropProps) {
  const id = useId();
  return (
    <div className="fs-drop">
      <label htmlFor={id}>
        <strong>{label}</strong>
      </label>
      <span className="fs-soft" id={`${id}-help`}>
        {help}
      </span>
      <input
        id={id}
        className="fs-drop__field"
        type="file"
        accept={accept}
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
