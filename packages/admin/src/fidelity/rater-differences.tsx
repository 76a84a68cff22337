import { useMutation } from "@apollo/client/react";
import { useIntl } from "react-intl";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Fidelity } from "./fidelity-panel.tsx";
import { useFindingWords } from "./use-finding-words.ts";

const explainMutation = graphql(`
  mutation RaterDifferences_explain($input: ExplainRatingDifferenceInput!) {
    explainRatingDifference(input: $input) {
      ... on RatingDifferenceExplained {
        site {
          id
        }
      }
      ... on FidelityRefused {
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

type Agreement = Fidelity["agreements"][number];

/** How far the newest reviews agree, and each component that two raters see more than one point apart. */
export function RaterDifferences({ siteId, fidelity }: { siteId: string; fidelity: Fidelity }) {
  const text = useText();
  if (fidelity.latest.length < 2) return null;
  return (
    <section aria-labelledby="fidelity-agreement" className="fs-stack fs-stack--tight">
      <h2 id="fidelity-agreement">{text("fidelity.agreement")}</h2>
      {fidelity.agreements.length === 0 && <p>{text("fidelity.agreement.releases")}</p>}
      {fidelity.agreements.map((agreement) => (
        <AgreementOf
          key={`${agreement.first}:${agreement.second}`}
          siteId={siteId}
          fidelity={fidelity}
          agreement={agreement}
        />
      ))}
      <p className="fs-soft">{text("fidelity.agreement.method")}</p>
    </section>
  );
}

interface AgreementProps {
  siteId: string;
  fidelity: Fidelity;
  agreement: Agreement;
}

function AgreementOf({ siteId, fidelity, agreement }: AgreementProps) {
  const text = useText();
  const { apart, pairCount } = agreement;
  const names = {
    first: text(`fidelity.rater.short.${agreement.first}`),
    second: text(`fidelity.rater.short.${agreement.second}`),
  };
  return (
    <div className="fs-card fs-stack fs-stack--tight">
      <h3>{text("fidelity.agreement.of", names)}</h3>
      <p>
        {useKappaWords(agreement)}{" "}
        {text("fidelity.agreement.apart", { count: apart.length, pairs: pairCount })}
      </p>
      {apart.length > 0 && (
        <ul className="fs-fidelity__apart">
          {apart.map((difference) => (
            <li key={difference.component.key}>
              <Difference siteId={siteId} fidelity={fidelity} difference={difference} names={names} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useKappaWords({ kappa, kappaLower, kappaUpper }: Agreement): string {
  const text = useText();
  const intl = useIntl();
  const number = (value: number | null | undefined) =>
    intl.formatNumber(value ?? 0, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (typeof kappa !== "number") return text("fidelity.kappa.none");
  return text("fidelity.kappa", {
    kappa: number(kappa),
    lower: number(kappaLower),
    upper: number(kappaUpper),
  });
}

interface DifferenceProps extends Omit<AgreementProps, "agreement"> {
  difference: Agreement["apart"][number];
  names: { readonly first: string; readonly second: string };
}

function Difference({ siteId, fidelity, difference, names }: DifferenceProps) {
  const text = useText();
  const { component, firstMark, secondMark, reasons, explainIn } = difference;
  const review = fidelity.latest.find(({ id }) => id === explainIn);
  return (
    <div className="fs-stack fs-stack--tight">
      <p>
        <strong>
          {component.key} {component.name}
        </strong>
        : {text("fidelity.difference.marks", { ...names, firstMark, secondMark })}{" "}
        {reasons.length === 0 && <StatusTag kind="attention">{text("fidelity.difference.unsaid")}</StatusTag>}
      </p>
      {reasons.map(({ rater, reason }) => (
        <p key={rater} className="fs-soft">
          {text("fidelity.difference.reason", { rater: text(`fidelity.rater.short.${rater}`), reason })}
        </p>
      ))}
      {review && <ExplainDifference siteId={siteId} review={review} component={component} />}
    </div>
  );
}

const reasonSchema = z.object({ reason: z.string().trim().min(10, "fidelity.reasonShort").max(1000) });

interface ExplainDifferenceProps {
  siteId: string;
  review: Fidelity["latest"][number];
  component: { readonly key: string; readonly name: string };
}

function ExplainDifference({ siteId, review, component }: ExplainDifferenceProps) {
  const text = useText();
  const inWords = useFindingWords();
  const [explain] = useMutation(explainMutation, {
    refetchQueries: ["FidelityPanel"],
    awaitRefetchQueries: true,
  });
  const said = review.ratings.find((rating) => rating.component.key === component.key)?.differenceReason;
  return (
    <FormDialog
      action={text(said ? "fidelity.explain.again" : "fidelity.explain")}
      actionLabel={text(said ? "fidelity.explain.again.of" : "fidelity.explain.of", {
        component: `${component.key} ${component.name}`,
      })}
      isQuiet
      title={text("fidelity.explain.title", { component: `${component.key} ${component.name}` })}
      schema={reasonSchema}
      defaultValues={{ reason: said ?? "" }}
      saveLabel={text("fidelity.explain.save")}
      save={async ({ reason }) => {
        const input = {
          siteId,
          reviewId: review.id,
          componentKey: component.key,
          expectedRevision: review.revision,
          reason,
        };
        const { data } = await explain({ variables: { input } });
        const outcome = data?.explainRatingDifference;
        return outcome?.__typename === "FidelityRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <TextAreaField
        name="reason"
        label={text("fidelity.explain.reason")}
        help={text("fidelity.publicRecord")}
        rows={3}
      />
    </FormDialog>
  );
}
