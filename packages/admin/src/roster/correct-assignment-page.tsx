import { useMutation } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { NumberField, SelectField, TextField } from "#admin/ui/field.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { AssignmentMissing } from "./assignment-missing.tsx";
import { exitReasons } from "./exit-reasons.ts";
import { useObstacleWords } from "./obstacle.ts";
import { slotName } from "./slot-name.ts";
import { type AssignedPerson, type OneAssignment, useAssignment } from "./use-assignment.ts";
import { useFindingWords } from "./use-finding-words.ts";

const correctMutation = graphql(`
  mutation CorrectAssignmentPage_correct($input: CorrectAssignmentInput!) {
    correctAssignment(input: $input) {
      ... on AssignmentCorrected {
        assignment {
          id
          revision
          startsOn
          endedOn
          exitReason
          share
        }
      }
      ... on AssignmentOverlaps {
        other {
          ...Obstacle_assignment @unmask
        }
      }
      ... on SlotHeld {
        other {
          ...Obstacle_assignment @unmask
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

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "roster.day.missing");
const entrySchema = z.object({
  startsOn: day,
  expectedEndOn: z.union([z.literal(""), day]),
  endedOn: z.union([z.literal(""), day]),
  exitReason: z.enum(["", ...exitReasons]),
  sharePercent: z.number("ui.form.number").min(1, "roster.share.range").max(100, "roster.share.range"),
});

/** Puts right the days, the share or the ending of an assignment. */
export function CorrectAssignmentPage() {
  const found = useAssignment();
  if (found === undefined) return <PageSkeleton />;
  if (found === null) return <AssignmentMissing />;
  return <CorrectAssignment officer={found.officer} assignment={found.assignment} />;
}

function CorrectAssignment({ officer, assignment }: { officer: AssignedPerson; assignment: OneAssignment }) {
  const text = useText();
  const navigate = useNavigate();
  const save = useCorrection(officer.jurisdictionId, assignment);
  const officerAddress = `/roster/${officer.jurisdictionId}/${officer.id}`;
  return (
    <Page
      title={text("roster.correct.title", { name: officer.name })}
      sentence={text("roster.correct.sentence", {
        slot: slotName(assignment, text),
        site: assignment.siteName ?? text("roster.obstacle.otherSite"),
      })}
      trail={[
        { label: text("roster.title"), to: "/roster" },
        { label: officer.name, to: officerAddress },
      ]}
    >
      <EntityForm
        schema={entrySchema}
        defaultValues={{
          startsOn: assignment.startsOn,
          expectedEndOn: assignment.commitment?.endsOn ?? "",
          endedOn: assignment.endedOn ?? "",
          exitReason: assignment.exitReason ?? "",
          sharePercent: Math.round(assignment.share * 100),
        }}
        saveLabel={text("roster.correct.save")}
        save={save}
        onSaved={() => void navigate({ to: officerAddress })}
        otherActions={<Link to={officerAddress}>{text("roster.cancel")}</Link>}
      >
        <TextField name="startsOn" type="date" label={text("roster.startsOn")} />
        <TextField name="expectedEndOn" type="date" label={text("roster.expectedEndOn")} isOptional />
        <TextField
          name="endedOn"
          type="date"
          label={text("roster.endedOn")}
          help={text("roster.correct.open")}
          isOptional
        />
        <SelectField
          name="exitReason"
          label={text("roster.exitReason")}
          choices={exitReasons.map((reason) => ({
            value: reason,
            label: text(`roster.exitReason.${reason}`),
          }))}
          isOptional
        />
        <NumberField
          name="sharePercent"
          label={text("roster.share")}
          help={text("roster.share.help")}
          min={1}
          step={1}
        />
      </EntityForm>
    </Page>
  );
}

function useCorrection(jurisdictionId: string, { id, revision }: OneAssignment) {
  const inWords = useFindingWords();
  const obstacle = useObstacleWords();
  const [correct] = useMutation(correctMutation);
  return async ({
    startsOn,
    expectedEndOn,
    endedOn,
    exitReason,
    sharePercent,
  }: z.infer<typeof entrySchema>) => {
    const input = {
      jurisdictionId,
      id,
      expectedRevision: revision,
      startsOn,
      expectedEndOn: expectedEndOn || undefined,
      endedOn: endedOn || undefined,
      exitReason: exitReason || undefined,
      share: sharePercent / 100,
    };
    const { data } = await correct({ variables: { input } });
    const outcome = data?.correctAssignment;
    switch (outcome?.__typename) {
      case "RosterChangeRefused":
        return inWords(outcome.findings);
      case "AssignmentOverlaps":
      case "SlotHeld":
        return [obstacle(outcome.__typename, outcome.other)];
      default:
        return [];
    }
  };
}
