import type { ApolloCache } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { FileDrop } from "#admin/ui/file-drop.tsx";
import type { Finding } from "#admin/ui/finding.ts";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";
import { FilePlanView } from "./file-plan-view.tsx";
import { usePublishers } from "./own-publisher.ts";
import { PublisherField } from "./publisher-field.tsx";
import { type Consent, type FileAnswer, type FilePlan, sendTemplateFile } from "./template-file-door.ts";
import "./template-files.css";

/** The largest file that the door takes. */
const largestFile = 20 * 1024 * 1024;

/** Where a template comes in from a file: looked at first, its key a question, then brought in. */
export function BringInPage() {
  const text = useText();
  const publishers = usePublishers();
  const [organizationId, setOrganizationId] = useState(publishers[0]?.organizationId);
  const { file, answer, isBusy, look, bringIn, forget } = useBringIn(organizationId);
  const isOver = answer?.kind === "imported" || answer?.kind === "unchanged";
  return (
    <Page title={text("templateFiles.bringIn")} sentence={text("templateFiles.bringIn.sentence")}>
      <PublisherField
        publishers={publishers}
        value={organizationId}
        onChange={(chosen) => {
          setOrganizationId(chosen);
          forget();
        }}
      />
      {!isOver && (
        <FileDrop
          label={text("templateFiles.file")}
          help={text("templateFiles.file.help")}
          accept=".json,application/json"
          isBusy={isBusy}
          onFile={(chosen) => void look(chosen)}
        />
      )}
      <div aria-live="polite">{isBusy && <p>{text("templateFiles.looking")}</p>}</div>
      {answer && (
        <Answered
          answer={answer}
          isBusy={isBusy}
          onBringIn={(consent) => {
            if (file) void bringIn(file, consent);
          }}
        />
      )}
    </Page>
  );
}

interface AnsweredProps {
  answer: FileAnswer;
  isBusy: boolean;
  onBringIn: (consent: Consent) => void;
}

/** What the server said of the file: what is wrong with it, what it would add, or what it added. */
function Answered({ answer, isBusy, onBringIn }: AnsweredProps) {
  const text = useText();
  switch (answer.kind) {
    case "unreachable":
      return (
        <Notice kind="problem" isLive>
          {text("ui.form.unreachable.text")}
        </Notice>
      );
    case "refused":
      return <Refused findings={answer.findings} />;
    case "imported":
    case "unchanged":
      return <Receipt kind={answer.kind} plan={answer.plan} />;
    case "checked":
    case "untrusted": {
      const checkedSha256 = answer.plan.sha256;
      return (
        <FilePlanView
          key={checkedSha256}
          plan={answer.plan}
          isBusy={isBusy}
          onBringIn={(trust) => {
            onBringIn({ checkedSha256, trust });
          }}
        />
      );
    }
  }
}

/** What was read of the catalog is read again where it is shown next. */
function forgetTemplates(cache: ApolloCache): void {
  for (const fieldName of ["templates", "template", "release"]) cache.evict({ id: "ROOT_QUERY", fieldName });
  cache.gc();
}

function useBringIn(organizationId: string | undefined) {
  const client = useApolloClient();
  const [file, setFile] = useState<File>();
  const [answer, setAnswer] = useState<FileAnswer>();
  const [isBusy, setIsBusy] = useState(false);
  const send = async (chosen: File, consent?: Consent) => {
    setIsBusy(true);
    const answered = await sendTemplateFile({ file: chosen, organizationId }, consent);
    setIsBusy(false);
    setAnswer(answered);
    if (answered.kind === "imported") forgetTemplates(client.cache);
  };
  return {
    file,
    answer,
    isBusy,
    look: async (chosen: File) => {
      setFile(chosen);
      if (chosen.size > largestFile) setAnswer({ kind: "refused", findings: [tooLarge] });
      else await send(chosen);
    },
    bringIn: send,
    forget: () => {
      setFile(undefined);
      setAnswer(undefined);
    },
  };
}

const tooLarge: Finding = {
  code: "TEMPLATE_FILE_TOO_LARGE",
  severity: "error",
  message: "The file is larger than 20 MB, which no template is. Choose the file that was exported.",
};

function Refused({ findings }: { findings: readonly Finding[] }) {
  const text = useText();
  const inWords = useFindingWordsOf("templateFiles", "server");
  return (
    <Notice kind="problem" isLive title={text("templateFiles.refused")}>
      <FindingsList findings={inWords(findings)} />
    </Notice>
  );
}

function Receipt({ kind, plan }: { kind: "imported" | "unchanged"; plan: FilePlan }) {
  const text = useText();
  const { template, releases } = plan;
  const added = releases.filter(({ standing }) => standing === "added");
  const isNew = kind === "imported";
  return (
    <Notice
      kind="good"
      isLive
      title={text(isNew ? "templateFiles.imported" : "templateFiles.unchanged", { name: template.name })}
    >
      {isNew && (
        <p>
          {text("templateFiles.imported.text", {
            count: added.length,
            releases: added.map(({ version }) => version).join(", "),
          })}
        </p>
      )}
      <Link to={`/templates/${template.key}`}>{text("templateFiles.open", { name: template.name })}</Link>
    </Notice>
  );
}
