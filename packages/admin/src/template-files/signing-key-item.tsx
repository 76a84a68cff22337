import type { FragmentType } from "@apollo/client";
import { useFragment, useMutation } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SigningKeyItem_KeyFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Moment } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { ReasonForm } from "./reason-form.tsx";

const signingKeyFragment = graphql(`
  fragment SigningKeyItem_key on SigningKey {
    id
    words
    groups
    madeAt
    madeBy
    retiredAt
    retiredBy
    retiredReason
  }
`);

const rotateMutation = graphql(`
  mutation SigningKeyItem_rotate($input: RotateSigningKeyInput!) {
    rotateSigningKey(input: $input) {
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

interface SigningKeyItemProps {
  signingKey: FragmentType<SigningKeyItem_KeyFragment>;
  organizationId: string | undefined;
}

/** A key that signs or once did; the one that signs can be changed for a new one. */
export function SigningKeyItem({ signingKey, organizationId }: SigningKeyItemProps) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: signingKeyFragment, from: signingKey });
  const [rotate] = useMutation(rotateMutation, {
    refetchQueries: ["TemplateKeysPage"],
    awaitRefetchQueries: true,
  });
  if (!complete) return null;
  const isCurrent = !data.retiredAt;
  return (
    <li>
      <StatusTag kind={isCurrent ? "good" : "plain"}>
        {text(isCurrent ? "templateFiles.keys.current" : "templateFiles.keys.retired")}
      </StatusTag>
      <Fingerprint words={data.words} groups={data.groups} />
      <p className="fs-soft">
        {text("templateFiles.keys.made", { person: data.madeBy })} <Moment at={data.madeAt} />
      </p>
      {data.retiredAt && (
        <p className="fs-soft">
          {text("templateFiles.keys.retired.by", {
            person: data.retiredBy ?? "",
            reason: data.retiredReason ?? "",
          })}{" "}
          <Moment at={data.retiredAt} />
        </p>
      )}
      {isCurrent && (
        <details>
          <summary>{text("templateFiles.keys.rotate")}</summary>
          <p>{text("templateFiles.keys.rotate.text")}</p>
          <ReasonForm
            name="rotate"
            saveLabel={text("templateFiles.keys.rotate")}
            save={async (reason) => {
              const input = { reason, ...(organizationId === undefined ? {} : { organizationId }) };
              const outcome = (await rotate({ variables: { input } })).data?.rotateSigningKey;
              return outcome?.__typename === "KeyRefused" ? outcome.findings : [];
            }}
          />
        </details>
      )}
    </li>
  );
}
