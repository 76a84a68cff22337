import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../support/city.ts";
import { type Rating, ratingsOf, withMarks } from "../support/fidelity.ts";
import { dayFromToday, partnerCalls } from "../support/partner-calls.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Millbrook" }));
});
afterAll(() => server.close());

interface Review {
  readonly id: string;
  readonly revision: number;
  readonly rater: string;
  readonly score: number | null;
  readonly band: string | null;
  readonly version: string;
  readonly mayChange: boolean;
  readonly isOfCurrentRelease: boolean;
  readonly organizationName: string | null;
  readonly withdrawnAt: string | null;
  readonly missing: readonly { readonly key: string }[];
  readonly ratings: readonly {
    readonly component: { readonly key: string };
    readonly mark: number | null;
    readonly counted: number | null;
    readonly isCapped: boolean;
    readonly differenceReason: string | null;
  }[];
}

interface Fidelity {
  readonly version: string;
  readonly components: readonly { readonly key: string; readonly deviationCount: number }[];
  readonly latest: readonly Review[];
  readonly reviews: readonly Review[];
  readonly agreements: readonly {
    readonly first: string;
    readonly second: string;
    readonly pairCount: number;
    readonly kappa: number | null;
    readonly apart: readonly {
      readonly component: { readonly key: string };
      readonly firstMark: number;
      readonly secondMark: number;
      readonly reasons: readonly { readonly rater: string; readonly reason: string }[];
      readonly explainIn: string | null;
    }[];
  }[];
  readonly computed: readonly {
    readonly kind: string;
    readonly value: number | null;
    readonly of: readonly { readonly name: string; readonly met: number; readonly of: number }[];
  }[];
  readonly ratersAllowed: readonly string[];
}

const REVIEW = `id revision rater score band version mayChange isOfCurrentRelease organizationName withdrawnAt missing { key }
  ratings { component { key } mark counted isCapped differenceReason }`;
const FIDELITY = `query ($id: ID!) { site(id: $id) { fidelity { version components { key deviationCount }
  latest { ${REVIEW} } reviews { ${REVIEW} }
  agreements { first second pairCount kappa apart { component { key } firstMark secondMark reasons { rater reason } explainIn } }
  computed { kind value of { name met of } } ratersAllowed } } }`;

async function fidelityOf(actor: TestActor = city.administrator, id: string = siteId): Promise<Fidelity> {
  const { site } = await actor.get<{ site: { fidelity: Fidelity | null } }>(FIDELITY, { id });
  if (site.fidelity === null) throw new Error("Fidelity is not shown");
  return site.fidelity;
}

interface Outcome {
  readonly __typename: string;
  readonly findings?: readonly { readonly code: string; readonly message: string }[];
}

async function act(actor: TestActor, name: string, input: object): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await actor.get<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename
      ... on FidelityRefused { findings { code message } } } }`,
    { input },
  );
  const outcome = answer[name];
  if (outcome === undefined) throw new Error(`${name} answered nothing`);
  return outcome;
}

const today = () => dayFromToday(0);
const everything = async (mark: number, datedOn = today()): Promise<Rating[]> =>
  await ratingsOf(city.administrator, siteId, { mark, datedOn });

/** The code with which an act is refused outright. */
async function refusalOf(actor: TestActor, name: string, input: object): Promise<string | undefined> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
  return (await actor.ask(query, { input })).errors?.[0]?.extensions?.code;
}

async function record(changes: object, actor: TestActor = city.administrator): Promise<Outcome> {
  return await act(actor, "recordFidelityReview", {
    siteId,
    rater: "SELF",
    ratedBy: "Sergeant, coordinator and resident chair",
    reviewedOn: today(),
    ...changes,
  });
}

let opened = 0;

async function newSite(changes: object = {}): Promise<string> {
  opened += 1;
  siteId = await city.openSite({ name: `Harborview ${String(opened)}`, ...changes });
  return siteId;
}

describe("a review of a site", () => {
  test("is scored against the release that the site has, with evidence in full", async () => {
    await newSite();
    expect(await record({ ratings: await everything(4) })).toEqual({ __typename: "FidelityReviewRecorded" });
    const { latest, version } = await fidelityOf();
    expect(latest).toEqual([
      expect.objectContaining({
        rater: "SELF",
        score: 100,
        band: "STRONG",
        version,
        isOfCurrentRelease: true,
      }),
    ]);
  });

  test("without evidence of the last six months counts 2 at most and says so", async () => {
    await newSite();
    await record({ ratings: await everything(4, dayFromToday(-400)) });
    const [review] = (await fidelityOf()).latest;
    expect(review).toMatchObject({ score: 50, band: "WEAK" });
    expect(
      review?.ratings.every(({ mark, counted, isCapped }) => mark === 4 && counted === 2 && isCapped),
    ).toBe(true);
  });

  test("tells a missing core component whatever the total", async () => {
    await newSite();
    await record({ ratings: withMarks(await everything(4), { C10: 1 }) });
    const [review] = (await fidelityOf()).latest;
    expect(review?.band).toBe("STRONG");
    expect(review?.missing).toEqual([{ key: "C10" }]);
  });

  test.each<[string, (ratings: Rating[]) => object, string]>([
    ["a component not rated", (ratings) => ({ ratings: ratings.slice(1) }), "COMPONENT_NOT_RATED"],
    ["a mark above 4", (ratings) => ({ ratings: withMarks(ratings, { C4: 5 }) }), "MARK_OUT_OF_RANGE"],
    ["a day to come", (ratings) => ({ ratings, reviewedOn: "2999-01-01" }), "REVIEW_IN_FUTURE"],
    ["nobody who rated", (ratings) => ({ ratings, ratedBy: "  " }), "RATED_BY_MISSING"],
  ])("is refused with %s, and nothing is kept", async (_case, changes, code) => {
    await newSite();
    const outcome = await record(changes(await everything(3)));
    expect(outcome.findings?.map((finding) => finding.code)).toEqual([code]);
    expect((await fidelityOf()).reviews).toEqual([]);
  });

  test("of one kind is recorded once a day; the second is told which to correct", async () => {
    await newSite();
    const ratings = await everything(2);
    await record({ ratings });
    const second = await record({ ratings });
    expect(second.findings?.map(({ code }) => code)).toEqual(["REVIEW_TWICE_A_DAY"]);
    expect((await record({ ratings, rater: "RESIDENT", ratedBy: "Resident council" })).__typename).toBe(
      "FidelityReviewRecorded",
    );
  });

  test("is corrected over the revision that was read, and only over that", async () => {
    await newSite();
    await record({ ratings: await everything(2) });
    const [held] = (await fidelityOf()).reviews;
    const input = {
      siteId,
      reviewId: held?.id,
      expectedRevision: held?.revision,
      ratedBy: "Coordinator",
      reviewedOn: today(),
      ratings: await everything(3),
    };
    expect((await act(city.administrator, "correctFidelityReview", input)).__typename).toBe(
      "FidelityReviewCorrected",
    );
    const [corrected] = (await fidelityOf()).reviews;
    expect(corrected?.score).toBe(75);
    expect(await refusalOf(city.administrator, "correctFidelityReview", input)).toBe("STALE_REVISION");
  });

  test("that is taken back is kept with its reason and counts no longer", async () => {
    await newSite();
    const reviewedOn = dayFromToday(-200);
    await record({ ratings: await everything(1, reviewedOn), reviewedOn });
    await record({ ratings: await everything(4) });
    const [newest] = (await fidelityOf()).latest;
    const input = { siteId, reviewId: newest?.id, expectedRevision: newest?.revision };
    const short = await act(city.administrator, "withdrawFidelityReview", { ...input, reason: "no" });
    expect(short.findings?.map(({ code }) => code)).toEqual(["WITHDRAW_REASON_MISSING"]);
    const reason = "The marks of another site were entered here.";
    await act(city.administrator, "withdrawFidelityReview", { ...input, reason });
    const { latest, reviews } = await fidelityOf();
    expect(latest.map(({ score }) => score)).toEqual([25]);
    expect(reviews.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, false]);
    expect((await record({ ratings: await everything(3) })).__typename).toBe("FidelityReviewRecorded");
  });
});

/** Somebody of an organization that works with the site. */
async function partnerOf(name: string): Promise<TestActor> {
  const { addOrganization, begin } = partnerCalls(() => ({ city, siteId }));
  const organizationId = await addOrganization(name);
  await begin({ organizationId });
  return await server.actor([{ role: "partnerStaff", organizationId }]);
}

describe("two raters", () => {
  test("that differ by more than one point are asked why, and what they say stands beside it", async () => {
    await newSite();
    const partner = await partnerOf("Bridgeway");
    await record({ ratings: await everything(3) });
    const seen = withMarks(await everything(3), { C5: 1, C7: 2 });
    await record({ rater: "EXTERNAL", ratedBy: "Bridgeway", ratings: seen }, partner);
    const [agreement] = (await fidelityOf(partner)).agreements;
    expect(agreement?.apart).toEqual([
      expect.objectContaining({ component: { key: "C5" }, firstMark: 3, secondMark: 1, reasons: [] }),
    ]);
    const [external] = (await fidelityOf(partner)).latest.filter(({ rater }) => rater === "EXTERNAL");
    expect(agreement?.apart[0]?.explainIn).toBe(external?.id);
    const said = {
      siteId,
      reviewId: external?.id,
      componentKey: "C5",
      expectedRevision: external?.revision,
      reason: "The appraisal form that we were shown counts arrests.",
    };
    await act(partner, "explainRatingDifference", said);
    const after = (await fidelityOf()).agreements[0]?.apart[0];
    expect(after?.reasons).toEqual([{ rater: "EXTERNAL", reason: said.reason }]);
  });

  test("that always agree agree fully", async () => {
    await newSite();
    const ratings = withMarks(await everything(3), { C1: 4, C2: 0 });
    await record({ ratings });
    await record({ ratings, rater: "EXTERNAL", ratedBy: "University team" });
    expect((await fidelityOf()).agreements).toEqual([
      expect.objectContaining({ first: "SELF", second: "EXTERNAL", pairCount: 14, kappa: 1, apart: [] }),
    ]);
  });
});

describe("who may rate", () => {
  test("an organization rates from outside where it works, and changes only what it recorded", async () => {
    await newSite();
    const partner = await partnerOf("Harbor Mediation");
    const ratings = await everything(2);
    expect((await fidelityOf(partner)).ratersAllowed).toEqual(["EXTERNAL"]);
    await record({ ratings });
    const own = (await fidelityOf()).reviews[0];
    const input = {
      siteId,
      reviewId: own?.id,
      expectedRevision: own?.revision,
      reason: "It is far too friendly.",
    };
    expect(await refusalOf(partner, "withdrawFidelityReview", input)).toBe("FORBIDDEN");
    await record({ rater: "EXTERNAL", ratedBy: "Bridgeway", ratings }, partner);
    const outside = (await fidelityOf()).reviews.find(({ rater }) => rater === "EXTERNAL");
    expect(outside).toMatchObject({ organizationName: "Harbor Mediation", mayChange: false });
    const foreign = { ...input, reviewId: outside?.id, expectedRevision: outside?.revision };
    expect(await refusalOf(city.administrator, "withdrawFidelityReview", foreign)).toBe("FORBIDDEN");
  });

  test("an organization neither rates as the site itself nor where it has no partnership", async () => {
    await newSite();
    const partner = await partnerOf("Youth Lantern");
    const ratings = await everything(2);
    const input = { siteId, rater: "SELF", ratedBy: "Us", reviewedOn: today(), ratings };
    expect(await refusalOf(partner, "recordFidelityReview", input)).toBe("BAD_INPUT");
    await newSite();
    const elsewhere = { ...input, siteId, rater: "EXTERNAL" };
    expect(await refusalOf(partner, "recordFidelityReview", elsewhere)).toBe("NOT_FOUND");
  });

  test("a state official sees the reviews and the names of no officers, and records none", async () => {
    await newSite();
    await record({ ratings: await everything(2) });
    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    const { latest, ratersAllowed, computed } = await fidelityOf(official);
    expect(latest).toHaveLength(1);
    expect(ratersAllowed).toEqual([]);
    expect(computed.find(({ kind }) => kind === "STRUCTURE")?.of.map(({ name }) => name)).toEqual([
      "coreParts",
    ]);
  });
});

describe("what is computed", () => {
  test("a site that changes nothing keeps every core part, and each core change is told at its component", async () => {
    await newSite({ launchOn: dayFromToday(400) });
    const whole = await fidelityOf();
    expect(whole.computed.find(({ kind }) => kind === "STRUCTURE")).toMatchObject({ value: 100 });
    await newSite({
      launchOn: dayFromToday(400),
      adaptations: [
        {
          section: "POSITIONS",
          key: "SGT",
          change: "LEFT_OUT",
          reasonCode: "RESOURCES",
          reason: "There is no sergeant to be had this year.",
          steeringDecidedOn: dayFromToday(-10),
        },
      ],
    });
    const less = await fidelityOf();
    expect(less.computed.find(({ kind }) => kind === "STRUCTURE")?.value).toBeLessThan(100);
    expect(less.components.some(({ deviationCount }) => deviationCount === 1)).toBe(true);
  });

  test("what is late lowers timeliness, and before launch nothing is said of what is delivered", async () => {
    await newSite({ launchOn: dayFromToday(10) });
    const { computed } = await fidelityOf();
    expect(computed.find(({ kind }) => kind === "TIMELINESS")).toMatchObject({ value: 0 });
    expect(computed.find(({ kind }) => kind === "DOSE")).toMatchObject({ value: null });
  });

  test("after launch, empty slots and roles that nobody holds lower the structure", async () => {
    await newSite({ launchOn: dayFromToday(-30) });
    const structure = (await fidelityOf()).computed.find(({ kind }) => kind === "STRUCTURE");
    expect(structure?.of.map(({ name }) => name)).toEqual(["coreParts", "slots", "partnerRoles"]);
    expect(structure?.of.find(({ name }) => name === "slots")?.met).toBe(0);
    expect(structure?.value).toBe(33.3);
  });
});

test("a review stays with its release when the site takes another one", async () => {
  const { releases } = (
    await city.administrator.get<{
      template: { releases: { id: string; version: string }[] };
    }>(`{ template(key: "csp-public-housing") { releases { id version } } }`)
  ).template;
  const older = releases.find(({ version }) => version === "3.1.0");
  const newer = releases.find(({ version }) => version === "3.2.0");
  await newSite({ releaseId: older?.id });
  await record({ ratings: await everything(3) });
  const { site } = await city.administrator.get<{ site: { revision: number } }>(
    `query ($id: ID!) { site(id: $id) { revision } }`,
    { id: siteId },
  );
  const upgrade = { siteId, releaseId: newer?.id, expectedRevision: site.revision, decisions: [] };
  await city.administrator.get(
    `mutation ($input: UpgradeSiteInput!) { upgradeSite(input: $input) { ... on SiteUpgraded { site { id } } } }`,
    { input: upgrade },
  );
  const { version, latest } = await fidelityOf();
  expect(version).toBe("3.2.0");
  expect(latest).toEqual([
    expect.objectContaining({ version: "3.1.0", isOfCurrentRelease: false, score: 75 }),
  ]);
});
