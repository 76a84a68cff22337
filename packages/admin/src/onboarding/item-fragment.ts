import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ItemPage_ItemFragment } from "#admin/graphql/generated/graphql.ts";

/** All that is shown of one item; each of its changes asks for it again, so that every page is current. */
graphql(`
  fragment ItemPage_item on ChecklistItem {
    id
    siteId
    key
    title
    status
    statusReason
    dueOn
    isDueSetByHand
    isOverdue
    isLaunchGate
    gateState
    ownerName
    isOwnerSetByHand
    ownerRole {
      key
      title
    }
    evidenceWanted
    evidence {
      id
      label
      url
      isFile
      fileName
      fileSize
      addedBy
      addedAt
    }
    dependsOn {
      key
      title
    }
    blockedBy {
      key
      title
    }
    doneOn
    isSignedOff
    signedOffBy
    signedOffAt
    note
    basis
    restsOn
    revision
  }
`);

/** An item of a checklist with all that is shown of it. */
export type Item = ItemPage_ItemFragment;
