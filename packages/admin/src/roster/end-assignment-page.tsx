import { useMutation } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { RadioField, TextField } from "#admin/ui/field.tsx";
import { Page } from "#admin/ui/page.tsx";
import { today } from "#admin/ui/plain-day.ts";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { AssignmentMissing } from "./assignment-missing.tsx";
import { exitReasons } from "./exit-reasons.ts";
import { useObstacleWords } from "./obstacle.ts";
import { slotName } from "./slot-name.ts";
import { type AssignedPerson, type OneAssignment, useAssignment } from "./use-assignment.ts";
import { useFindingWords } from "./use-finding-words.ts";

const endMutation = graphql(`
  mutation EndAssignmentPage_end($input: EndAssignmentInput!) {
    endAssignment(input: $input) {
      ... on AssignmentEnded {
        assignment {
          id
          revision
          endedOn
          exitReason
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

const entrySchema = z.object({
  endedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "roster.day.missing"),
  exitReason: z.enum(exitReasons, "ui.form.choice"),
});

/** Ends an assignment on a last day, with a coded reason. */
export function EndAssignmentPage() {
  const found = useAssignment();
  if (found === undefined) return <PageSkeleton />;
  if (found === null) return <AssignmentMissing />;
  return <EndAssignment officer={found.officer} assignment={found.assignment} />;
}

interface EndAssignmentProps {
  officer: AssignedPerson;
  assignment: OneAssignment;
}

function EndAssignment({ officer, assignment }: EndAssignmentProps) {
  const text = useText();
  const navigate = useNavigate();
  const save = useEnding(officer.jurisdictionId, assignment);
  const siteName = assignment.siteName ?? text("roster.obstacle.otherSite");
  const rosterAddress = `/sites/${assignment.siteId}?tab=roster`;
  return (
    <Page
      title={text("roster.end.title", { name: officer.name })}
      sentence={text("roster.end.sentence", { slot: slotName(assignment, text), site: siteName })}
      trail={[
        { label: text("roster.sites"), to: "/sites" },
        { label: siteName, to: rosterAddress },
      ]}
    >
      <EntityForm
        schema={entrySchema}
        defaultValues={{ endedOn: today(assignment.timeZone ?? undefined) }}
        saveLabel={text("roster.end")}
        save={save}
        onSaved={() => void navigate({ to: `/sites/${assignment.siteId}`, search: { tab: "roster" } })}
        otherActions={<Link to={rosterAddress}>{text("roster.cancel")}</Link>}
      >
        <TextField
          name="endedOn"
          type="date"
          label={text("roster.endedOn")}
          help={text("roster.endedOn.help")}
        />
        <RadioField
          name="exitReason"
          label={text("roster.exitReason")}
          help={text("roster.exitReason.help")}
          choices={exitReasons.map((reason) => ({
            value: reason,
            label: text(`roster.exitReason.${reason}`),
          }))}
        />
      </EntityForm>
    </Page>
  );
}

function useEnding(jurisdictionId: string, { id, revision }: OneAssignment) {
  const inWords = useFindingWords();
  const obstacle = useObstacleWords();
  const [end] = useMutation(endMutation);
  return async (entry: z.infer<typeof entrySchema>) => {
    const { data } = await end({
      variables: { input: { jurisdictionId, id, expectedRevision: revision, ...entry } },
    });
    const outcome = data?.endAssignment;
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
