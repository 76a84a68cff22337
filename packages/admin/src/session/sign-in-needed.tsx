import { useLocation } from "@tanstack/react-router";
import { GoTo } from "#admin/ui/go-to.tsx";
import { signInAddress } from "./sign-in-address.ts";

/** Takes a person who is not signed in to the sign-in page, which brings them back here. */
export function SignInNeeded() {
  const { href } = useLocation();
  return <GoTo address={signInAddress(href)} />;
}
