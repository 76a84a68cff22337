import { type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { Icon } from "./icon.tsx";
import "./dialog.css";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at its foot; the dialog itself has only the one that closes it. */
  actions?: ReactNode;
}

/** A modal dialog: the browser's own, so focus stays inside, Escape closes, and focus returns. */
export function Dialog({ title, isOpen, onClose, children, actions }: DialogProps) {
  const text = useText();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === isOpen) return;
    if (isOpen) element.showModal();
    else element.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="fs-dialog" aria-labelledby={titleId} onClose={onClose}>
      {isOpen && (
        <>
          <div className="fs-dialog__head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="fs-dialog__close" onClick={onClose}>
              <Icon name="close" label={text("ui.dialog.close")} />
            </button>
          </div>
          <div className="fs-dialog__body">{children}</div>
          {actions && <div className="fs-dialog__actions fs-row">{actions}</div>}
        </>
      )}
    </dialog>
  );
}
