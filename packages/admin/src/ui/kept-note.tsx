import { useText } from "#admin/i18n/use-text.ts";
import { Icon } from "./icon.tsx";

/** Says that what was typed is kept on this computer; empty until it is. */
export function KeptNote({ isKept }: { isKept: boolean }) {
  const text = useText();
  return (
    <span role="status" className="fs-kept">
      {isKept && (
        <>
          <Icon name="done" /> {text("ui.form.kept")}
        </>
      )}
    </span>
  );
}
