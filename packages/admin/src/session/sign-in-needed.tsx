import { Navigate, useLocation } from "@tanstack/react-router";
import { signInAddress } from "./sign-in-address.ts";

/** Takes a person who is not signed in to the sign-in page, which brings them back here. */
export function SignInNeeded() {
  const { href } = useLocation();
  return <Navigate to={signInAddress(href)} replace />;
}
