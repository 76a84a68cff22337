import { useApolloClient } from "@apollo/client/react";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import type { Finding } from "#admin/ui/finding.ts";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { chosenHat } from "#admin/session/hat.ts";
import type { Item } from "./item-fragment.ts";
import { useFindingWords } from "./use-finding-words.ts";

const accepted = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv";

/** Uploads a file that shows that an item is done. */
export function EvidenceUpload({ item }: { item: Item }) {
  const text = useText();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { upload, isBusy, findings, failure } = useUpload(item, () => {
    form.current?.reset();
  });
  return (
    <form
      ref={form}
      className="fs-form"
      onSubmit={(event) => {
        upload(event);
      }}
    >
      <FindingsList findings={findings} />
      {failure && (
        <Notice kind="problem" isLive>
          {failure}
        </Notice>
      )}
      <label className="usa-label" htmlFor={`${id}-label`}>
        {text("onboarding.evidence.label")}
      </label>
      <input
        id={`${id}-label`}
        name="label"
        className="usa-input"
        required
        maxLength={200}
        autoComplete="off"
      />
      <label className="usa-label" htmlFor={`${id}-file`}>
        {text("onboarding.evidence.file")}
      </label>
      <div className="usa-hint" id={`${id}-help`}>
        {text("onboarding.evidence.file.help")}
      </div>
      <input
        id={`${id}-file`}
        name="file"
        type="file"
        accept={accepted}
        required
        aria-describedby={`${id}-help`}
        className="usa-file-input"
      />
      <div className="fs-row fs-form__actions">
        <button type="submit" className="usa-button" disabled={isBusy}>
          {text(isBusy ? "onboarding.evidence.uploading" : "onboarding.evidence.addFile")}
        </button>
      </div>
    </form>
  );
}

function useUpload(item: Item, onDone: () => void) {
  const text = useText();
  const inWords = useFindingWords();
  const client = useApolloClient();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [failure, setFailure] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const upload = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const file = values.get("file");
    const label = values.get("label");
    if (!(file instanceof File) || typeof label !== "string") return;
    setIsBusy(true);
    setFindings([]);
    setFailure(undefined);
    sendFile(item, label, file)
      .then(async (answer) => {
        setFindings(inWords(answer.findings ?? []));
        setFailure(answer.message);
        if (answer.findings !== undefined || answer.message !== undefined) return;
        onDone();
        await client.refetchQueries({ include: ["ItemPage"] });
      })
      .catch(() => {
        setFailure(text("ui.form.unreachable.text"));
      })
      .finally(() => {
        setIsBusy(false);
      });
  };
  return { upload, isBusy, findings, failure };
}

interface UploadAnswer {
  readonly findings?: readonly Finding[];
  readonly message?: string;
}

async function sendFile(item: Item, label: string, file: File): Promise<UploadAnswer> {
  const query = new URLSearchParams({ siteId: item.siteId, itemKey: item.key, label, name: file.name });
  const hat = chosenHat();
  const response = await fetch(`/api/evidence-files?${query.toString()}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", ...(hat ? { "x-frontstep-hat": hat } : {}) },
    body: file,
  });
  return (await response.json()) as UploadAnswer;
}
