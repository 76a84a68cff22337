import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../support/city.ts";
import { ADD, ASSIGN, CORRECT, type Placed, rosterCalls } from "../support/roster-calls.ts";
import { type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite();
});
afterAll(() => server.close());

const { addOfficer, assign, end, rosterOf } = rosterCalls(() => ({ city, siteId }));

describe("a slot", () => {
  test("is filled from a day, with the commitment that the position asks for, and ends with a coded reason", async () => {
    const site = await city.openSite({ name: "Slot Gardens" });
    const officerId = await addOfficer();
    const placed = await assign({ siteId: site, officerId, positionKey: "SGT", startsOn: "2026-02-02" });
    expect(placed.__typename).toBe("OfficerAssigned");
    expect(placed.assignment.commitment?.endsOn).toBe("2031-02-01");

    const ended = await end(placed, "2026-06-30");
    expect(ended).toMatchObject({ assignment: { endedOn: "2026-06-30", exitReason: "PROMOTION" } });
    const slotOn = async (day: string) =>
      (await rosterOf(site, day)).slots.find(({ positionKey }) => positionKey === "SGT");
    expect((await slotOn("2026-02-01"))?.vacantSince).toBe("2026-01-05");
    expect((await slotOn("2026-06-30"))?.holder).not.toBeNull();
    expect(await slotOn("2026-07-10")).toMatchObject({
      holder: null,
      vacantSince: "2026-07-01",
      daysVacant: 10,
    });
  });

  test("of a shared commander asks for a fifth of full time", async () => {
    const site = await city.openSite({ name: "Shared Command" });
    const placed = await assign({ siteId: site, officerId: await addOfficer(), positionKey: "CMD" });
    expect(placed.assignment.share).toBe(0.2);
  });

  test("is held by one person at a time, and who is in the way is told", async () => {
    const site = await city.openSite({ name: "One Holder" });
    const first = await assign({ siteId: site, officerId: await addOfficer() });
    const second = await assign({ siteId: site, officerId: await addOfficer(), startsOn: "2026-08-01" });
    expect(second).toMatchObject({ __typename: "SlotHeld", other: { id: first.assignment.id } });
    await end(first, "2026-07-31");
    const third = await assign({ siteId: site, officerId: await addOfficer(), startsOn: "2026-08-01" });
    expect(third.__typename).toBe("OfficerAssigned");
  });

  test("of a partner organization's own people takes no names, and one that the design lacks is refused", async () => {
    const officerId = await addOfficer();
    const codes = async (changes: object) =>
      (await assign({ officerId, ...changes })).findings.map(({ code }) => code);
    expect(await codes({ positionKey: "CIW" })).toEqual(["POSITION_OF_PARTNER"]);
    expect(await codes({ positionKey: "NONE" })).toEqual(["POSITION_UNKNOWN"]);
    expect(await codes({ slot: 4 })).toEqual(["SLOT_UNKNOWN"]);
    expect(await codes({ slot: 0 })).toEqual(["SLOT_UNKNOWN"]);
  });
});

describe("a person", () => {
  test("who serves full time serves in one place, and the other assignment is told", async () => {
    const officerId = await addOfficer();
    const first = await assign({ officerId, positionKey: "OFF-YTH", slot: 1, startsOn: "2026-03-02" });
    const second = await assign({ officerId, positionKey: "OFF-YTH", slot: 2, startsOn: "2027-01-01" });
    expect(second).toMatchObject({
      __typename: "AssignmentOverlaps",
      other: { id: first.assignment.id, siteName: "Harbor Homes", startsOn: "2026-03-02", endedOn: null },
    });
    const partTime = await assign({ officerId, positionKey: "CMD", slot: 1, share: 0.2 });
    expect(partTime.__typename).toBe("AssignmentOverlaps");
  });

  test("may share time between five sites and not a sixth", async () => {
    const officerId = await addOfficer();
    const outcomes: string[] = [];
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const site = await city.openSite({ name: `Command ${String(number)}` });
      outcomes.push((await assign({ siteId: site, officerId, positionKey: "CMD" })).__typename);
    }
    expect(outcomes).toEqual([...Array<string>(5).fill("OfficerAssigned"), "AssignmentOverlaps"]);
  });

  test("asked for by ten requests at the same moment gets one slot", async () => {
    const site = await city.openSite({ name: "Ten at Once" });
    const officerId = await addOfficer();
    const slots = [
      "SGT 1",
      "OFF-YTH 1",
      "OFF-YTH 2",
      "OFF-YTH 3",
      "OFF-SPC 1",
      "OFF-SPC 2",
      "OFF-QOL 1",
      "OFF-QOL 2",
      "OFF-GEN 1",
      "OFF-GEN 2",
    ];
    const outcomes = await Promise.all(
      slots.map((named) => {
        const [positionKey, slot] = named.split(" ");
        return assign({ siteId: site, officerId, positionKey, slot: Number(slot) });
      }),
    );
    const kinds = outcomes.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual([...Array<string>(9).fill("AssignmentOverlaps"), "OfficerAssigned"]);
  });

  test("of ten who want one slot at the same moment, one gets it", async () => {
    const site = await city.openSite({ name: "One of Ten" });
    const people = await Promise.all(Array.from({ length: 10 }, () => addOfficer()));
    const outcomes = await Promise.all(
      people.map((officerId) => assign({ siteId: site, officerId, positionKey: "SGT" })),
    );
    const kinds = outcomes.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual(["OfficerAssigned", ...Array<string>(9).fill("SlotHeld")]);
  });

  test("of the same name is asked about before another is added", async () => {
    const input = {
      jurisdictionId: city.jurisdictionId,
      name: "Núria Vázquez",
      rank: "Sergeant",
      languages: ["es"],
    };
    const add = async (changes: object = {}) =>
      (await city.administrator.get<{ addOfficer: object }>(ADD, { input: { ...input, ...changes } }))
        .addOfficer;
    expect(await add()).toMatchObject({ __typename: "OfficerAdded", officer: { isPublished: false } });
    expect(await add({ name: "NURIA  VAZQUEZ" })).toMatchObject({
      __typename: "OfficerMaybeKnown",
      officers: [{ name: "Núria Vázquez" }],
    });
    expect(await add({ name: "Nuria Vazquez", isAnotherPerson: true })).toMatchObject({
      __typename: "OfficerAdded",
    });
  });

  test("may have a name in any script; a name on two lines or a remark in place of a language is refused", async () => {
    await addOfficer(city.administrator, { name: "阮明开 Nguyễn Thị Łukasz-O’Żółć" });
    const input = {
      jurisdictionId: city.jurisdictionId,
      name: "A\nB",
      rank: "",
      languages: ["rude to people"],
    };
    const { addOfficer: refused } = await city.administrator.get<{ addOfficer: Placed }>(ADD, { input });
    expect(refused.findings.map(({ path }) => path)).toEqual(["name", "rank", "languages"]);
  });
});

describe("days", () => {
  test("that end before they start, lie in the year 9999 or do not exist are refused with what to do", async () => {
    const officerId = await addOfficer();
    expect((await assign({ officerId, startsOn: "9999-12-31" })).findings[0]?.code).toBe(
      "ASSIGNMENT_STARTS_TOO_LATE",
    );
    expect((await assign({ officerId, startsOn: "1066-10-14" })).findings[0]?.code).toBe(
      "ASSIGNMENT_STARTS_TOO_EARLY",
    );
    const site = await city.openSite({ name: "Ugly Days" });
    const placed = await assign({ siteId: site, officerId });
    expect((await end(placed, "2026-03-01")).findings).toEqual([
      { code: "ASSIGNMENT_ENDS_BEFORE_START", path: "endedOn" },
    ]);
    const { errors } = await city.administrator.ask(ASSIGN, {
      input: {
        jurisdictionId: city.jurisdictionId,
        siteId,
        officerId,
        positionKey: "SGT",
        slot: 1,
        startsOn: "2027-02-29",
      },
    });
    expect(errors?.[0]?.message).toContain("YYYY-MM-DD");
  });

  test("recorded wrongly are put right, and a correction into another's days is refused", async () => {
    const site = await city.openSite({ name: "Corrections" });
    const first = await assign({ siteId: site, officerId: await addOfficer(), startsOn: "2026-02-02" });
    await end(first, "2026-04-30");
    const second = await assign({ siteId: site, officerId: await addOfficer(), startsOn: "2026-06-01" });
    const correct = async (startsOn: string, expectedRevision: number) => {
      const { id } = second.assignment;
      const input = { jurisdictionId: city.jurisdictionId, id, expectedRevision, startsOn, share: 1 };
      return (await city.administrator.get<{ correctAssignment: Placed }>(CORRECT, { input }))
        .correctAssignment;
    };
    expect(await correct("2026-04-15", 1)).toMatchObject({
      __typename: "SlotHeld",
      other: { id: first.assignment.id },
    });
    expect(await correct("2026-05-01", 1)).toMatchObject({
      assignment: { startsOn: "2026-05-01", revision: 2, commitment: null },
    });
    await expect(correct("2026-05-02", 1)).rejects.toThrow(/Someone else changed this/);
  });
});

test("the same call under one key fills a slot once and gives the same answer again", async () => {
  const site = await city.openSite({ name: "Same Key" });
  const call = { siteId: site, officerId: await addOfficer(), idempotencyKey: "fill-once" };
  const answers = [await assign(call), await assign(call), await assign(call)];
  expect(answers[0]?.__typename).toBe("OfficerAssigned");
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});
