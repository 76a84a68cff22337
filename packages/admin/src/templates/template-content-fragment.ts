import { graphql } from "#admin/graphql/generated/gql.ts";
import type { TemplateContent_ReleaseFragment } from "#admin/graphql/generated/graphql.ts";

/** Every section of a release, as the template page shows it. */
export const templateContentFragment = graphql(`
  fragment TemplateContent_release on Release {
    id
    content {
      ownerRoles {
        key
        isCore
        basis
        restsOn
        note
        title
      }
      positions {
        key
        isCore
        basis
        restsOn
        note
        title
        rank
        seats
        employer
        commitmentMonths
        commitmentNote
        requiredTrainings
      }
      staffingFloors {
        key
        isCore
        basis
        restsOn
        name
        positions
        seats
      }
      trainings {
        key
        isCore
        basis
        restsOn
        note
        name
        hours
        when
        outline
        validMonths
      }
      partnerRoles {
        key
        isCore
        basis
        restsOn
        note
        title
        requirement
        typicalHolder
        deliverable
      }
      activities {
        key
        isCore
        basis
        restsOn
        note
        name
        tenet
        dose
        isOnByDefault
      }
      governanceBodies {
        key
        isCore
        basis
        restsOn
        note
        name
        members
        meets
        powers
      }
      phases {
        key
        isCore
        basis
        restsOn
        note
        label
        implementationStage
        fromDay
        toDay
      }
      checklistItems {
        key
        isCore
        basis
        restsOn
        note
        title
        phase
        ownerRole
        dueOffsetDays
        evidence
        isLaunchGate
        dependsOn
      }
      goals {
        key
        isCore
        basis
        restsOn
        note
        title
        kind
        onlyWithActivity
        baselineWindow {
          kind
          fromDay
          toDay
          by
          item
        }
        targets {
          kind
          indicator
          indicatorName
          unit
          amount
          of
          byMonth
          every
          pooledMonths
          note
        }
      }
      coreComponents {
        key
        isCore
        basis
        restsOn
        note
        name
        weight
        isEssential
        looksLike {
          none
          partly
          full
        }
      }
      adaptationRules {
        key
        isCore
        basis
        restsOn
        text
        decision
      }
      guidance {
        key
        isCore
        basis
        restsOn
        title
        text
      }
    }
  }
`);

/** What is in a release, section by section. */
export type ReleaseContent = TemplateContent_ReleaseFragment["content"];
