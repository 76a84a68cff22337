import { useMutation } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { RadioField, TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { today } from "#admin/ui/plain-day.ts";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { AssignmentMissing } from "./assignment-missing.tsx";
import { CommitmentBar } from "./commitment-bar.tsx";
import { slotName } from "./slot-name.ts";
import { type AssignedPerson, type OneAssignment, useAssignment } from "./use-assignment.ts";
import { useFindingWords } from "./use-finding-words.ts";

const recordMutation = graphql(`
  mutation LeavePage_record($input: RecordLeaveInput!) {
    recordLeave(input: $input) {
      ... on LeaveRecorded {
        assignment {
          id
          leaves {
            startsOn
            endsOn
            kind
          }
          currentLeave {
            startsOn
            endsOn
            kind
          }
          commitment {
            endsOn
            daysLeft
            within
            elapsed
            leaveDays
            endsWithLeaveOn
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

const leaveKinds = ["PERSONAL", "OTHER_DUTY", "TRAINING"] as const;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "roster.day.missing");
const entrySchema = z.object({
  startsOn: day,
  endsOn: day,
  kind: z.enum(leaveKinds, "ui.form.choice"),
});

interface LeaveProps {
  officer: AssignedPerson;
  assignment: OneAssignment;
}

/** The days that somebody is away from a slot: those recorded, and a form for more. */
export function LeavePage() {
  const found = useAssignment();
  if (found === undefined) return <PageSkeleton />;
  if (found === null) return <AssignmentMissing />;
  return <LeaveView officer={found.officer} assignment={found.assignment} />;
}

function LeaveView({ officer, assignment }: LeaveProps) {
  const text = useText();
  const officerAddress = `/roster/${officer.jurisdictionId}/${officer.id}`;
  return (
    <Page
      title={text("roster.leave.title", { name: officer.name })}
      sentence={text("roster.leave.sentence", {
        slot: slotName(assignment, text),
        site: assignment.siteName ?? text("roster.obstacle.otherSite"),
      })}
      trail={[
        { label: text("roster.title"), to: "/roster" },
        { label: officer.name, to: officerAddress },
      ]}
    >
      <section className="fs-stack" aria-labelledby="leaves">
        <h2 id="leaves">{text("roster.leave.recorded")}</h2>
        <Leaves officer={officer} assignment={assignment} />
        <CommitmentBar commitment={assignment.commitment} />
      </section>
      <LeaveForm key={assignment.leaves.length} officer={officer} assignment={assignment} />
    </Page>
  );
}

function LeaveForm({ officer, assignment }: LeaveProps) {
  const text = useText();
  const inWords = useFindingWords();
  const [record] = useMutation(recordMutation);
  const { jurisdictionId } = officer;
  const save = async (entry: z.infer<typeof entrySchema>) => {
    const input = { jurisdictionId, assignmentId: assignment.id, ...entry };
    const outcome = (await record({ variables: { input } })).data?.recordLeave;
    return outcome?.__typename === "RosterChangeRefused" ? inWords(outcome.findings) : [];
  };
  return (
    <EntityForm
      schema={entrySchema}
      defaultValues={{ startsOn: today(assignment.timeZone ?? undefined), endsOn: "" }}
      saveLabel={text("roster.leave.save")}
      save={save}
      onSaved={() => undefined}
      otherActions={<Link to={`/roster/${jurisdictionId}/${officer.id}`}>{text("roster.leave.back")}</Link>}
    >
      <TextField name="startsOn" type="date" label={text("roster.leave.startsOn")} />
      <TextField
        name="endsOn"
        type="date"
        label={text("roster.leave.endsOn")}
        help={text("roster.leave.endsOn.help")}
      />
      <RadioField
        name="kind"
        label={text("roster.leave.kind")}
        help={text("roster.leave.kind.help")}
        choices={leaveKinds.map((kind) => ({ value: kind, label: text(`roster.leave.kind.${kind}`) }))}
      />
    </EntityForm>
  );
}

function Leaves({ officer, assignment }: LeaveProps) {
  const text = useText();
  const write = useDayWriter();
  const [problem, setProblem] = useState("");
  const [record] = useMutation(recordMutation);
  if (assignment.leaves.length === 0) return <p className="fs-soft">{text("roster.leave.none")}</p>;
  const takeBack = (leave: OneAssignment["leaves"][number]) => {
    const { startsOn, endsOn, kind } = leave;
    const which = { jurisdictionId: officer.jurisdictionId, assignmentId: assignment.id };
    record({ variables: { input: { ...which, startsOn, endsOn, kind, isMistake: true } } }).catch(
      (error: unknown) => {
        setProblem(refusalMessage(error) ?? text("ui.form.unreachable.title"));
      },
    );
  };
  return (
    <>
      {problem && <Notice kind="warning">{problem}</Notice>}
      <ul className="fs-plain fs-stack">
        {assignment.leaves.map((leave) => {
          const days = text("roster.fromTo", {
            from: write.absolute(leave.startsOn),
            to: write.absolute(leave.endsOn),
          });
          return (
            <li key={leave.startsOn} className="fs-card fs-row fs-row--apart">
              <span className="fs-stack fs-stack--tight">
                <strong>{days}</strong>
                <span className="fs-soft">{text(`roster.leave.kind.${leave.kind}`)}</span>
              </span>
              <button
                type="button"
                className="usa-button usa-button--outline fs-small-button"
                aria-label={text("roster.leave.takeBack.for", { days })}
                onClick={() => takeBack(leave)}
              >
                {text("roster.leave.takeBack")}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
