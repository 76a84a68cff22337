import { Navigate, useLocation } from "@tanstack/react-router";
import { addressParts } from "#admin/ui/address.ts";
import { signInAddress } from "./sign-in-address.ts";

/** Takes a person who is not signed in to the sign-in page, which brings them back here. */
export function SignInNeeded() {
  const { href } = useLocation();
  return <Navigate {...addressParts(signInAddress(href))} replace />;
}
