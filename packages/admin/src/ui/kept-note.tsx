import { useText } from "#admin/i18n/use-text.ts";
import { Icon } from "./icon.tsx";

/** Says that what was typed is kept, and where; empty until it is. */
export function KeptNote({ isKept, where }: { isKept: boolean; where: "computer" | "server" }) {
  const text = useText();
  return (
    <span role="status" className="fs-kept">
      {isKept && (
        <>
          <Icon name="done" /> {text(`ui.form.kept.${where}`)}
        </>
      )}
    </span>
  );
}
