import { useId, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { QuestionCard_QuestionFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Decision } from "./decision.ts";
import { DecisionForm } from "./decision-form.tsx";
import { QuestionValues } from "./question-values.tsx";
import { useUpgraded } from "./upgraded.ts";

graphql(`
  fragment QuestionCard_question on UpgradeQuestion {
    question
    kind
    section
    key
    title
    field
    fieldLabel
    base
    local
    incoming
    localValue
    thirdKind
    because
    note
    isCore
    mayKeep
    isOpen
    decision {
      choice
      value
      reasonCode
      reason
      steeringDecidedOn
    }
  }
`);

export type Question = QuestionCard_QuestionFragment;

/** One question that only a person can decide: the three values in words, and the choice. */
export function QuestionCard({
  question,
  onDecide,
}: {
  question: Question;
  onDecide: (decision: Decision) => void;
}) {
  const text = useText();
  const of = useUpgraded();
  const titleId = useId();
  const [isChanging, setIsChanging] = useState(false);
  const { decision } = question;
  const isAsking = decision === null || question.isOpen || isChanging;
  return (
    <section className="fs-card fs-stack fs-stack--tight" aria-labelledby={titleId}>
      <div className="fs-row">
        <h3 id={titleId} className="fs-upgrade__title">
          {question.fieldLabel
            ? text("upgrades.question.field", { title: question.title, field: question.fieldLabel })
            : question.title}
        </h3>
        {isAsking ? (
          <StatusTag kind="attention">{text("upgrades.question.open")}</StatusTag>
        ) : (
          <StatusTag kind="good">{text(`upgrades.choice.${decision.choice}.done`)}</StatusTag>
        )}
      </div>
      <p>{text(`upgrades.question.${question.kind}`, { of })}</p>
      {question.note && <p className="fs-soft">{text("upgrades.note", { note: question.note })}</p>}
      {question.because && <Notice kind="warning">{question.because}</Notice>}
      <QuestionValues base={question.base} local={question.local} incoming={question.incoming} />
      {isAsking ? (
        <DecisionForm
          question={question}
          onDecide={(made) => {
            setIsChanging(false);
            onDecide(made);
          }}
        />
      ) : (
        <p className="fs-row">
          {decision.reason && <span className="fs-soft">{decision.reason}</span>}
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => {
              setIsChanging(true);
            }}
          >
            {text("upgrades.question.change")}
          </button>
        </p>
      )}
    </section>
  );
}
