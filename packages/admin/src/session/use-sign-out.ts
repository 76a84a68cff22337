import { useCallback } from "react";
import { useSession } from "./actor.ts";
import { postToAuth } from "./auth-endpoint.ts";
import { rememberHat } from "./hat.ts";
import { carryingPreferences } from "./preferences.ts";

/** Ends the session on the server, then forgets everything that this page has loaded. */
export function useSignOut(): () => Promise<void> {
  const { refresh } = useSession();
  return useCallback(async () => {
    await carryingPreferences(() => postToAuth("/sign-out", {}));
    rememberHat(undefined);
    await refresh();
  }, [refresh]);
}
