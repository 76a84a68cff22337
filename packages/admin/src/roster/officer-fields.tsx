import { useMemo } from "react";
import { useFormContext } from "react-hook-form";
import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { TextField } from "#admin/ui/field.tsx";
import { offeredLanguages } from "./officer-entry.ts";
import "./roster.css";

/** Everything that is kept about a person. */
export function OfficerFields({ known = [] }: { known?: readonly string[] }) {
  const text = useText();
  return (
    <>
      <TextField name="name" label={text("roster.name")} help={text("roster.name.help")} />
      <TextField name="rank" label={text("roster.rank")} />
      <LanguageField known={known} />
    </>
  );
}

function LanguageField({ known }: { known: readonly string[] }) {
  const text = useText();
  const { register } = useFormContext();
  const languages = useLanguageNames([...new Set([...offeredLanguages, ...known])]);
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">
        {text("roster.languages")} <span className="usa-hint">({text("ui.form.optional")})</span>
      </legend>
      <div className="fs-language-list">
        {languages.map(({ code, name }) => (
          <div className="usa-checkbox" key={code}>
            <input
              className="usa-checkbox__input"
              type="checkbox"
              id={`language-${code}`}
              value={code}
              {...register("languages")}
            />
            <label className="usa-checkbox__label" htmlFor={`language-${code}`}>
              {name}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Languages by their names in the reader's own, in order. */
export function useLanguageNames(codes: readonly string[]): { code: string; name: string }[] {
  const { locale } = useIntl();
  const joined = codes.join(" ");
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
    return joined
      .split(" ")
      .filter(Boolean)
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((one, other) => one.name.localeCompare(other.name, locale));
  }, [joined, locale]);
}
