import { useBlocker } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { Dialog } from "./dialog.tsx";

/** Asks before a page is left with something typed and not saved. */
export function LeaveGuard({ isNeeded }: { isNeeded: () => boolean }) {
  const text = useText();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isNeeded(),
    enableBeforeUnload: isNeeded,
    withResolver: true,
  });
  return (
    <Dialog
      title={text("ui.leave.title")}
      isOpen={blocker.status === "blocked"}
      onClose={() => {
        blocker.reset?.();
      }}
      actions={
        <>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => {
              blocker.proceed?.();
            }}
          >
            {text("ui.leave.leave")}
          </button>
          <button
            type="button"
            className="usa-button"
            onClick={() => {
              blocker.reset?.();
            }}
          >
            {text("ui.leave.stay")}
          </button>
        </>
      }
    >
      <p>{text("ui.leave.text")}</p>
    </Dialog>
  );
}
