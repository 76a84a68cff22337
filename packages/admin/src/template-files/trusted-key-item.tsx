import type { FragmentType } from "@apollo/client";
import { useFragment, useMutation } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { TrustedKeyItem_KeyFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Moment } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { ReasonForm } from "./reason-form.tsx";

const trustedKeyFragment = graphql(`
  fragment TrustedKeyItem_key on TrustedKey {
    id
    claimedName
    words
    groups
    isTrusted
    decidedAt
    decidedBy
    reason
    revision
  }
`);

const changeTrustMutation = graphql(`
  mutation TrustedKeyItem_changeTrust($input: ChangeKeyTrustInput!) {
    changeKeyTrust(input: $input) {
      ... on KeyRefused {
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

/** Somebody else's key: whether files signed with it are let in, who decided so, and the way to decide otherwise. */
export function TrustedKeyItem({ trustedKey }: { trustedKey: FragmentType<TrustedKeyItem_KeyFragment> }) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: trustedKeyFragment, from: trustedKey });
  const [changeTrust] = useMutation(changeTrustMutation, {
    refetchQueries: ["TemplateKeysPage"],
    awaitRefetchQueries: true,
  });
  if (!complete) return null;
  const change = text(data.isTrusted ? "templateFiles.keys.distrust" : "templateFiles.keys.trustAgain");
  return (
    <li>
      <div className="fs-row">
        <h3>{data.claimedName}</h3>
        <StatusTag kind={data.isTrusted ? "good" : "problem"}>
          {text(data.isTrusted ? "templateFiles.keys.trusted" : "templateFiles.keys.distrusted")}
        </StatusTag>
      </div>
      <Fingerprint words={data.words} groups={data.groups} />
      <p className="fs-soft">
        {text("templateFiles.keys.decided", { person: data.decidedBy })} <Moment at={data.decidedAt} />
      </p>
      {data.reason && <p>{data.reason}</p>}
      <details>
        <summary>{change}</summary>
        <ReasonForm
          key={data.revision}
          name={`trust-${data.id}`}
          saveLabel={change}
          save={async (reason) => {
            const { id: trustedKeyId, revision: expectedRevision } = data;
            const input = { trustedKeyId, expectedRevision, isTrusted: !data.isTrusted, reason };
            const outcome = (await changeTrust({ variables: { input } })).data?.changeKeyTrust;
            return outcome?.__typename === "KeyRefused" ? outcome.findings : [];
          }}
        />
      </details>
    </li>
  );
}
