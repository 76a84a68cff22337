import { useId } from "react";
import { useText } from "#admin/i18n/use-text.ts";

export type Cadence = "year" | "quarter" | "month";

export interface PeriodPickerProps {
  label: string;
  cadence: Cadence;
  /** `2026`, `2026-Q3` or `2026-07`; empty while nothing is chosen. */
  value: string;
  firstYear: number;
  lastYear: number;
  onChange: (period: string) => void;
}

/** Picks a year, a quarter or a month, and writes it as the API does. */
export function PeriodPicker({ label, cadence, value, firstYear, lastYear, onChange }: PeriodPickerProps) {
  const text = useText();
  const id = useId();
  const year = value.slice(0, 4);
  const part = value.slice(5);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => String(lastYear - index));
  const write = (nextYear: string, nextPart: string) => {
    onChange(writePeriod(cadence, nextYear, nextPart));
  };
  return (
    <fieldset className="fs-period">
      <legend className="usa-label">{label}</legend>
      <div className="fs-row">
        <label className="fs-visually-hidden" htmlFor={`${id}-year`}>
          {text("ui.period.year")}
        </label>
        <select
          id={`${id}-year`}
          className="usa-select"
          value={year}
          onChange={(event) => {
            write(event.target.value, part);
          }}
        >
          <option value="">{text("ui.period.year")}</option>
          {years.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        {cadence !== "year" && (
          <>
            <label className="fs-visually-hidden" htmlFor={`${id}-part`}>
              {text(`ui.period.${cadence}`)}
            </label>
            <select
              id={`${id}-part`}
              className="usa-select"
              value={part}
              onChange={(event) => {
                write(year, event.target.value);
              }}
            >
              {partsOf(cadence).map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </>
        )}
      </div>
    </fieldset>
  );
}

function partsOf(cadence: "quarter" | "month"): string[] {
  if (cadence === "quarter") return ["Q1", "Q2", "Q3", "Q4"];
  return Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
}

function writePeriod(cadence: Cadence, year: string, part: string): string {
  if (!year || cadence === "year") return year;
  return `${year}-${part || (cadence === "quarter" ? "Q1" : "01")}`;
}
