import { useMutation } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Finding } from "#admin/ui/finding.ts";
import { addDays, addMonths } from "#admin/ui/plain-day.ts";
import { AgreementFields } from "./agreement-fields.tsx";
import { type AgreementEntry, agreementInput, agreementSchema } from "./partnership-entry.ts";
import { PartnershipForm, WithPartnership } from "./partnership-form.tsx";
import { useFindingWords } from "./use-finding-words.ts";
import type { PartnershipToChange } from "./use-partnership.ts";

const signMutation = graphql(`
  mutation SignAgreementPage_sign($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      ... on AgreementSigned {
        partnership {
          id
        }
      }
      ... on AgreementOverlaps {
        other {
          id
          startsOn
          endsOn
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

const correctMutation = graphql(`
  mutation SignAgreementPage_correct($input: CorrectAgreementInput!) {
    correctAgreement(input: $input) {
      ... on AgreementCorrected {
        partnership {
          id
        }
      }
      ... on AgreementOverlaps {
        other {
          id
          startsOn
          endsOn
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

type Agreement = PartnershipToChange["agreements"][number];

/** Records a first agreement or a renewal; with `?agreement=` in the address, puts one right. */
export function SignAgreementPage() {
  const asked = useAddressParams()["agreement"];
  return (
    <WithPartnership>
      {(partnership) => (
        <SignAgreement
          partnership={partnership}
          before={partnership.agreements.find(({ id }) => id === asked)}
        />
      )}
    </WithPartnership>
  );
}

interface SignAgreementProps {
  partnership: PartnershipToChange;
  before: Agreement | undefined;
}

function SignAgreement({ partnership, before }: SignAgreementProps) {
  const text = useText();
  const save = useSigning(partnership, before);
  const [latest] = partnership.agreements;
  const what = before ? "correct" : latest ? "renew" : "sign";
  return (
    <PartnershipForm
      partnership={partnership}
      title={text(`partners.${what}.title`)}
      sentence={text(`partners.${what}.sentence`)}
      schema={agreementSchema}
      defaultValues={before ? entryOf(before) : proposedAfter(latest)}
      saveLabel={text(`partners.${what}.save`)}
      save={save}
    >
      <AgreementFields />
    </PartnershipForm>
  );
}

function entryOf({ kind, startsOn, endsOn, noticeDays, renewalMonths }: Agreement): AgreementEntry {
  return { kind, startsOn, endsOn: endsOn ?? "", noticeDays, renewalMonths };
}

function proposedAfter(latest: Agreement | undefined): AgreementEntry {
  if (!latest) return { kind: "MEMORANDUM", startsOn: "", endsOn: "", noticeDays: null };
  return { ...entryOf(latest), ...daysAfter(latest) };
}

/** A renewal is proposed from the day after the last agreement ends, for as long as the agreement foresees. */
function daysAfter({ endsOn, renewalMonths }: Agreement): { startsOn: string; endsOn: string } {
  if (!endsOn) return { startsOn: "", endsOn: "" };
  return {
    startsOn: addDays(endsOn, 1),
    endsOn: renewalMonths ? addMonths(endsOn, renewalMonths) : "",
  };
}

function useSigning(
  { id: partnershipId, jurisdictionId }: PartnershipToChange,
  before: Agreement | undefined,
) {
  const text = useText();
  const write = useDayWriter();
  const inWords = useFindingWords();
  const [sign] = useMutation(signMutation);
  const [correct] = useMutation(correctMutation);
  const overlaps = (other: { startsOn: string; endsOn?: string | null }): Finding => ({
    code: "AGREEMENT_OVERLAPS",
    severity: "ERROR",
    path: "startsOn",
    message: text("partners.overlaps", {
      from: write.absolute(other.startsOn),
      to: other.endsOn ? write.absolute(other.endsOn) : "",
      isOpen: String(!other.endsOn),
    }),
  });
  const send = async (entry: AgreementEntry) => {
    if (!before) {
      const { data } = await sign({
        variables: { input: { ...agreementInput(entry), jurisdictionId, partnershipId } },
      });
      return data?.signAgreement;
    }
    const key = { jurisdictionId, id: before.id, expectedRevision: before.revision };
    const { data } = await correct({ variables: { input: { ...agreementInput(entry), ...key } } });
    return data?.correctAgreement;
  };
  return async (entry: AgreementEntry): Promise<readonly Finding[]> => {
    const outcome = await send(entry);
    if (outcome?.__typename === "PartnerChangeRefused") return inWords(outcome.findings);
    return outcome?.__typename === "AgreementOverlaps" ? [overlaps(outcome.other)] : [];
  };
}
