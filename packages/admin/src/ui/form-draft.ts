import { useCallback, useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

const prefix = "frontstep.draft.";

/** How long after the last key something typed is kept; leaving the page keeps it at once. */
const momentMs = 400;

/** What was typed before and not saved, if any. */
export function readDraft<Values>(name: string | undefined): Partial<Values> | undefined {
  const written = name && localStorage.getItem(prefix + name);
  return written ? (JSON.parse(written) as Partial<Values>) : undefined;
}

/** When what it was typed about is no longer so. */
export function forgetDraft(name: string): void {
  localStorage.removeItem(prefix + name);
}

/** What is being typed, as it is kept on this computer. */
export interface DraftKeeping {
  /** Whether everything typed so far is kept. */
  readonly isKept: boolean;
  readonly keep: (values: unknown) => void;
  /** After saving: nothing is left on this computer. */
  readonly forget: () => void;
}

/** Keeps what it is given under a name on this computer, a moment later or when the page is left. */
export function useDraftKeeping(name: string | undefined): DraftKeeping {
  const [isKept, setIsKept] = useState(false);
  const waiting = useRef<{ values: unknown; timer: ReturnType<typeof setTimeout> }>(undefined);
  const write = useCallback(() => {
    if (!name || !waiting.current) return;
    clearTimeout(waiting.current.timer);
    localStorage.setItem(prefix + name, JSON.stringify(waiting.current.values));
    waiting.current = undefined;
  }, [name]);
  const keep = useCallback(
    (values: unknown) => {
      if (!name) return;
      clearTimeout(waiting.current?.timer);
      setIsKept(false);
      const keepNow = () => {
        write();
        setIsKept(true);
      };
      waiting.current = { values, timer: setTimeout(keepNow, momentMs) };
    },
    [name, write],
  );
  const forget = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    setIsKept(false);
    if (name) localStorage.removeItem(prefix + name);
  }, [name]);
  useEffect(() => {
    window.addEventListener("pagehide", write);
    return () => {
      window.removeEventListener("pagehide", write);
      write();
    };
  }, [write]);
  return { isKept, keep, forget };
}

/** Keeps a form's values on this computer as a person changes them. */
export function useDraft<Output extends FieldValues>(
  name: string | undefined,
  form: UseFormReturn<FieldValues, unknown, Output>,
): DraftKeeping {
  const keeping = useDraftKeeping(name);
  const { keep } = keeping;
  useEffect(() => {
    const subscription = form.watch((values, { name: field }) => {
      // Without a field's name the whole form was set anew: nobody typed.
      if (field !== undefined) keep(values);
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [keep, form]);
  return keeping;
}
