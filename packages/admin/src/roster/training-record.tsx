import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { TrainingRecord_OfficerFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { RecordTraining } from "./record-training.tsx";
import { standingKinds } from "./training-summary.tsx";

const trainingRecordFragment = graphql(`
  fragment TrainingRecord_officer on Officer {
    id
    jurisdictionId
    assignments {
      id
      siteId
      siteName
      timeZone
      endedOn
      trainings {
        trainingKey
        name
        state
        completedOn
        validThrough
      }
    }
  }
`);

type Training = TrainingRecord_OfficerFragment["assignments"][number]["trainings"][number];

/** The trainings that a person's slots ask for, each with where it stands, and a way to record one done. */
export function TrainingRecord({ officer }: { officer: FragmentType<TrainingRecord_OfficerFragment> }) {
  const text = useText();
  const mayManage = useMay("roster.manage");
  const { data, complete } = useFragment({ fragment: trainingRecordFragment, from: officer });
  if (!complete) return null;
  const asked = askedFor(data);
  if (asked.length === 0) return <p className="fs-soft">{text("roster.trainings.none")}</p>;
  return (
    <ul className="fs-plain fs-stack">
      {asked.map(({ training, siteId, timeZone }) => (
        <li key={training.trainingKey} className="fs-card fs-row fs-row--apart">
          <span className="fs-stack fs-stack--tight">
            <strong>{training.name}</strong>
            <span className="fs-row">
              <StatusTag kind={standingKinds[training.state]}>
                {text(`roster.training.${training.state}`)}
              </StatusTag>
              <Days training={training} />
            </span>
          </span>
          {mayManage && (
            <RecordTraining
              jurisdictionId={data.jurisdictionId}
              officerId={data.id}
              siteId={siteId}
              timeZone={timeZone}
              trainingKey={training.trainingKey}
              name={training.name}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

interface AskedTraining {
  readonly training: Training;
  readonly siteId: string;
  readonly timeZone: string | undefined;
}

/** Each training once, from the assignments that last. */
function askedFor({ assignments }: TrainingRecord_OfficerFragment): AskedTraining[] {
  const open = assignments.filter(({ endedOn, siteName }) => !endedOn && siteName);
  const all = open.flatMap(({ siteId, timeZone, trainings }) =>
    trainings.map((training) => ({ training, siteId, timeZone: timeZone ?? undefined })),
  );
  return [...new Map(all.map((one) => [one.training.trainingKey, one])).values()];
}

function Days({ training }: { training: Training }) {
  const text = useText();
  const write = useDayWriter();
  if (!training.completedOn) return null;
  const done = text("roster.training.doneOn", { date: write.absolute(training.completedOn) });
  const valid = training.validThrough
    ? ` · ${text("roster.training.validThrough", { date: write.absolute(training.validThrough) })}`
    : "";
  return <span className="fs-soft">{`${done}${valid}`}</span>;
}
