import { useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { downloadFile } from "#admin/ui/csv.ts";
import type { Finding } from "#admin/ui/finding.ts";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { fetchTemplateFile } from "./template-file-door.ts";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";

/** Writes a template with its releases out as one signed file. */
export function ExportButton({ templateKey }: { templateKey: string }) {
  const text = useText();
  const inWords = useFindingWordsOf("templateFiles", "server");
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<"done" | "unreachable" | readonly Finding[]>();
  const write = async () => {
    setIsBusy(true);
    const answer = await fetchTemplateFile(templateKey);
    setIsBusy(false);
    if (answer === undefined) setOutcome("unreachable");
    else if ("findings" in answer) setOutcome(answer.findings);
    else {
      downloadFile(`${templateKey}.frontstep.json`, "application/json", answer.text);
      setOutcome("done");
    }
  };
  return (
    <div className="fs-stack fs-stack--tight">
      <div className="fs-row">
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void write();
          }}
        >
          {text("templateFiles.export")}
        </button>
      </div>
      {outcome === "done" && (
        <Notice kind="good" isLive>
          {text("templateFiles.export.done")}
        </Notice>
      )}
      {outcome === "unreachable" && (
        <Notice kind="problem" isLive>
          {text("ui.form.unreachable.text")}
        </Notice>
      )}
      {Array.isArray(outcome) && (
        <Notice kind="problem" isLive>
          <FindingsList findings={inWords(outcome as readonly Finding[])} />
        </Notice>
      )}
    </div>
  );
}
