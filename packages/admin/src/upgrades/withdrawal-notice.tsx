import { graphql } from "#admin/graphql/generated/gql.ts";
import type { WithdrawalNotice_WithdrawalFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { ReactNode } from "react";

graphql(`
  fragment WithdrawalNotice_withdrawal on ReleaseWithdrawal {
    reasonCode
    reason
    withdrawnBy
    withdrawnAt
  }
`);

export interface WithdrawalNoticeProps {
  version: string;
  withdrawal: WithdrawalNotice_WithdrawalFragment;
  /** What it means where this is shown, and what can be done. */
  children: ReactNode;
}

/** That a release is out of use: since when, by whom and why. */
export function WithdrawalNotice({ version, withdrawal, children }: WithdrawalNoticeProps) {
  const text = useText();
  const day = useDayWriter();
  const { reasonCode, reason, withdrawnBy, withdrawnAt } = withdrawal;
  return (
    <Notice
      kind="warning"
      title={text("templates.withdrawn.title", {
        version,
        by: withdrawnBy,
        day: day.absolute(withdrawnAt.slice(0, 10)),
      })}
    >
      <p>
        <strong>{text(`templates.withdraw.reason.${reasonCode}`)}</strong> <q>{reason}</q>
      </p>
      {children}
    </Notice>
  );
}
