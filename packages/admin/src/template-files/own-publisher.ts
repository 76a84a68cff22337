import { useActor, useMay } from "#admin/session/actor.ts";

/** An organization, or the platform, for which somebody publishes. */
export interface Publisher {
  /** Undefined for the platform. */
  readonly organizationId: string | undefined;
  readonly name: string;
}

/** For whom the person publishes under the hat worn: the platform as its steward, or the organizations whose author they are. */
export function usePublishers(): readonly Publisher[] {
  const { hat, roles } = useActor();
  if (hat === "steward") return [{ organizationId: undefined, name: "Frontstep" }];
  return roles
    .filter(({ role }) => role === "TEMPLATE_AUTHOR")
    .map(({ organizationId, placeName }) => ({
      organizationId: organizationId ?? undefined,
      name: placeName,
    }));
}

/** Whether the person may write out the templates of this organization, or of the platform. */
export function useMayExport(organizationId: string | null): boolean {
  const mayPublish = useMay("template.publish");
  const publishers = usePublishers();
  return mayPublish && publishers.some((one) => (one.organizationId ?? null) === organizationId);
}
