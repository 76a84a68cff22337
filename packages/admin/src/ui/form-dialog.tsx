import { type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Dialog } from "./dialog.tsx";
import { EntityForm, type EntityFormProps } from "./entity-form.tsx";

export interface FormDialogProps<Values extends FieldValues> extends EntityFormProps<Values> {
  /** What stands on the button that opens it. */
  action: string;
  /** The button's name for a screen reader where its words alone would not tell which of several it is. */
  actionLabel?: string;
  /** The button looks like a link: beside one of many rows. */
  isQuiet?: boolean;
  title: string;
  /** Before the form: what will happen. */
  lead?: ReactNode;
}

/** A button and the short form that it asks for in a dialog, which closes when it is saved. */
export function FormDialog<Values extends FieldValues>({
  action,
  actionLabel,
  isQuiet = false,
  title,
  lead,
  ...form
}: FormDialogProps<Values>) {
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <button
        type="button"
        className={`usa-button usa-button--${isQuiet ? "unstyled" : "outline"}`}
        aria-label={actionLabel}
        onClick={() => {
          setAsking(true);
        }}
      >
        {action}
      </button>
      <Dialog title={title} isOpen={isAsking} onClose={close}>
        {lead}
        <EntityForm
          {...form}
          onSaved={(values) => {
            close();
            form.onSaved?.(values);
          }}
        />
      </Dialog>
    </>
  );
}
