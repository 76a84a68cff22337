import { createContext, use } from "react";
import type { Hat } from "./hat.ts";

/** A role, and where it is held. */
export interface HeldRole {
  readonly role: string;
  readonly placeName: string;
  readonly jurisdictionId?: string | null;
  readonly organizationId?: string | null;
  readonly siteId?: string | null;
  readonly stateCode?: string | null;
}

/** Who is signed in, and what they may do under the hat they wear. */
export interface Actor {
  readonly name: string;
  readonly email: string;
  /** Undefined for someone who holds no role yet. */
  readonly hat: Hat | undefined;
  readonly hats: readonly Hat[];
  readonly permissions: ReadonlySet<string>;
  /** The roles held under the hat worn, with the places where they are held. */
  readonly roles: readonly HeldRole[];
}

export interface Session {
  /** `undefined` while asking, `null` when nobody is signed in. */
  readonly actor: Actor | null | undefined;
  /** Asks the server again, after signing in or out. */
  readonly refresh: () => Promise<void>;
  readonly wearHat: (hat: Hat) => Promise<void>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("useSession needs an ActorProvider above it");
  return session;
}

/** The person who is signed in; only for pages that the site map keeps for them. */
export function useActor(): Actor {
  const { actor } = useSession();
  if (!actor) throw new Error("useActor is for pages that need a session");
  return actor;
}

/** Whether to offer an action. The server decides again; this only keeps dead ends out of sight. */
export function useMay(permission: string): boolean {
  return useSession().actor?.permissions.has(permission) ?? false;
}
