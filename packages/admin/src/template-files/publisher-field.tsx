import { useId } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import type { Publisher } from "./own-publisher.ts";

interface PublisherFieldProps {
  publishers: readonly Publisher[];
  value: string | undefined;
  onChange: (organizationId: string | undefined) => void;
}

/** For which organization, where the person publishes for several. */
export function PublisherField({ publishers, value, onChange }: PublisherFieldProps) {
  const text = useText();
  const id = useId();
  if (publishers.length < 2) return null;
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {text("templateFiles.organization")}
      </label>
      <select
        id={id}
        className="usa-select"
        value={value ?? ""}
        onChange={(event) => {
          onChange(event.target.value === "" ? undefined : event.target.value);
        }}
      >
        {publishers.map(({ organizationId, name }) => (
          <option key={organizationId ?? ""} value={organizationId ?? ""}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
