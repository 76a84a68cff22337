import { useMutation } from "@apollo/client/react";
import { type SubmitEvent, useId, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { today } from "#admin/ui/plain-day.ts";
import { useFindingWords } from "./use-finding-words.ts";

const recordMutation = graphql(`
  mutation RecordTraining($input: RecordTrainingInput!) {
    recordTraining(input: $input) {
      ... on TrainingRecorded {
        officer {
          id
          assignments {
            id
            trainings {
              trainingKey
              name
              state
              completedOn
              validThrough
            }
          }
        }
      }
      ... on RosterChangeRefused {
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

export interface RecordTrainingProps {
  jurisdictionId: string;
  officerId: string;
  siteId: string;
  timeZone?: string | undefined;
  trainingKey: string;
  name: string;
}

/** A day and a button: this training was done then. */
export function RecordTraining({ name, timeZone, ...training }: RecordTrainingProps) {
  const text = useText();
  const id = useId();
  const inWords = useFindingWords();
  const [completedOn, setCompletedOn] = useState(today(timeZone));
  const [problem, setProblem] = useState("");
  const [record, { loading }] = useMutation(recordMutation);
  const save = async () => {
    const { data } = await record({ variables: { input: { ...training, completedOn } } });
    const outcome = data?.recordTraining;
    const findings = outcome?.__typename === "RosterChangeRefused" ? inWords(outcome.findings) : [];
    setProblem(findings.map(({ message }) => message).join(" "));
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (loading) return;
    save().catch((error: unknown) => {
      setProblem(refusalMessage(error) ?? text("ui.form.unreachable.title"));
    });
  };
  return (
    <form className="fs-row" onSubmit={onSubmit}>
      <span className="fs-stack fs-stack--tight">
        <label htmlFor={id}>{text("roster.training.day", { name })}</label>
        <input
          id={id}
          type="date"
          required
          className="usa-input"
          value={completedOn}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => {
            setCompletedOn(event.target.value);
          }}
        />
        {problem && (
          <span id={`${id}-problem`} className="usa-error-message" role="alert">
            {problem}
          </span>
        )}
      </span>
      <button
        type="submit"
        className="usa-button usa-button--outline fs-small-button"
        aria-disabled={loading}
      >
        {text("roster.training.record")}
      </button>
    </form>
  );
}
