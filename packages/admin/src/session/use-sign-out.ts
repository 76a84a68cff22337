import { useCallback } from "react";
import { useSession } from "./actor.ts";
import { postToAuth } from "./auth-endpoint.ts";
import { rememberHat } from "./hat.ts";

/** Ends the session on the server, then forgets everything that this page has loaded. */
export function useSignOut(): () => Promise<void> {
  const { refresh } = useSession();
  return useCallback(async () => {
    await postToAuth("/sign-out", {});
    rememberHat(undefined);
    await refresh();
  }, [refresh]);
}
