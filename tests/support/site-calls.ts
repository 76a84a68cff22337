export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
}

export interface Plan {
  readonly canOpen: boolean;
  readonly findings: readonly Finding[];
  readonly checklist: readonly {
    readonly key: string;
    readonly title: string;
    readonly dueOn: string;
    readonly ownerName: string | null;
  }[];
  readonly positions: readonly { readonly key: string; readonly slotCount: number }[];
  readonly adaptations: readonly {
    readonly key: string;
    readonly touchesCore: boolean;
    readonly coreComponents: readonly { readonly key: string }[];
  }[];
  readonly goals: readonly { readonly key: string }[];
}

export const PREVIEW = `query ($input: OpenSiteInput!) { siteOpeningPreview(input: $input) {
  canOpen findings { code severity path }
  checklist { key title dueOn ownerName } positions { key slotCount } goals { key }
  adaptations { key touchesCore coreComponents { key } }
} }`;

export const OPEN = `mutation ($input: OpenSiteInput!) { openSite(input: $input) {
  ... on SiteOpened { site { id name launchOn daysToLaunch stage kind revision
    jurisdiction { name } release { version templateKey } phase { key label }
    readiness { itemCount doneCount gateCount gatesMet percentDone overdueCount }
    ownerRoles { key owner { name } }
    adaptations { key title change field fromValue toValue touchesCore reason decidedOn }
    checklist { key items { key dueOn ownerName isLaunchGate } } } }
  ... on OpenSiteRefused { findings { code severity path } }
} }`;

export const inAYear = new Date(Date.now() + 500 * 86_400_000).toISOString().slice(0, 10);

export interface Opened {
  readonly openSite: {
    readonly findings?: readonly Finding[];
    readonly site?: {
      readonly id: string;
      readonly revision: number;
      readonly daysToLaunch: number;
      readonly readiness: Readonly<Record<string, number>>;
      readonly adaptations: readonly { readonly key: string }[];
      readonly checklist: readonly {
        readonly items: readonly {
          readonly key: string;
          readonly dueOn: string;
          readonly ownerName: string | null;
        }[];
      }[];
    };
  };
}

export const why = { reasonCode: "RESOURCES", reason: "The city has money for eight officers in this year." };

/** What a form for a new site says, unless it is to say something else. */
export function siteForm(
  place: { readonly releaseId: string; readonly jurisdictionId: string },
  changes: object = {},
): object {
  return { ...place, name: "Harbor Homes", address: "1 Harbor Street", launchOn: inAYear, ...changes };
}
