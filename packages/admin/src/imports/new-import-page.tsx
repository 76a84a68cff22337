import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor, useMay } from "#admin/session/actor.ts";
import { useAddressParam } from "#admin/ui/address.ts";
import { FileDrop } from "#admin/ui/file-drop.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { ProgressLine } from "#admin/ui/progress-line.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { FileFindings } from "./file-findings.tsx";
import { useOwnJurisdiction } from "./own-jurisdictions.ts";
import { uploadFile } from "./upload-file.ts";
import "./imports.css";
import type { ImportFinding } from "./use-finding-words.ts";

type Importer = "observations" | "jurisdictions" | "roster";

/** Where a file of figures, or for a steward a directory, comes in. */
export function NewImportPage() {
  const text = useText();
  const own = useOwnJurisdiction();
  const isSteward = useActor().hat === "steward";
  const { kinds, importer, setImporter } = useKindOfFile();
  const [jurisdictionId, setJurisdictionId] = useState(own.id);
  const upload = useUpload({ importer, jurisdictionId: isSteward ? undefined : jurisdictionId });
  const privacy = importer === "roster" ? "imports.privacy.roster" : "imports.privacy";
  return (
    <Page title={text("imports.new")} sentence={text("imports.new.sentence")}>
      {kinds.length > 1 && (
        <ChoiceField
          label={text("imports.kind")}
          value={importer}
          onChange={(value) => {
            setImporter(value as Importer);
          }}
          choices={kinds.map((value) => ({
            value,
            label: text(`imports.importer.${value.toUpperCase()}`),
          }))}
        />
      )}
      {own.all.length > 1 && (
        <ChoiceField
          label={text("imports.jurisdiction")}
          value={jurisdictionId ?? ""}
          onChange={setJurisdictionId}
          choices={own.all.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Notice kind="note" title={text(`${privacy}.title`)}>
        {text(`${privacy}.text`)}
      </Notice>
      <FileDrop
        label={text("imports.drop.title")}
        help={text("imports.drop.help")}
        accept=".csv,.tsv,.txt,text/csv"
        isBusy={upload.progress !== undefined}
        onFile={(file) => void upload.send(file)}
      />
      {upload.progress && (
        <ProgressLine
          label={text("imports.uploading")}
          done={upload.progress.sent}
          total={upload.progress.size}
        />
      )}
      <UploadTrouble findings={upload.findings} isUnreachable={upload.isUnreachable} />
    </Page>
  );
}

/** The kinds of file that the actor may bring in, and the one chosen: by hand, else by the address. */
function useKindOfFile() {
  const isSteward = useActor().hat === "steward";
  const mayListJurisdictions = useMay("jurisdiction.manage") && isSteward;
  const mayBringRoster = useMay("roster.manage") && !isSteward;
  const [asked] = useAddressParam("kind");
  const [chosen, setImporter] = useState<Importer>();
  const kinds: readonly Importer[] = [
    "observations",
    ...(mayListJurisdictions ? (["jurisdictions"] as const) : []),
    ...(mayBringRoster ? (["roster"] as const) : []),
  ];
  return { kinds, importer: chosen ?? kinds.find((kind) => kind === asked) ?? "observations", setImporter };
}

function UploadTrouble({
  findings,
  isUnreachable,
}: {
  findings: readonly ImportFinding[];
  isUnreachable: boolean;
}) {
  const text = useText();
  return (
    <>
      {findings.length > 0 && (
        <Notice kind="problem" isLive title={text("imports.upload.refused")}>
          <FileFindings findings={findings} />
        </Notice>
      )}
      {isUnreachable && (
        <Notice kind="problem" isLive title={text("imports.upload.unreachable")}>
          {text("imports.upload.unreachable.text")}
        </Notice>
      )}
    </>
  );
}

function useUpload(target: { importer: Importer; jurisdictionId: string | undefined }) {
  const navigate = useNavigate();
  const [progress, setProgress] = useState<{ sent: number; size: number }>();
  const [findings, setFindings] = useState<readonly ImportFinding[]>([]);
  const [isUnreachable, setIsUnreachable] = useState(false);
  const send = async (file: File) => {
    setFindings([]);
    setIsUnreachable(false);
    setProgress({ sent: 0, size: file.size });
    const outcome = await uploadFile({ file, ...target }, (sent) => {
      setProgress({ sent: Math.min(sent, file.size), size: file.size });
    });
    setProgress(undefined);
    if (outcome.kind === "received") await navigate({ to: `/imports/${outcome.importId}` });
    if (outcome.kind === "refused") setFindings(outcome.findings);
    setIsUnreachable(outcome.kind === "unreachable");
  };
  return { send, progress, findings, isUnreachable };
}
