import { placeClaimKey, type PlaceAnswer, type PlaceClaim } from "@frontstep/domain/imports";

import type { Reader } from "#server/persistence/database.ts";
import { PLATFORM } from "#server/persistence/write.ts";

import { findByIds, findByName, findByOri, findSitesByName, type PlaceCandidate } from "./place.store.ts";

/** Finds the places that rows name, each once; a batch of rows costs at most a statement for each way of naming. */
export class PlaceBook {
  private readonly answers = new Map<string, PlaceAnswer>();
  private readonly jurisdictionId: string;

  /** For figures that this jurisdiction brings in; the platform brings in those of any. */
  constructor(jurisdictionId: string) {
    this.jurisdictionId = jurisdictionId;
  }

  /** Looks up what is not known yet. */
  async learn(database: Reader, claims: readonly PlaceClaim[]): Promise<void> {
    const unknown = [...new Map(claims.map((claim) => [placeClaimKey(claim), claim])).entries()].filter(
      ([key]) => !this.answers.has(key),
    );
    if (unknown.length === 0) return;
    const wanted = unknown.map(([, claim]) => claim);
    const candidates = await this.candidates(database, wanted);
    for (const [key, claim] of unknown) this.answers.set(key, this.judge(claim, candidates.get(key) ?? []));
  }

  answer(claim: PlaceClaim): PlaceAnswer {
    return this.answers.get(placeClaimKey(claim)) ?? { kind: "unknown" };
  }

  private async candidates(
    database: Reader,
    claims: readonly PlaceClaim[],
  ): Promise<Map<string, PlaceCandidate[]>> {
    const found = new Map<string, PlaceCandidate[]>();
    for (const [claim, place] of await this.named(database, claims)) {
      const key = placeClaimKey(claim);
      found.set(key, [...(found.get(key) ?? []), place]);
    }
    return found;
  }

  /** Each candidate under every claim that would mean it. */
  private async named(
    database: Reader,
    claims: readonly PlaceClaim[],
  ): Promise<[PlaceClaim, PlaceCandidate][]> {
    const by = <By extends PlaceClaim["by"]>(kind: By) =>
      claims.filter((claim): claim is PlaceClaim & { by: By } => claim.by === kind);
    const siteNames = by("site").map(({ name }) => name);
    const [byOri, byName, sites, fixed] = await Promise.all([
      by("ori").length > 0 ? findByOri(database, by("ori")) : [],
      by("name").length > 0 ? findByName(database, by("name")) : [],
      siteNames.length > 0 ? findSitesByName(database, this.jurisdictionId, siteNames) : [],
      by("fixed").length > 0 ? findByIds(database, by("fixed")) : [],
    ]);
    return [
      ...byOri.map((place): [PlaceClaim, PlaceCandidate] => [{ by: "ori", ori: place.ori ?? "" }, place]),
      ...byOri.map((place): [PlaceClaim, PlaceCandidate] => [
        { by: "ori", ori: (place.ori ?? "").slice(0, 7) },
        place,
      ]),
      ...byName.map((place): [PlaceClaim, PlaceCandidate] => [
        { by: "name", name: place.name, state: place.state },
        place,
      ]),
      ...sites.map((place): [PlaceClaim, PlaceCandidate] => [{ by: "site", name: place.name }, place]),
      ...fixed.map((place): [PlaceClaim, PlaceCandidate] => [
        { by: "fixed", kind: place.kind, id: place.id },
        place,
      ]),
    ];
  }

  private judge(claim: PlaceClaim, candidates: readonly PlaceCandidate[]): PlaceAnswer {
    const cities = candidates.filter(({ government }) => government === "city");
    const [place, another] = claim.by === "name" && cities.length === 1 ? cities : candidates;
    if (!place) return { kind: "unknown" };
    if (another)
      return {
        kind: "ambiguous",
        among: candidates.slice(0, 5).map(({ name, ori }) => `${name} (${ori ?? "no identifier"})`),
      };
    const isOwn = this.jurisdictionId === PLATFORM || place.jurisdictionId === this.jurisdictionId;
    return isOwn ? { kind: "found", place } : { kind: "notYours", name: place.name };
  }
}
