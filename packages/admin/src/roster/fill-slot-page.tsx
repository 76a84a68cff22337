import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { FillSlotPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, usePathParam } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { NumberField, TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { NamesakeList } from "./namesake-list.tsx";
import { useObstacleWords } from "./obstacle.ts";
import { emptyOfficer, officerSchema } from "./officer-entry.ts";
import { OfficerFields } from "./officer-fields.tsx";
import { newPerson, PersonChoice, useIsNewPerson } from "./person-choice.tsx";
import { slotName } from "./slot-name.ts";
import { useAddOfficer } from "./use-add-officer.ts";
import { useFindingWords } from "./use-finding-words.ts";

const fillSlotPageQuery = graphql(`
  query FillSlotPage($siteId: ID!) {
    site(id: $siteId) {
      id
      name
      today
      jurisdiction {
        id
      }
      roster {
        id
        slots {
          id
          positionKey
          positionTitle
          rank
          slot
          hasSeveralSlots
          commitmentMonths
          share
          holder {
            id
            endedOn
            officer {
              id
              name
            }
          }
        }
      }
    }
  }
`);

const assignMutation = graphql(`
  mutation FillSlotPage_assign($input: AssignOfficerInput!) {
    assignOfficer(input: $input) {
      ... on OfficerAssigned {
        assignment {
          id
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
const entrySchema = officerSchema
  .extend({
    name: z.string().trim(),
    rank: z.string().trim(),
    officerId: z.string("roster.fill.choose").min(1, "roster.fill.choose"),
    startsOn: day,
    handOverDays: z.number("ui.form.number").min(0, "roster.handOver.range").max(90, "roster.handOver.range"),
    sharePercent: z.number("ui.form.number").min(1, "roster.share.range").max(100, "roster.share.range"),
  })
  .superRefine((entry, context) => {
    if (entry.officerId !== newPerson) return;
    const { error } = officerSchema.safeParse(entry);
    for (const { path, message } of error?.issues ?? [])
      context.addIssue({ code: "custom", path: [...path], message });
  });
type Entry = z.infer<typeof entrySchema>;

type Site = NonNullable<FillSlotPageQuery["site"]>;
type Slot = NonNullable<Site["roster"]>["slots"][number];

/** Puts somebody, known or new, into a vacant slot from a day on. */
export function FillSlotPage() {
  const text = useText();
  const siteId = usePathParam("siteId");
  const asked = useAddressParams();
  const data = loaded(useQuery(fillSlotPageQuery, { variables: { siteId } }));
  if (!data) return <PageSkeleton />;
  const slot = data.site?.roster?.slots.find(
    ({ positionKey, slot: number }) => positionKey === asked["position"] && String(number) === asked["slot"],
  );
  if (!data.site || !slot) {
    return (
      <Page title={text("roster.fill.missing.title")}>
        <Notice kind="note">{text("roster.fill.missing.text")}</Notice>
      </Page>
    );
  }
  return <FillSlot site={data.site} slot={slot} />;
}

function FillSlot({ site, slot }: { site: Site; slot: Slot }) {
  const text = useText();
  const navigate = useNavigate();
  const { save, namesakes, forgetNamesakes } = useFilling(site, slot);
  const rosterAddress = `/sites/${site.id}?tab=roster`;
  return (
    <Page
      title={text("roster.fill.title", { slot: slotName(slot, text) })}
      sentence={text("roster.fill.sentence")}
      trail={[
        { label: text("roster.sites"), to: "/sites" },
        { label: site.name, to: rosterAddress },
      ]}
      facts={[
        ...(slot.rank ? [{ term: text("roster.fill.rankAsked"), value: slot.rank }] : []),
        {
          term: text("roster.commitment"),
          value:
            typeof slot.commitmentMonths === "number"
              ? text("roster.commitment.months", { months: slot.commitmentMonths })
              : text("roster.commitment.none"),
        },
      ]}
    >
      <EntityForm
        schema={entrySchema}
        defaultValues={{
          ...emptyOfficer,
          startsOn: site.today,
          handOverDays: 0,
          sharePercent: Math.round(slot.share * 100),
        }}
        saveLabel={text("roster.fill")}
        save={save}
        onSaved={() => void navigate({ to: `/sites/${site.id}`, search: { tab: "roster" } })}
        otherActions={<Link to={rosterAddress}>{text("roster.cancel")}</Link>}
      >
        <PersonChoice jurisdictionId={site.jurisdiction.id} />
        <NewPerson />
        <NamesakeList namesakes={namesakes} onTake={forgetNamesakes} />
        <TextField
          name="startsOn"
          type="date"
          label={text("roster.startsOn")}
          help={text("roster.startsOn.help")}
        />
        {slot.holder && <HandOver holder={slot.holder} />}
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

/** Asked where somebody holds the slot: how long the two work side by side. */
function HandOver({ holder }: { holder: NonNullable<Slot["holder"]> }) {
  const text = useText();
  const write = useDayWriter();
  const { name } = holder.officer;
  return (
    <NumberField
      name="handOverDays"
      label={text("roster.handOver")}
      help={
        holder.endedOn
          ? text("roster.handOver.until", { name, date: write.absolute(holder.endedOn) })
          : text("roster.handOver.open", { name })
      }
      min={0}
      step={1}
    />
  );
}

function NewPerson() {
  return useIsNewPerson() ? <OfficerFields /> : null;
}

function useFilling(site: Site, slot: Slot) {
  const inWords = useFindingWords();
  const obstacle = useObstacleWords();
  const [assign] = useMutation(assignMutation);
  const { addOfficer, namesakes, forgetNamesakes } = useAddOfficer();
  const addedBefore = useRef(new Map<string, string>());
  const save = async (entry: Entry) => {
    const jurisdictionId = site.jurisdiction.id;
    const { name, rank, languages, isAnotherPerson } = entry;
    // A person added a moment ago, whose assignment was then refused, is not added a second time.
    const known =
      entry.officerId === newPerson ? addedBefore.current.get(`${name} ${rank}`) : entry.officerId;
    const added = known
      ? { officer: { id: known } }
      : await addOfficer({ jurisdictionId, siteId: site.id, name, rank, languages, isAnotherPerson });
    if (!added.officer) return inWords(added.findings);
    addedBefore.current.set(`${name} ${rank}`, added.officer.id);
    const input = {
      jurisdictionId,
      siteId: site.id,
      officerId: added.officer.id,
      positionKey: slot.positionKey,
      slot: slot.slot,
      startsOn: entry.startsOn,
      share: entry.sharePercent / 100,
      handOverDays: entry.handOverDays,
    };
    const { data } = await assign({ variables: { input } });
    const outcome = data?.assignOfficer;
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
  return { save, namesakes, forgetNamesakes };
}
