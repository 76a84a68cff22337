import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checklistCalls, inDays } from "../support/checklist-calls.ts";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let administrator: TestActor;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview", timeZone: "UTC" }));
  administrator = city.administrator;
});
afterAll(() => server.close());

const { act, finish, openSite, read } = checklistCalls(() => ({ city }));

describe("the launch date", () => {
  const PREVIEW = `query ($siteId: ID!, $launchOn: Date!) { launchDatePreview(siteId: $siteId, launchOn: $launchOn) {
    from to moved { key from to } keptByHand { key } gatesNowFailing { key } gatesNoLongerFailing { key } } }`;
  const CHANGE = `mutation ($input: ChangeLaunchDateInput!) { changeLaunchDate(input: $input) {
    ... on LaunchDateChanged { movedCount site { launchOn revision } } ... on ChangeLaunchDateRefused { findings { code } } } }`;
  interface Preview {
    readonly launchDatePreview: {
      readonly moved: readonly { readonly key: string; readonly from: string; readonly to: string }[];
      readonly keptByHand: readonly { readonly key: string }[];
      readonly gatesNowFailing: readonly { readonly key: string }[];
    };
  }

  test("moving it by six weeks moves what is unfinished, leaves what is done or set by hand, as the preview said", async () => {
    const siteId = await openSite();
    await finish(siteId, "B01");
    const byHand = await act(
      "changeItemDueDate",
      { siteId, itemKey: "B03" },
      { changes: { dueOn: inDays(200) } },
    );
    expect(byHand.item).toMatchObject({ dueOn: inDays(200), isDueSetByHand: true });
    const before = { done: await read(siteId, "B01"), open: await read(siteId, "B31") };

    const launchOn = inDays(542);
    const { launchDatePreview: preview } = await administrator.get<Preview>(PREVIEW, { siteId, launchOn });
    expect(preview.moved).toHaveLength(47);
    expect(preview.keptByHand).toEqual([{ key: "B03" }]);
    const input = {
      siteId,
      expectedRevision: 1,
      launchOn,
      reason: "The agreement is signed later than planned.",
    };
    expect(await administrator.get(CHANGE, { input })).toEqual({
      changeLaunchDate: { movedCount: 47, site: { launchOn, revision: 2 } },
    });
    expect(await read(siteId, "B01")).toEqual(before.done);
    expect(await read(siteId, "B03")).toMatchObject({ dueOn: inDays(200) });
    expect(await read(siteId, "B31")).toMatchObject({ dueOn: launchOn });

    const backToPlan = await act("changeItemDueDate", { siteId, itemKey: "B03" });
    expect(backToPlan.item).toMatchObject({ isDueSetByHand: false, dueOn: inDays(542 - 330) });
  });

  test("moving it forward names the gates that then fail", async () => {
    const siteId = await openSite();
    const { launchDatePreview } = await administrator.get<Preview>(PREVIEW, {
      siteId,
      launchOn: inDays(100),
    });
    const failing = launchDatePreview.gatesNowFailing.map(({ key }) => key);
    expect(failing).toContain("B10");
    expect(failing).not.toContain("B30");
  });

  test("asks for a reason and for another day", async () => {
    const siteId = await openSite();
    const input = { siteId, expectedRevision: 1, launchOn: inDays(500), reason: "" };
    const { changeLaunchDate } = await administrator.get<{
      changeLaunchDate: { findings: readonly { code: string }[] };
    }>(CHANGE, { input });
    expect(changeLaunchDate.findings.map(({ code }) => code)).toEqual([
      "LAUNCH_DATE_UNCHANGED",
      "LAUNCH_DATE_REASON_MISSING",
    ]);
  });
});

describe("what is due", () => {
  test("lists what is overdue and due soon of all sites that one may see, earliest first, page by page", async () => {
    const eastport = await makeCity(server, { name: "Eastport", timeZone: "UTC" });
    await eastport.openSite({ name: "Late", launchOn: inDays(364) });
    await eastport.openSite({ name: "Early", launchOn: inDays(500) });
    const QUERY = `query ($first: Int, $after: String) { dueItems(withinDays: 20, first: $first, after: $after) {
      totalCount edges { cursor node { siteName key title daysLeft } } pageInfo { hasNextPage endCursor } } }`;
    interface Due {
      readonly dueItems: {
        readonly totalCount: number;
        readonly edges: readonly {
          readonly cursor: string;
          readonly node: { readonly key: string; readonly daysLeft: number };
        }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const { dueItems } = await eastport.administrator.get<Due>(QUERY, { first: 2 });
    expect(dueItems.edges.map(({ node }) => [node.key, node.daysLeft])).toEqual([
      ["B01", -1],
      ["B02", 14],
    ]);
    const { totalCount, pageInfo } = dueItems;
    expect(pageInfo.hasNextPage).toBe(totalCount > 2);
    const { errors } = await eastport.administrator.ask(`{ dueItems(withinDays: 5000) { totalCount } }`);
    expect(errors?.[0]?.extensions?.code).toBe("BAD_INPUT");
  });
});
