import type { FragmentType } from "@apollo/client";
import { useFragment, useMutation } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ReceiptPanel_ImportFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { Moment } from "#admin/ui/day.tsx";
import { Dialog } from "#admin/ui/dialog.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { FileFindings } from "./file-findings.tsx";
import { ImportCounts } from "./import-counts.tsx";
import { ImportFindings } from "./import-findings.tsx";
import type { ImportFinding } from "./use-finding-words.ts";

const receiptPanelFragment = graphql(`
  fragment ReceiptPanel_import on Import {
    id
    state
    importer
    fileSha256
    appliedAt
    undoneAt
    ...ImportCounts_import
  }
`);

const undoMutation = graphql(`
  mutation ReceiptPanel_undo($input: UndoImportInput!) {
    undoImport(input: $input) {
      ... on ImportWorkBegun {
        import {
          id
          state
          revision
        }
      }
      ... on ImportWorkRefused {
        findings {
          code
          severity
          path
          message
          values
        }
      }
    }
  }
`);

/** What an import changed, what it left alone and refused, and the way back. */
export function ReceiptPanel({
  shown,
  onBegun,
}: {
  shown: FragmentType<ReceiptPanel_ImportFragment>;
  onBegun: () => void;
}) {
  const text = useText();
  const mayUndo = useMay("import.undo");
  const { data, complete } = useFragment({
    fragment: receiptPanelFragment,
    fragmentName: "ReceiptPanel_import",
    from: shown,
  });
  const [isAsking, setIsAsking] = useState(false);
  const [findings, setFindings] = useState<readonly ImportFinding[]>([]);
  if (!complete) return null;
  const isApplied = data.state === "APPLIED";
  return (
    <section className="fs-card fs-stack" aria-labelledby="receipt">
      <h2 id="receipt">{text("imports.receipt")}</h2>
      {isApplied && data.appliedAt && (
        <Notice kind="good" isLive title={text("imports.receipt.applied")}>
          <Moment at={data.appliedAt} />
        </Notice>
      )}
      {data.undoneAt && (
        <Notice kind="note" isLive title={text("imports.receipt.undone")}>
          <Moment at={data.undoneAt} />
        </Notice>
      )}
      <ImportCounts shown={data} />
      <p className="fs-soft fs-import-hash">
        {text("imports.receipt.hash")} <code>{data.fileSha256.slice(0, 16)}</code>
      </p>
      <FileFindings findings={findings} />
      <div className="fs-row">
        {data.importer === "OBSERVATIONS" && (
          <Link to="/figures" className="usa-button usa-button--outline">
            {text("imports.receipt.figures")}
          </Link>
        )}
        {data.importer === "ROSTER" && (
          <Link to="/roster" className="usa-button usa-button--outline">
            {text("imports.receipt.roster")}
          </Link>
        )}
        {isApplied && mayUndo && data.importer !== "JURISDICTIONS" && (
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => {
              setIsAsking(true);
            }}
          >
            {text("imports.undo")}
          </button>
        )}
      </div>
      <UndoDialog
        id={data.id}
        isRoster={data.importer === "ROSTER"}
        isOpen={isAsking}
        onClose={(found) => {
          setIsAsking(false);
          if (!found) return;
          setFindings(found);
          onBegun();
        }}
      />
      <ImportFindings id={data.id} key={data.state} />
    </section>
  );
}

interface UndoDialogProps {
  id: string;
  isRoster: boolean;
  isOpen: boolean;
  /** With what the server found wrong when undoing was tried; nothing when it was not. */
  onClose: (findings?: readonly ImportFinding[]) => void;
}

function UndoDialog({ id, isRoster, isOpen, onClose }: UndoDialogProps) {
  const text = useText();
  const [undo, { loading }] = useMutation(undoMutation);
  const takeBack = async () => {
    const { data } = await undo({ variables: { input: { importId: id } } });
    const outcome = data?.undoImport;
    onClose(outcome?.__typename === "ImportWorkRefused" ? outcome.findings : []);
  };
  return (
    <Dialog
      title={text("imports.undo.title")}
      isOpen={isOpen}
      onClose={() => {
        onClose();
      }}
      actions={
        <button type="button" className="usa-button" aria-disabled={loading} onClick={() => void takeBack()}>
          {text("imports.undo")}
        </button>
      }
    >
      <p>{text(isRoster ? "imports.undo.roster" : "imports.undo.text")}</p>
    </Dialog>
  );
}
