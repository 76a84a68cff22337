import { useText } from "#admin/i18n/use-text.ts";

/** Under the chart, read aloud as it changes: the mark that is pointed at, in words. */
export function MarkWords({ words }: { words: string | undefined }) {
  const text = useText();
  return (
    <p className="fs-chart__words" aria-live="polite">
      {words ?? <span className="fs-soft">{text("charts.walk")}</span>}
    </p>
  );
}
