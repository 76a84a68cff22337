/** The sign-in page, told where to go afterwards. */
export function signInAddress(from: string): string {
  return from === "/" ? "/sign-in" : `/sign-in?from=${encodeURIComponent(from)}`;
}

/** Where to go after signing in: an address of this admin only, never one of another site. */
export function addressAfterSignIn(from: string | undefined): string {
  return from?.startsWith("/") && !from.startsWith("//") && !from.startsWith("/\\") ? from : "/";
}
