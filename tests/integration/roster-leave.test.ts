import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { LEAVE, rosterCalls } from "../support/roster-calls.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite();
});
afterAll(() => server.close());

const { addOfficer, assign, end, rosterOf } = rosterCalls(() => ({ city, siteId }));

async function placeOn(site: string, changes: object = {}) {
  return await assign({ siteId: site, officerId: await addOfficer(), positionKey: "SGT", ...changes });
}

async function leave(assignmentId: string, changes: object = {}, actor: TestActor = city.administrator) {
  const input = {
    jurisdictionId: city.jurisdictionId,
    assignmentId,
    startsOn: "2026-06-01",
    endsOn: "2026-06-30",
    kind: "PERSONAL",
    ...changes,
  };
  return (await actor.get<{ recordLeave: Record<string, unknown> }>(LEAVE, { input })).recordLeave;
}

/** Today moved by some days, as the database writes days. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const ENDING = `query ($id: ID) { endingCommitments(jurisdictionId: $id) { totalCount edges { node {
  siteName holder { officer { name } commitment { daysLeft within } } next { startsOn } } } } }`;

describe("a leave", () => {
  test("leaves the agreed end as it was and says where the end would be with the leave made up", async () => {
    const { assignment } = await placeOn(await city.openSite({ name: "Both Ways" }));
    expect(await leave(assignment.id)).toMatchObject({
      __typename: "LeaveRecorded",
      assignment: {
        leaves: [{ startsOn: "2026-06-01", endsOn: "2026-06-30", kind: "PERSONAL" }],
        currentLeave: null,
        commitment: { endsOn: "2031-03-01", leaveDays: 30, endsWithLeaveOn: "2031-03-31" },
      },
    });
  });

  test("of today is told as the current one, and a leave taken back is gone", async () => {
    const { assignment } = await placeOn(await city.openSite({ name: "Away Today" }));
    const days = { startsOn: inDays(-3), endsOn: inDays(4), kind: "OTHER_DUTY" };
    expect(await leave(assignment.id, days)).toMatchObject({
      assignment: { currentLeave: { endsOn: inDays(4) } },
    });
    expect(await leave(assignment.id, { ...days, isMistake: true })).toMatchObject({
      assignment: { leaves: [], currentLeave: null },
    });
    await expect(leave(assignment.id, { ...days, isMistake: true })).rejects.toThrow(/no such leave/);
  });

  test("that ends before it starts, or lies outside the assignment, is refused with what to do", async () => {
    const placed = await placeOn(await city.openSite({ name: "Ugly Leave" }));
    const codes = async (changes: object) => (await leave(placed.assignment.id, changes))["findings"];
    expect(await codes({ endsOn: "2026-05-31" })).toEqual([
      { code: "LEAVE_ENDS_BEFORE_START", path: "endsOn" },
    ]);
    expect(await codes({ startsOn: "2026-03-01" })).toEqual([
      { code: "LEAVE_BEFORE_ASSIGNMENT", path: "startsOn" },
    ]);
    await end(placed, "2026-06-15");
    expect(await codes({})).toEqual([{ code: "LEAVE_AFTER_ASSIGNMENT", path: "endsOn" }]);
  });

  test("of ten that meet and are sent at the same moment is recorded once", async () => {
    const { assignment } = await placeOn(await city.openSite({ name: "Ten Leaves" }));
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        leave(assignment.id, { startsOn: `2026-06-${String(10 + (index % 5))}` }),
      ),
    );
    const kinds = outcomes.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual(["LeaveRecorded", ...Array<string>(9).fill("RosterChangeRefused")]);
    expect(outcomes.find(({ findings }) => findings)?.["findings"]).toEqual([
      { code: "LEAVE_OVERLAPS", path: "startsOn" },
    ]);
  });

  test("is recorded by the coordinator of its site and by no other site's", async () => {
    const [own, other] = [await city.openSite({ name: "Own" }), await city.openSite({ name: "Other" })];
    const coordinatorOf = (site: string) =>
      server.actor([{ role: "siteCoordinator", jurisdictionId: city.jurisdictionId, siteId: site }]);
    const { assignment } = await placeOn(own);
    await expect(leave(assignment.id, {}, await coordinatorOf(other))).rejects.toThrow();
    expect(await leave(assignment.id, {}, await coordinatorOf(own))).toMatchObject({
      __typename: "LeaveRecorded",
    });
  });
});

describe("a hand-over", () => {
  test("lets the successor begin before the holder leaves, and shows both; without it the slot is held", async () => {
    const site = await city.openSite({ name: "Handed Over" });
    const leaving = await placeOn(site);
    const successor = { startsOn: "2026-09-16", positionKey: "SGT", siteId: site };
    const [early, late] = [await addOfficer(), await addOfficer()];
    expect(await assign({ ...successor, officerId: early, handOverDays: 15 })).toMatchObject({
      __typename: "SlotHeld",
    });
    await end(leaving, "2026-09-30", "RETIREMENT");
    expect(await assign({ ...successor, officerId: early })).toMatchObject({ __typename: "SlotHeld" });
    expect(await assign({ ...successor, officerId: early, handOverDays: 14 })).toMatchObject({
      __typename: "SlotHeld",
    });
    expect(await assign({ ...successor, officerId: early, handOverDays: 15 })).toMatchObject({
      __typename: "OfficerAssigned",
    });
    expect(await assign({ ...successor, officerId: late, handOverDays: 91 })).toMatchObject({
      findings: [{ code: "HAND_OVER_OUT_OF_RANGE", path: "handOverDays" }],
    });
    const slotOn = async (day: string) =>
      (await rosterOf(site, day)).slots.find(({ positionKey }) => positionKey === "SGT");
    expect(await slotOn("2026-09-20")).toMatchObject({
      holder: { id: leaving.assignment.id },
      next: { startsOn: "2026-09-16" },
    });
    expect(await slotOn("2026-10-01")).toMatchObject({ next: null, vacantSince: null });
  });

  test("cannot be longer than it was declared: of ten successors at once, the database lets one in", async () => {
    const site = await city.openSite({ name: "Ten Successors" });
    await end(await placeOn(site), "2026-09-30", "RETIREMENT");
    const people = await Promise.all(Array.from({ length: 10 }, () => addOfficer()));
    const outcomes = await Promise.all(
      people.map((officerId) =>
        assign({ siteId: site, positionKey: "SGT", officerId, startsOn: "2026-09-16", handOverDays: 15 }),
      ),
    );
    const kinds = outcomes.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual(["OfficerAssigned", ...Array<string>(9).fill("SlotHeld")]);
  });
});

describe("commitments that end", () => {
  test("are listed at 180, 90 and 30 days, the nearest first, with the successor where one is planned", async () => {
    const lakeside = await makeCity(server, { name: "Lakeside" });
    const calls = rosterCalls(() => ({ city: lakeside, siteId }));
    const place = async (name: string, days: number) => {
      const site = await lakeside.openSite({ name });
      const officerId = await calls.addOfficer();
      const slot = { siteId: site, positionKey: "SGT" };
      return {
        slot,
        placed: await calls.assign({
          ...slot,
          officerId,
          startsOn: inDays(-400),
          expectedEndOn: inDays(days),
        }),
      };
    };
    await place("Far", 182);
    await place("Half a year", 179);
    const succeeded = await place("A month", 28);
    await place("Over", -3);
    await place("A quarter", 89);
    await calls.end(succeeded.placed, inDays(28), "RETIREMENT");
    const successor = { ...succeeded.slot, officerId: await calls.addOfficer(), startsOn: inDays(29) };
    expect(await calls.assign(successor)).toMatchObject({ __typename: "OfficerAssigned" });

    const id = lakeside.jurisdictionId;
    const { endingCommitments } = await lakeside.administrator.get<{
      endingCommitments: {
        edges: {
          node: { siteName: string; holder: { commitment: { within: number } }; next: object | null };
        }[];
      };
    }>(ENDING, { id });
    const rows = endingCommitments.edges.map(({ node }) => [
      node.siteName,
      node.holder.commitment.within,
      node.next !== null,
    ]);
    expect(rows).toEqual([
      ["Over", 30, false],
      ["A month", 30, true],
      ["A quarter", 90, false],
      ["Half a year", 180, false],
    ]);
  });

  test("are closed to a state official and to partner staff", async () => {
    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    await expect(official.get(ENDING, { id: city.jurisdictionId })).rejects.toThrow();
  });
});
