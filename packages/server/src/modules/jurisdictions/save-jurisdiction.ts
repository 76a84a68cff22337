import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { newId, PLATFORM, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { checkJurisdiction } from "./check-jurisdiction.ts";
import { requireJurisdiction } from "./jurisdiction.reads.ts";
import { insertJurisdiction, type Jurisdiction, updateJurisdiction } from "./jurisdiction.store.ts";

/** What a person may say of a jurisdiction. */
export interface SaveJurisdiction {
  /** Left out for a new one. */
  readonly id?: string | null;
  readonly expectedRevision?: number | null;
  readonly idempotencyKey?: string | null;
  readonly kind: string;
  readonly name: string;
  readonly stateCode: string;
  readonly ori?: string | null;
  readonly geoid?: string | null;
  readonly population?: number | null;
  readonly populationYear?: number | null;
  readonly populationSource?: string | null;
  readonly timeZone: string;
  readonly isParticipating: boolean;
}

export type SaveJurisdictionOutcome =
  | { readonly kind: "saved"; readonly jurisdiction: Jurisdiction }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Adds a jurisdiction to the directory, or changes what the directory says of it. */
export async function saveJurisdiction(
  ctx: RequestContext,
  input: SaveJurisdiction,
): Promise<SaveJurisdictionOutcome> {
  authorize(ctx, "jurisdiction.manage", "anywhere");
  const findings = checkJurisdiction(input);
  if (findings.length > 0) return { kind: "refused", findings };
  return await write<SaveJurisdictionOutcome>(
    ctx,
    { ...record, input, onBrokenConstraint: { jurisdiction_ori_key: oriTaken } },
    async (tx) => {
      const saved = await (input.id ? changed(ctx, input, input.id) : added(input));
      if (input.id) {
        const done = await updateJurisdiction(tx.database, saved);
        requireRevision({ revision: done ? saved.revision : -1 }, saved.revision);
      } else {
        await insertJurisdiction(tx.database, saved);
      }
      await tx.summarize({ name: saved.name });
      return {
        kind: "saved",
        jurisdiction: { ...saved, revision: input.id ? saved.revision + 1 : saved.revision },
      };
    },
  );
}

const record = { useCase: "saveJurisdiction", jurisdictionId: PLATFORM } as const;

function added(input: SaveJurisdiction): Jurisdiction {
  return { ...described(input), id: newId(), latitude: null, longitude: null, revision: 1 };
}

async function changed(ctx: RequestContext, input: SaveJurisdiction, id: string): Promise<Jurisdiction> {
  const current = await requireJurisdiction(ctx, id);
  requireRevision(current, input.expectedRevision ?? 0);
  return { ...current, ...described(input) };
}

function described(
  input: SaveJurisdiction,
): Omit<Jurisdiction, "id" | "latitude" | "longitude" | "revision"> {
  return {
    kind: input.kind,
    name: input.name.trim(),
    stateCode: input.stateCode,
    ori: input.ori ?? null,
    geoid: input.geoid ?? null,
    population: input.population ?? null,
    populationYear: input.populationYear ?? null,
    populationSource: input.populationSource ?? null,
    timeZone: input.timeZone,
    isParticipating: input.isParticipating,
  };
}

function oriTaken(): SaveJurisdictionOutcome {
  const message =
    "Another jurisdiction of the directory has this ORI. Look it up and change that one instead.";
  return {
    kind: "refused",
    findings: [{ code: "JURISDICTION_ORI_TAKEN", severity: "error", path: "ori", message }],
  };
}
