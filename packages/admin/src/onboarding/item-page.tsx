import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { Day, Moment, useDayWriter } from "#admin/ui/day.tsx";
import { FactList } from "#admin/ui/fact-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import type { Item } from "./item-fragment.ts";
import { GateTag, ItemStatusTag } from "./item-status.tsx";
import { PlanForm } from "./plan-form.tsx";
import { SignOff } from "./sign-off.tsx";
import { StatusForm } from "./status-form.tsx";
import "./onboarding.css";

const itemPageQuery = graphql(`
  query ItemPage($siteId: ID!, $key: String!) {
    site(id: $siteId) {
      id
      name
      today
    }
    checklistItem(siteId: $siteId, key: $key) {
      ...ItemPage_item @unmask
    }
  }
`);

/** One item of a checklist: where it stands, who does it, what shows that it is done, and its sign-off. */
export function ItemPage() {
  const text = useText();
  const variables = { siteId: usePathParam("siteId"), key: usePathParam("itemKey") };
  const data = loaded(useQuery(itemPageQuery, { variables, fetchPolicy: "cache-and-network" }));
  if (!data) return <PageSkeleton />;
  const { site, checklistItem: item } = data;
  if (!site || !item) {
    return (
      <Page title={text("onboarding.item.missing.title")}>
        <Notice kind="note">{text("onboarding.item.missing.text")}</Notice>
      </Page>
    );
  }
  return (
    <Page
      title={item.title}
      status={
        <>
          <ItemStatusTag status={item.status} />
          {item.gateState && <GateTag state={item.gateState} />}
        </>
      }
      facts={[
        { term: text("onboarding.due"), value: <Day date={item.dueOn} /> },
        {
          term: text("onboarding.owner"),
          value: item.ownerName ? `${item.ownerName} (${item.ownerRole.title})` : item.ownerRole.title,
        },
        { term: text("onboarding.code"), value: item.key },
      ]}
      trail={[
        { label: text("onboarding.sites"), to: "/sites" },
        { label: site.name, to: `/sites/${site.id}` },
        { label: text("onboarding.title"), to: `/sites/${site.id}?tab=checklist` },
      ]}
    >
      <ItemWork item={item} today={site.today} />
    </Page>
  );
}

function ItemWork({ item, today }: { item: Item; today: string }) {
  const text = useText();
  const mayUpdate = useMay("checklist.update");
  return (
    <div className="fs-item">
      <div className="fs-stack">
        <Waiting item={item} />
        {item.statusReason && (
          <Notice kind="note" title={text("onboarding.reasonGiven")}>
            {item.statusReason}
          </Notice>
        )}
        {item.isSignedOff && <SignedOff item={item} />}
        {mayUpdate && !item.isSignedOff && (
          <StatusForm key={`status-${String(item.revision)}`} item={item} today={today} />
        )}
        <EvidenceList item={item} mayUpdate={mayUpdate && !item.isSignedOff} />
        <SignOff item={item} />
      </div>
      <div className="fs-stack">
        {mayUpdate && !item.isSignedOff && <PlanForm key={`plan-${String(item.revision)}`} item={item} />}
        <FactList facts={useItemFacts(item)} />
      </div>
    </div>
  );
}

function Waiting({ item }: { item: Item }) {
  const text = useText();
  if (item.blockedBy.length === 0 || item.status === "DONE") return null;
  return (
    <Notice kind="warning" title={text("onboarding.blocked")}>
      <ul>
        {item.blockedBy.map(({ key, title }) => (
          <li key={key}>
            <Link to={`/sites/${item.siteId}/checklist/${key}`}>
              {key} {title}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function SignedOff({ item }: { item: Item }) {
  const text = useText();
  return (
    <Notice kind="good" title={text("onboarding.signedOff", { name: item.signedOffBy ?? "" })}>
      {item.signedOffAt && <Moment at={item.signedOffAt} />}
    </Notice>
  );
}

function useItemFacts(item: Item) {
  const text = useText();
  const day = useDayWriter();
  return [
    { term: text("onboarding.evidenceWanted"), value: item.evidenceWanted },
    { term: text("onboarding.doneOn"), value: item.doneOn ? day.absolute(item.doneOn) : null },
    {
      term: text("onboarding.dependsOn"),
      value:
        item.dependsOn.length === 0
          ? null
          : item.dependsOn.map(({ key, title }) => (
              <div key={key}>
                <Link to={`/sites/${item.siteId}/checklist/${key}`}>
                  {key} {title}
                </Link>
              </div>
            )),
    },
    ...(item.note ? [{ term: text("onboarding.note"), value: item.note }] : []),
    {
      term: text("onboarding.basis"),
      help: item.restsOn ?? "",
      value: text(`onboarding.basis.${item.basis}`),
    },
  ];
}
