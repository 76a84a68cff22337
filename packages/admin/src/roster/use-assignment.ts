import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { AssignmentPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { usePathParam } from "#admin/ui/address.ts";

const assignmentPageQuery = graphql(`
  query AssignmentPage($jurisdictionId: ID!, $officerId: ID!) {
    officer(jurisdictionId: $jurisdictionId, id: $officerId) {
      id
      jurisdictionId
      name
      assignments {
        id
        revision
        siteId
        siteName
        timeZone
        positionTitle
        slot
        hasSeveralSlots
        startsOn
        endedOn
        exitReason
        share
        leaves {
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
  }
`);

export type AssignedPerson = NonNullable<AssignmentPageQuery["officer"]>;
export type OneAssignment = AssignedPerson["assignments"][number];

/** The assignment that the address names, with its person; `undefined` while asking, null when there is none. */
export function useAssignment(): { officer: AssignedPerson; assignment: OneAssignment } | null | undefined {
  const assignmentId = usePathParam("assignmentId");
  const data = loaded(
    useQuery(assignmentPageQuery, {
      variables: { jurisdictionId: usePathParam("jurisdictionId"), officerId: usePathParam("officerId") },
      fetchPolicy: "network-only",
    }),
  );
  if (!data) return undefined;
  const assignment = data.officer?.assignments.find(({ id }) => id === assignmentId);
  return data.officer && assignment ? { officer: data.officer, assignment } : null;
}
