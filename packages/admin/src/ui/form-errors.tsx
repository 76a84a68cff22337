import { useEffect, useRef } from "react";
import { type FieldErrors, useFormContext } from "react-hook-form";
import { useText } from "#admin/i18n/use-text.ts";
import { fieldId, useFieldMessage } from "./field-names.ts";
import type { Finding } from "./finding.ts";
import { FindingsList } from "./findings-list.tsx";
import { Icon } from "./icon.tsx";

/** After an attempt to save: all that is wrong, on top, each a link to its field. */
export function FormErrors({ findings }: { findings: readonly Finding[] }) {
  const text = useText();
  const message = useFieldMessage();
  const { formState } = useFormContext();
  const place = useRef<HTMLDivElement>(null);
  const errors = flatten(formState.errors);
  const { submitCount } = formState;
  const hasErrors = errors.length > 0 || findings.length > 0;
  useEffect(() => {
    if (submitCount > 0 && hasErrors) place.current?.focus();
  }, [submitCount, hasErrors]);
  if (submitCount === 0 || !hasErrors) return null;
  return (
    <div
      className="fs-form__errors"
      ref={place}
      tabIndex={-1}
      role="group"
      aria-label={text("ui.form.errors", { count: errors.length + findings.length })}
    >
      {errors.length > 0 && (
        <>
          <h2>
            <Icon name="problem" /> {text("ui.form.errors", { count: errors.length })}
          </h2>
          <ul>
            {errors.map((error) => (
              <li key={error.path}>
                <a
                  href={`#${fieldId(error.path)}`}
                  onClick={(event) => {
                    goTo(event.nativeEvent, error.path);
                  }}
                >
                  {named(labelOf(error.path), message(error.message))}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <FindingsList findings={findings} />
    </div>
  );
}

/** What the field is called where it stands, so that "Fill this in" says what. */
function labelOf(path: string): string {
  const id = fieldId(path);
  const label =
    document.querySelector(`label[for="${id}"]`) ?? document.getElementById(id)?.querySelector("legend");
  return label?.firstChild?.textContent ?? "";
}

function named(label: string, message: string): string {
  return label === "" ? message : `${label}: ${message}`;
}

function goTo(event: MouseEvent, path: string): void {
  event.preventDefault();
  document.getElementById(fieldId(path))?.focus();
}

function flatten(errors: FieldErrors, above = ""): { path: string; message: string }[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const path = above ? `${above}.${name}` : name;
    if (!error || typeof error !== "object") return [];
    if (typeof error.message === "string" && error.type !== undefined)
      return [{ path, message: error.message }];
    return flatten(error as FieldErrors, path);
  });
}
