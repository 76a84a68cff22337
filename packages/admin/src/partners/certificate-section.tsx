import type { FragmentType } from "@apollo/client";
import { useFragment, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { CertificateSection_PartnershipFragment } from "#admin/graphql/generated/graphql.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Day } from "#admin/ui/day.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { SelectField, TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { type StatusKind, StatusTag } from "#admin/ui/status-tag.tsx";
import { useFindingWords } from "./use-finding-words.ts";

const certificateSectionFragment = graphql(`
  fragment CertificateSection_partnership on Partnership {
    id
    jurisdictionId
    currentCertificates {
      kind
      validThrough
      standing
      daysLeft
    }
  }
`);

const recordMutation = graphql(`
  mutation CertificateSection_record($input: RecordCertificateInput!) {
    recordCertificate(input: $input) {
      ... on CertificateRecorded {
        partnership {
          id
          ...CertificateSection_partnership
        }
      }
      ... on PartnerChangeRefused {
        findings {
          code
          severity
          path
          message
        }
      }
    }
  }
`);

type Shown = CertificateSection_PartnershipFragment;
type Certificate = Shown["currentCertificates"][number];

const kinds = ["INSURANCE", "BACKGROUND_CHECKS"] as const;
const standingKinds: Readonly<Record<Certificate["standing"], StatusKind>> = {
  VALID: "good",
  EXPIRING: "attention",
  EXPIRED: "problem",
};

const entrySchema = z.object({
  kind: z.enum(kinds, "ui.form.choice"),
  validThrough: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "partners.day.missing"),
});

interface CertificateSectionProps {
  partnership: FragmentType<CertificateSection_PartnershipFragment>;
  mayManage: boolean;
}

/** Until when the insurance and the background checks of the organization hold, and a form to record it. */
export function CertificateSection({ partnership, mayManage }: CertificateSectionProps) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: certificateSectionFragment, from: partnership });
  if (!complete) return null;
  return (
    <section className="fs-stack" aria-labelledby="partnership-papers">
      <h2 id="partnership-papers">{text("partners.papers")}</h2>
      {data.currentCertificates.length === 0 ? (
        <p className="fs-soft">{text("partners.papers.none")}</p>
      ) : (
        <ul className="fs-plain fs-stack">
          {data.currentCertificates.map((certificate) => (
            <Paper
              key={certificate.kind}
              partnership={data}
              certificate={certificate}
              mayManage={mayManage}
            />
          ))}
        </ul>
      )}
      {mayManage && (
        <details>
          <summary>{text("partners.papers.record")}</summary>
          <RecordPaper key={JSON.stringify(data.currentCertificates)} partnership={data} />
        </details>
      )}
    </section>
  );
}

interface PaperProps {
  partnership: Shown;
  certificate: Certificate;
  mayManage: boolean;
}

function Paper({ partnership, certificate, mayManage }: PaperProps) {
  const text = useText();
  const [problem, setProblem] = useState("");
  const [record] = useMutation(recordMutation);
  const { kind, validThrough, standing, daysLeft } = certificate;
  const name = text(`partners.papers.kind.${kind}`);
  const takeBack = () => {
    const which = { jurisdictionId: partnership.jurisdictionId, partnershipId: partnership.id };
    record({ variables: { input: { ...which, kind, validThrough, isMistake: true } } }).catch(
      (error: unknown) => {
        setProblem(refusalMessage(error) ?? text("ui.form.unreachable.title"));
      },
    );
  };
  return (
    <li className="fs-card fs-row fs-row--apart">
      <span className="fs-stack fs-stack--tight">
        <strong>{name}</strong>
        <span className="fs-row">
          <StatusTag kind={standingKinds[standing]}>{text(`partners.papers.standing.${standing}`)}</StatusTag>
          <span className="fs-soft">
            {text("partners.papers.through")} <Day date={validThrough} daysLeft={daysLeft} />
          </span>
        </span>
        {problem && <Notice kind="warning">{problem}</Notice>}
      </span>
      {mayManage && (
        <button
          type="button"
          className="usa-button usa-button--outline fs-small-button"
          aria-label={text("partners.papers.takeBack.for", { name })}
          onClick={takeBack}
        >
          {text("partners.papers.takeBack")}
        </button>
      )}
    </li>
  );
}

function RecordPaper({ partnership }: { partnership: Shown }) {
  const text = useText();
  const inWords = useFindingWords();
  const [record] = useMutation(recordMutation);
  const save = async (entry: z.infer<typeof entrySchema>) => {
    const input = { jurisdictionId: partnership.jurisdictionId, partnershipId: partnership.id, ...entry };
    const outcome = (await record({ variables: { input } })).data?.recordCertificate;
    return outcome?.__typename === "PartnerChangeRefused" ? inWords(outcome.findings) : [];
  };
  return (
    <EntityForm
      schema={entrySchema}
      defaultValues={{ kind: undefined, validThrough: "" }}
      saveLabel={text("partners.papers.save")}
      save={save}
      onSaved={() => undefined}
    >
      <SelectField
        name="kind"
        label={text("partners.papers.kind")}
        help={text("partners.papers.kind.help")}
        choices={kinds.map((kind) => ({ value: kind, label: text(`partners.papers.kind.${kind}`) }))}
      />
      <TextField name="validThrough" type="date" label={text("partners.papers.validThrough")} />
    </EntityForm>
  );
}
