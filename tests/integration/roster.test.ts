import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  city = await makeCity(server, { name: "Harborview" });
  siteId = await city.openSite();
});
afterAll(() => server.close());

const ADD = `mutation ($input: AddOfficerInput!) { addOfficer(input: $input) {
  __typename
  ... on OfficerAdded { officer { id name languages isPublished revision } }
  ... on OfficerMaybeKnown { officers { id name } }
  ... on RosterChangeRefused { findings { code path } }
} }`;
const ASSIGNMENT = `id revision siteId siteName positionKey slot startsOn endedOn exitReason share officer { id name }
  commitment { endsOn } trainings { trainingKey state }`;
const NOT_PLACED = `... on AssignmentOverlaps { other { id siteName startsOn endedOn } }
  ... on SlotHeld { other { id officer { name } } }
  ... on RosterChangeRefused { findings { code path } }`;
const ASSIGN = `mutation ($input: AssignOfficerInput!) { assignOfficer(input: $input) {
  __typename ... on OfficerAssigned { assignment { ${ASSIGNMENT} } } ${NOT_PLACED} } }`;
const END = `mutation ($input: EndAssignmentInput!) { endAssignment(input: $input) {
  __typename ... on AssignmentEnded { assignment { ${ASSIGNMENT} } } ${NOT_PLACED} } }`;
const CORRECT = `mutation ($input: CorrectAssignmentInput!) { correctAssignment(input: $input) {
  __typename ... on AssignmentCorrected { assignment { ${ASSIGNMENT} } } ${NOT_PLACED} } }`;
const TRAIN = `mutation ($input: RecordTrainingInput!) { recordTraining(input: $input) {
  __typename ... on TrainingRecorded { officer { completions { trainingKey completedOn } } }
  ... on RosterChangeRefused { findings { code path } } } }`;
const ROSTER = `query ($id: ID!, $asOf: Date) { site(id: $id) { roster(asOf: $asOf) {
  asOf slotCount filledCount vacantCount endingCount trainingGapCount
  shortfalls { floorKey seats held } partnerPositions { positionKey slotCount }
  slots { positionKey slot vacantSince daysVacant isPlanned holder { id officer { name } } next { startsOn } }
} } }`;

interface Placed {
  readonly __typename: string;
  readonly assignment: {
    readonly id: string;
    readonly revision: number;
    readonly share: number;
    readonly commitment: { readonly endsOn: string } | null;
    readonly trainings: readonly { readonly trainingKey: string; readonly state: string }[];
  };
  readonly other: { readonly id: string };
  readonly findings: readonly { readonly code: string; readonly path: string }[];
}

interface Roster {
  readonly slotCount: number;
  readonly filledCount: number;
  readonly vacantCount: number;
  readonly endingCount: number;
  readonly trainingGapCount: number;
  readonly shortfalls: readonly object[];
  readonly partnerPositions: readonly { readonly positionKey: string }[];
  readonly slots: readonly {
    readonly positionKey: string;
    readonly slot: number;
    readonly vacantSince: string | null;
    readonly daysVacant: number;
    readonly holder: { readonly officer: { readonly name: string } } | null;
    readonly next: { readonly startsOn: string } | null;
  }[];
}

let made = 0;
async function addOfficer(actor: TestActor = city.administrator, changes: object = {}): Promise<string> {
  made += 1;
  const input = {
    jurisdictionId: city.jurisdictionId,
    name: `Officer ${String(made)}`,
    rank: "Police Officer III",
    languages: ["en", "es"],
    ...changes,
  };
  const { addOfficer: added } = await actor.get<{ addOfficer: { officer: { id: string } } }>(ADD, { input });
  return added.officer.id;
}

async function assign(changes: object, actor: TestActor = city.administrator): Promise<Placed> {
  const input = {
    jurisdictionId: city.jurisdictionId,
    siteId,
    positionKey: "OFF-GEN",
    slot: 1,
    startsOn: "2026-03-02",
    ...changes,
  };
  return (await actor.get<{ assignOfficer: Placed }>(ASSIGN, { input })).assignOfficer;
}

async function end(placed: Placed, endedOn: string, exitReason = "PROMOTION"): Promise<Placed> {
  const { id, revision } = placed.assignment;
  const input = { jurisdictionId: city.jurisdictionId, id, expectedRevision: revision, endedOn, exitReason };
  return (await city.administrator.get<{ endAssignment: Placed }>(END, { input })).endAssignment;
}

async function rosterOf(id: string, asOf?: string): Promise<Roster> {
  return (await city.administrator.get<{ site: { roster: Roster } }>(ROSTER, { id, asOf })).site.roster;
}

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

describe("trainings", () => {
  test("are recorded once, show in the slot, and can be taken back", async () => {
    const site = await city.openSite({ name: "Trainings" });
    const officerId = await addOfficer();
    await assign({ siteId: site, officerId, positionKey: "SGT" });
    expect((await rosterOf(site)).trainingGapCount).toBe(1);
    const record = async (changes: object) => {
      const input = {
        jurisdictionId: city.jurisdictionId,
        siteId: site,
        officerId,
        trainingKey: "TRN-CORE",
        completedOn: "2026-02-20",
        ...changes,
      };
      return (await city.administrator.get<{ recordTraining: object }>(TRAIN, { input })).recordTraining;
    };
    const done = {
      __typename: "TrainingRecorded",
      officer: { completions: [{ trainingKey: "TRN-CORE", completedOn: "2026-02-20" }] },
    };
    expect(await record({})).toEqual(done);
    expect(await record({})).toEqual(done);
    expect(await record({ completedOn: "2999-01-01" })).toMatchObject({
      findings: [{ code: "TRAINING_IN_FUTURE" }],
    });
    expect(await record({ trainingKey: "TRN-NONE" })).toMatchObject({
      findings: [{ code: "TRAINING_UNKNOWN" }],
    });
    expect(await record({ isMistake: true })).toMatchObject({ officer: { completions: [] } });
  });
});

describe("the roster of a site", () => {
  test("counts slots, what is short of a workable team, and leaves partners' people to partners", async () => {
    const site = await city.openSite({ name: "Counting" });
    const roster = await rosterOf(site);
    expect(roster).toMatchObject({ slotCount: 14, filledCount: 0, vacantCount: 14 });
    expect(roster.shortfalls).toEqual([{ floorKey: "MIN-TEAM", seats: 6, held: 0 }]);
    expect(roster.partnerPositions.map(({ positionKey }) => positionKey)).toEqual(["CIW", "AMB"]);
    await assign({ siteId: site, officerId: await addOfficer(), startsOn: "2029-01-01" });
    expect((await rosterOf(site)).slots.find(({ next }) => next !== null)?.next?.startsOn).toBe("2029-01-01");
    expect((await rosterOf(site, "2029-01-01")).filledCount).toBe(1);
  });

  test("lists vacancies of the whole city, paged, those vacant longest first", async () => {
    const page = `query ($city: ID!, $after: String) { vacancies(jurisdictionId: $city, first: 7, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id daysVacant siteName } } } }`;
    interface Page {
      readonly vacancies: {
        readonly totalCount: number;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        readonly edges: readonly { readonly node: { readonly id: string; readonly daysVacant: number } }[];
      };
    }
    const found: { id: string; daysVacant: number }[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const { vacancies } = await city.administrator.get<Page>(page, { city: city.jurisdictionId, after });
      found.push(...vacancies.edges.map(({ node }) => node));
      more = vacancies.pageInfo.hasNextPage;
      after = vacancies.pageInfo.endCursor;
      if (!more) expect(found).toHaveLength(vacancies.totalCount);
    }
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.map(({ daysVacant }) => daysVacant)).toEqual(
      found.map(({ daysVacant }) => daysVacant).sort((one, other) => other - one),
    );
  });
});

describe("names", () => {
  test("are not seen by a state official, a partner, another city or nobody, and slots are not either", async () => {
    const name = "Nobody Else Sees This";
    const officerId = await addOfficer(city.administrator, { name });
    const site = await city.openSite({ name: "Named" });
    await assign({ siteId: site, officerId, positionKey: "SGT" });
    const elsewhere = await makeCity(server, { name: "Elsewhere" });
    const strangers = [
      await server.actor([{ role: "stateOfficial", stateCode: "OH" }]),
      await server.actor([{ role: "platformSteward" }]),
      await server.actor([{ role: "partnerStaff", organizationId: "018f0000-0000-7000-8000-000000000001" }]),
      elsewhere.administrator,
      server.nobody,
    ];
    for (const stranger of strangers) {
      const { jurisdictionId } = city;
      const answers = [
        await stranger.ask(
          `query ($city: ID!) { officers(jurisdictionId: $city) { edges { node { name } } } }`,
          { city: jurisdictionId },
        ),
        await stranger.ask(
          `query ($city: ID!, $id: ID!) { officer(jurisdictionId: $city, id: $id) { name } }`,
          { city: jurisdictionId, id: officerId },
        ),
        await stranger.ask(ROSTER, { id: site }),
      ];
      expect(JSON.stringify(answers)).not.toContain(name);
      for (const answer of answers.slice(0, 2))
        expect(answer.errors?.[0]?.extensions?.code).toMatch(/FORBIDDEN|SIGNED_OUT/);
    }
    const state = await strangers[0]?.get<{ site: { roster: null } | null }>(ROSTER, { id: site });
    expect(state?.site).toEqual({ roster: null });
  });

  test("a site's coordinator fills the slots of that site and no other", async () => {
    const own = await city.openSite({ name: "Coordinated" });
    const coordinator = await server.actor([
      { role: "siteCoordinator", jurisdictionId: city.jurisdictionId, siteId: own },
    ]);
    const officerId = await addOfficer(coordinator, { siteId: own });
    expect((await assign({ siteId: own, officerId }, coordinator)).__typename).toBe("OfficerAssigned");
    await expect(assign({ officerId }, coordinator)).rejects.toThrow(/another place/);
    const busy = await addOfficer();
    await assign({ officerId: busy, positionKey: "OFF-QOL", slot: 2 });
    const refused = await assign({ siteId: own, officerId: busy, slot: 2 }, coordinator);
    expect(refused).toMatchObject({ __typename: "AssignmentOverlaps", other: { siteName: null } });
  });

  test("a viewer looks and changes nothing", async () => {
    const viewer = await server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }]);
    await viewer.get(ROSTER, { id: siteId });
    await expect(addOfficer(viewer)).rejects.toThrow(/You may not change officers/);
  });
});

test("five hundred people on the roster are listed and searched a page at a time", async () => {
  const big = await makeCity(server, { name: "Five Hundred" });
  await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      addOfficer(big.administrator, {
        jurisdictionId: big.jurisdictionId,
        name: `Person ${String(index).padStart(3, "0")}`,
      }),
    ),
  );
  const list = `query ($city: ID!, $search: String) { officers(jurisdictionId: $city, search: $search, first: 100) {
    totalCount pageInfo { hasNextPage } edges { node { name assignments { id } } } } }`;
  const all = await big.administrator.get<{ officers: { totalCount: number; edges: object[] } }>(list, {
    city: big.jurisdictionId,
  });
  expect([all.officers.totalCount, all.officers.edges.length]).toEqual([500, 100]);
  const some = await big.administrator.get<{ officers: { totalCount: number } }>(list, {
    city: big.jurisdictionId,
    search: "person 49",
  });
  expect(some.officers.totalCount).toBe(10);
}, 60_000);
