import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../support/city.ts";
import { dayFromToday, partnerCalls } from "../support/partner-calls.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite();
});
afterAll(() => server.close());

const { addOrganization, begin, sign } = partnerCalls(() => ({ city, siteId }));

const TERMS = `revision stage stages { stage since } agreements { renewalMonths }
  currentCertificates { kind validThrough standing daysLeft }`;

interface Terms {
  readonly revision: number;
  readonly stages: readonly { readonly stage: string; readonly since: string }[];
  readonly agreements: readonly { readonly renewalMonths: number | null }[];
  readonly currentCertificates: readonly { readonly kind: string; readonly standing: string }[];
}

interface Outcome {
  readonly __typename: string;
  readonly findings?: readonly { readonly code: string }[];
}

async function termsOf(id: string, actor: TestActor = city.administrator): Promise<Terms | null> {
  const { partnership } = await actor.get<{ partnership: Terms | null }>(
    `query ($city: ID!, $id: ID!) { partnership(jurisdictionId: $city, id: $id) { ${TERMS} } }`,
    { city: city.jurisdictionId, id },
  );
  return partnership;
}

async function act(name: string, input: object, actor: TestActor = city.administrator) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await actor.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on PartnerChangeRefused { findings { code } } } }`,
    { input: { jurisdictionId: city.jurisdictionId, ...input } },
  );
  const refused = answer.errors?.[0]?.extensions?.code;
  return refused ?? wordOf(answer.data?.[name]);
}

/** The code of what was refused, or what was done. */
function wordOf(outcome: Outcome | undefined): string | undefined {
  return outcome?.findings?.[0]?.code ?? outcome?.__typename;
}

async function begun(name: string, changes: object = {}): Promise<{ id: string; organizationId: string }> {
  const organizationId = await addOrganization(name);
  const { partnership } = await begin({ organizationId, ...changes });
  return { id: partnership.id, organizationId };
}

describe("the stages of a partnership", () => {
  test("are kept with the day since which it is in each, the latest first", async () => {
    const { id } = await begun("Quarry", { since: dayFromToday(-400) });
    const move = async (stage: string, since: string) =>
      await act("changePartnership", { id, expectedRevision: (await termsOf(id))?.revision, stage, since });
    expect(await move("ACTIVE", dayFromToday(-300))).toBe("PartnershipChanged");
    expect(await move("PAUSED", dayFromToday(-301))).toBe("STAGE_BEFORE_LAST");
    expect(await move("PAUSED", dayFromToday(1))).toBe("STAGE_AHEAD");
    expect(await move("PAUSED", dayFromToday(-10))).toBe("PartnershipChanged");
    expect((await termsOf(id))?.stages).toEqual([
      { stage: "PAUSED", since: dayFromToday(-10) },
      { stage: "ACTIVE", since: dayFromToday(-300) },
      { stage: "IDENTIFIED", since: dayFromToday(-400) },
    ]);
  });

  test("do not move when only what the organization brings is written anew", async () => {
    const { id } = await begun("Lantern", { since: dayFromToday(-20), stage: "ACTIVE" });
    const same = {
      id,
      expectedRevision: 1,
      stage: "ACTIVE",
      since: dayFromToday(-90),
      deliverable: "Coaches",
    };
    expect(await act("changePartnership", same)).toBe("PartnershipChanged");
    expect((await termsOf(id))?.stages).toEqual([{ stage: "ACTIVE", since: dayFromToday(-20) }]);
  });

  test("end on the day after the last one, and what was recorded for later goes", async () => {
    const { id } = await begun("Orchard", { since: dayFromToday(-90), stage: "ACTIVE" });
    const paused = { id, expectedRevision: 1, stage: "PAUSED", since: dayFromToday(-2) };
    expect(await act("changePartnership", paused)).toBe("PartnershipChanged");
    const end = { id, expectedRevision: 2, endedOn: dayFromToday(-31) };
    expect(await act("endPartnership", end)).toBe("PartnershipEnded");
    expect((await termsOf(id))?.stages).toEqual([
      { stage: "ENDED", since: dayFromToday(-30) },
      { stage: "ACTIVE", since: dayFromToday(-90) },
    ]);
  });

  test("move with a first signature", async () => {
    const { id } = await begun("Bluebird");
    await sign(id, dayFromToday(-1), dayFromToday(300));
    expect((await termsOf(id))?.stages).toEqual([{ stage: "AGREED", since: dayFromToday(0) }]);
  });
});

describe("a renewal", () => {
  test("is foreseen for 1 to 120 months, or not", async () => {
    const { id } = await begun("Ferry");
    const agreement = { partnershipId: id, kind: "CONTRACT", startsOn: dayFromToday(0) };
    const signWith = (renewalMonths: number) =>
      act("signAgreement", { ...agreement, endsOn: dayFromToday(30), renewalMonths });
    expect(await signWith(0)).toBe("RENEWAL_OUT_OF_RANGE");
    expect(await signWith(121)).toBe("RENEWAL_OUT_OF_RANGE");
    expect(await signWith(12)).toBe("AgreementSigned");
    expect((await termsOf(id))?.agreements).toEqual([{ renewalMonths: 12 }]);
  });
});

describe("a paper of an organization", () => {
  const record = (partnershipId: string, kind: string, validThrough: string, more: object = {}) =>
    act("recordCertificate", { partnershipId, kind, validThrough, ...more });

  test("is shown as the newest of its kind, with how it stands at the site, and is taken back", async () => {
    const { id } = await begun("Granite");
    await record(id, "INSURANCE", dayFromToday(200));
    await record(id, "INSURANCE", dayFromToday(20));
    await record(id, "BACKGROUND_CHECKS", dayFromToday(-1));
    expect((await termsOf(id))?.currentCertificates).toEqual([
      { kind: "INSURANCE", validThrough: dayFromToday(200), standing: "VALID", daysLeft: 200 },
      { kind: "BACKGROUND_CHECKS", validThrough: dayFromToday(-1), standing: "EXPIRED", daysLeft: -1 },
    ]);
    expect(await record(id, "INSURANCE", dayFromToday(200), { isMistake: true })).toBe("CertificateRecorded");
    expect((await termsOf(id))?.currentCertificates[0]).toMatchObject({ standing: "EXPIRING", daysLeft: 20 });
    expect(await record(id, "INSURANCE", dayFromToday(200), { isMistake: true })).toBe("NOT_FOUND");
    expect(await record(id, "INSURANCE", "1850-01-01")).toBe("CERTIFICATE_DATE_TOO_FAR");
  });

  test("recorded twice at the same moment is there once", async () => {
    const { id } = await begun("Juniper");
    const both = await Promise.all([1, 2].map(() => record(id, "INSURANCE", dayFromToday(100))));
    expect(both).toEqual(["CertificateRecorded", "CertificateRecorded"]);
    expect((await termsOf(id))?.currentCertificates).toHaveLength(1);
  });

  test("is seen by its organization, recorded by the city alone, and nobody else's", async () => {
    const { id, organizationId } = await begun("Meadowlark");
    await record(id, "INSURANCE", dayFromToday(100));
    const staff = await server.actor([{ role: "partnerStaff", organizationId }]);
    expect((await termsOf(id, staff))?.currentCertificates).toHaveLength(1);
    const input = { partnershipId: id, kind: "INSURANCE", validThrough: dayFromToday(101) };
    expect(await act("recordCertificate", input, staff)).toBe("FORBIDDEN");
    const others = await server.actor([
      { role: "partnerStaff", organizationId: await addOrganization("Copper") },
    ]);
    expect(await termsOf(id, others)).toBeNull();
  });
});
