import { commitmentWithLeave, type DaySpan, rosterBoard as boardOf, slotsOf } from "@frontstep/domain/roster";
import { addMonths, type Language, localize, type PlainDate, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { ownJurisdiction } from "#server/own-jurisdiction.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { Refusal } from "#server/refusal.ts";

import { listSitesOnBoard, type NamedAssignment, type SiteOnBoard } from "./roster-board.store.ts";

/** Which slots, over which days. */
export interface BoardQuestion {
  readonly jurisdictionId?: string | null;
  readonly siteId?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The slots of a site over some days. */
export type SiteBoard = ReturnType<typeof boardOfSite>;

/** How far a board reaches unless said: from two years back to three years ahead, in months. */
const MONTHS_BACK = 24;
const MONTHS_AHEAD = 36;

/** The longest time that a board shows, in months. */
const MOST_MONTHS = 240;

/** The most sites that a page of the board has. */
const MOST_SITES = 25;

/** Who holds each slot when, site by site: as it was, is and is planned. With names, so for the city alone. */
export async function rosterBoard(ctx: RequestContext, question: BoardQuestion): Promise<Page<SiteBoard>> {
  const jurisdictionId = question.jurisdictionId ?? ownJurisdiction(ctx);
  const siteId = question.siteId ?? null;
  authorize(ctx, "roster.read", siteId === null ? { jurisdictionId } : { jurisdictionId, siteId });
  const request = pageRequest({ first: question.first ?? 10, after: question.after ?? null });
  if (request.first > MOST_SITES)
    throw new Refusal("BAD_INPUT", `Ask for at most ${String(MOST_SITES)} sites at a time.`);
  const span = spanOf(question);
  const found = await listSitesOnBoard(ctx.database, { jurisdictionId, siteId, span }, request);
  const rows = found.rows.map((site) => boardOfSite(site, span, ctx.language));
  return toPage(request, { rows, totalCount: found.totalCount }, (row) => [row.siteName, row.siteId]);
}

function spanOf({ from, to }: BoardQuestion): DaySpan {
  const today = todayIn("UTC", new Date());
  const span = {
    from: (from as PlainDate | null | undefined) ?? addMonths(today, -MONTHS_BACK),
    to: (to as PlainDate | null | undefined) ?? addMonths(today, MONTHS_AHEAD),
  };
  if (span.from > span.to || addMonths(span.from, MOST_MONTHS) < span.to)
    throw new Refusal("BAD_INPUT", "Choose a first day before the last, at most 20 years apart.");
  return span;
}

function boardOfSite(site: SiteOnBoard, span: DaySpan, language: Language) {
  const { positions, assignments, launchOn } = site;
  const slots = boardOf({ positions, assignments, span, plannedFrom: launchOn });
  return {
    siteId: site.id,
    siteName: site.name,
    asOf: todayIn(site.timeZone, new Date()),
    ...span,
    slots: slots.map((slot) => {
      const position = positions.find(({ key }) => key === slot.positionKey);
      return {
        ...slot,
        id: `${site.id}.${slot.positionKey}.${String(slot.slot)}`,
        positionTitle: position ? localize(position.title, language) : slot.positionKey,
        hasSeveralSlots: position !== undefined && slotsOf(position) > 1,
        assignments: slot.assignments.map(barOf),
      };
    }),
  };
}

function barOf(assignment: NamedAssignment) {
  const { expectedEndOn, leaves } = assignment;
  return {
    ...assignment,
    commitmentEndsOn: expectedEndOn,
    commitmentEndsWithLeaveOn:
      expectedEndOn === null ? null : commitmentWithLeave({ ...assignment, expectedEndOn }, leaves).endsOn,
  };
}
