import type { TestActor } from "./test-server.ts";

/** What a review says of one component. */
export interface Rating {
  readonly componentKey: string;
  readonly mark?: number;
  readonly notApplicableReason?: string;
  readonly evidence: readonly { readonly label: string; readonly url?: string; readonly datedOn: string }[];
}

const COMPONENTS = `query ($id: ID!) { site(id: $id) { fidelity { components { key } } } }`;

/** A mark for every core component of the release that a site has, shown by evidence of the day. */
export async function ratingsOf(
  actor: TestActor,
  siteId: string,
  { mark, datedOn }: { readonly mark: number; readonly datedOn?: string },
): Promise<Rating[]> {
  const { site } = await actor.get<{ site: { fidelity: { components: { key: string }[] } } }>(COMPONENTS, {
    id: siteId,
  });
  const evidence = datedOn === undefined ? [] : [{ label: "Minutes of the steering committee", datedOn }];
  return site.fidelity.components.map(({ key }) => ({ componentKey: key, mark, evidence }));
}

/** The same with another mark for some components. */
export function withMarks(ratings: readonly Rating[], marks: Readonly<Record<string, number>>): Rating[] {
  return ratings.map((rating) => ({ ...rating, mark: marks[rating.componentKey] ?? rating.mark ?? 0 }));
}
