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
    const by = <By extends PlaceClaim["by"]>(kind: By) =>
      claims.filter((claim): claim is PlaceClaim & { by: By } => claim.by === kind);
    const found = new Map<string, PlaceCandidate[]>();
    const note = (claim: PlaceClaim, candidate: PlaceCandidate) => {
      const key = placeClaimKey(claim);
      found.set(key, [...(found.get(key) ?? []), candidate]);
    };
    if (by("ori").length > 0) {
      for (const place of await findByOri(database, by("ori"))) {
        note({ by: "ori", ori: place.ori ?? "" }, place);
        note({ by: "ori", ori: (place.ori ?? "").slice(0, 7) }, place);
      }
    }
    if (by("name").length > 0) {
      for (const place of await findByName(database, by("name")))
        note({ by: "name", name: place.name, state: place.state }, place);
    }
    if (by("site").length > 0) {
      const names = by("site").map(({ name }) => name);
      for (const place of await findSitesByName(database, this.jurisdictionId, names))
        note({ by: "site", name: place.name }, place);
    }
    if (by("fixed").length > 0) {
      for (const place of await findByIds(database, by("fixed")))
        note({ by: "fixed", kind: place.kind, id: place.id }, place);
    }
    return found;
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
