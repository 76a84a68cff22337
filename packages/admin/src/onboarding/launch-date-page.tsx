import { skipToken, useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextAreaField, TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton, Skeleton } from "#admin/ui/skeleton.tsx";
import { LaunchDatePreview } from "./launch-date-preview.tsx";
import { useFindingWords } from "./use-finding-words.ts";
import "./onboarding.css";

const launchDatePageQuery = graphql(`
  query LaunchDatePage($siteId: ID!) {
    site(id: $siteId) {
      id
      name
      revision
      launchOn
    }
  }
`);

const previewQuery = graphql(`
  query LaunchDatePage_preview($siteId: ID!, $launchOn: Date!) {
    launchDatePreview(siteId: $siteId, launchOn: $launchOn) {
      ...LaunchDatePreview_preview @unmask
    }
  }
`);

const changeMutation = graphql(`
  mutation LaunchDatePage_change($input: ChangeLaunchDateInput!) {
    changeLaunchDate(input: $input) {
      ... on LaunchDateChanged {
        movedCount
        site {
          id
          revision
          launchOn
          daysToLaunch
          stage
        }
      }
      ... on ChangeLaunchDateRefused {
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

const schema = z.object({
  launchOn: z.string().min(1, "ui.form.required"),
  reason: z.string().trim().min(1, "ui.form.required").max(2000),
});

/** Moves a site's launch date: shows what moves with it and which gates then fail, before anything is saved. */
export function LaunchDatePage() {
  const text = useText();
  const inWords = useFindingWords();
  const navigate = useNavigate();
  const siteId = usePathParam("siteId");
  const data = loaded(useQuery(launchDatePageQuery, { variables: { siteId }, fetchPolicy: "network-only" }));
  const [change, { client }] = useMutation(changeMutation);
  if (!data) return <PageSkeleton />;
  const { site } = data;
  if (!site) {
    return (
      <Page title={text("onboarding.launchDate.title")}>
        <Notice kind="note">{text("onboarding.missing")}</Notice>
      </Page>
    );
  }
  return (
    <Page
      title={text("onboarding.launchDate.title")}
      sentence={text("onboarding.launchDate.sentence")}
      trail={[
        { label: text("onboarding.sites"), to: "/sites" },
        { label: site.name, to: `/sites/${site.id}` },
      ]}
    >
      <EntityForm
        schema={schema}
        defaultValues={{ launchOn: site.launchOn, reason: "" }}
        saveLabel={text("onboarding.launchDate.save")}
        save={async ({ launchOn, reason }) => {
          const input = { siteId, expectedRevision: site.revision, launchOn, reason };
          const { data: answer } = await change({ variables: { input } });
          const outcome = answer?.changeLaunchDate;
          if (outcome?.__typename === "ChangeLaunchDateRefused") return inWords(outcome.findings);
          // Due dates of a whole checklist moved: what is kept of it is out of date.
          client.cache.evict({
            id: client.cache.identify({ __typename: "Site", id: siteId }),
            fieldName: "checklist",
          });
          return [];
        }}
        onSaved={() => void navigate({ to: `/sites/${site.id}`, search: { tab: "checklist" } })}
        otherActions={<Link to={`/sites/${site.id}`}>{text("onboarding.cancel")}</Link>}
      >
        <TextField name="launchOn" type="date" label={text("onboarding.launchDate.day")} />
        <TextAreaField
          name="reason"
          label={text("onboarding.launchDate.reason")}
          help={text("onboarding.public")}
          rows={3}
        />
        <Preview siteId={siteId} from={site.launchOn} />
      </EntityForm>
    </Page>
  );
}

const isDay = /^[1-9]\d{3}-\d{2}-\d{2}$/;

function Preview({ siteId, from }: { siteId: string; from: string }) {
  const text = useText();
  const { control } = useFormContext();
  const launchOn = useWatch({ control, name: "launchOn" }) as string;
  const isOther = isDay.test(launchOn) && launchOn !== from;
  const { data, error } = useQuery(
    previewQuery,
    isOther ? { variables: { siteId, launchOn }, fetchPolicy: "network-only" } : skipToken,
  );
  if (!isOther) return <p className="fs-soft">{text("onboarding.launchDate.choose")}</p>;
  if (error) return <Notice kind="problem">{text("onboarding.launchDate.noPreview")}</Notice>;
  if (!data) return <Skeleton lines={5} />;
  return <LaunchDatePreview preview={data.launchDatePreview} />;
}
