import { useEffect } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

const prefix = "frontstep.draft.";

/** What was typed before and not saved, if any. */
export function readDraft<Values>(name: string | undefined): Partial<Values> | undefined {
  const written = name && localStorage.getItem(prefix + name);
  return written ? (JSON.parse(written) as Partial<Values>) : undefined;
}

export function forgetDraft(name: string | undefined): void {
  if (name) localStorage.removeItem(prefix + name);
}

/** Keeps a form's values on this computer a moment after each change. */
export function useDraft<Output extends FieldValues>(
  name: string | undefined,
  form: UseFormReturn<FieldValues, unknown, Output>,
): void {
  useEffect(() => {
    if (!name) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = form.watch((values) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        localStorage.setItem(prefix + name, JSON.stringify(values));
      }, 400);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [name, form]);
}
