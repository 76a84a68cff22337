import type { FindingValues } from "../shared/index.ts";
import type { DirectoryEntry } from "./jurisdiction-csv-importer.ts";
import type { DirectoryKind } from "./parse-jurisdiction-mapping.ts";

/** A jurisdiction as the directory has it now. */
export interface ListedJurisdiction {
  readonly id: string;
  readonly ori: string;
  readonly name: string;
  readonly kind: string;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** Whether it uses Frontstep: its name and kind are then its own and a directory does not change them. */
  readonly isParticipating: boolean;
}

/** What bringing in one entry of a directory would do. */
export type ReconciledEntry =
  | {
      readonly kind: "added";
      readonly entry: DirectoryEntry & { readonly name: string };
      readonly jurisdictionKind: DirectoryKind;
    }
  | {
      readonly kind: "changed";
      readonly entry: DirectoryEntry;
      readonly listed: ListedJurisdiction;
      readonly after: ListedJurisdiction;
    }
  | { readonly kind: "leftAlone"; readonly entry: DirectoryEntry }
  | {
      readonly kind: "refused";
      readonly entry: DirectoryEntry;
      readonly code: string;
      readonly message: string;
      readonly values: FindingValues;
    };

/** Sets an entry of a directory beside what is listed under its identifier. What the entry leaves out stays as it is. */
export function reconcileDirectoryEntry(
  entry: DirectoryEntry,
  listed: ListedJurisdiction | undefined,
): ReconciledEntry {
  if (!listed) return addition(entry);
  const after = { ...listed, ...pointOf(entry), ...(listed.isParticipating ? {} : callingOf(entry)) };
  const isSame =
    after.name === listed.name &&
    after.kind === listed.kind &&
    after.latitude === listed.latitude &&
    after.longitude === listed.longitude;
  return isSame ? { kind: "leftAlone", entry } : { kind: "changed", entry, listed, after };
}

function pointOf({ latitude, longitude }: DirectoryEntry): Partial<ListedJurisdiction> {
  return latitude === undefined || longitude === undefined ? {} : { latitude, longitude };
}

function callingOf({ name, kind }: DirectoryEntry): Partial<ListedJurisdiction> {
  return { ...(name === undefined ? {} : { name }), ...(kind === undefined ? {} : { kind }) };
}

function addition(entry: DirectoryEntry): ReconciledEntry {
  if (entry.name === undefined) {
    return {
      kind: "refused",
      entry,
      code: "JURISDICTION_NOT_LISTED",
      message: `${entry.ori} is not in the directory and this row gives it no name. Bring in a file with names first.`,
      values: { ori: entry.ori },
    };
  }
  return { kind: "added", entry: { ...entry, name: entry.name }, jurisdictionKind: entry.kind ?? "other" };
}
