import { createHash, createHmac, timingSafeEqual } from "node:crypto";

import type { Hat } from "@frontstep/domain/access";

/** How the session's secret travels: the cookie's name and the key that signs it. */
export interface SessionCookie {
  readonly name: string;
  readonly isSecure: boolean;
  readonly signingKey: string;
}

/**
 * Under https the cookie is bound to this host by its prefix. A development address without https
 * uses a name of its own, so that neither can ever be taken for the other.
 */
export function sessionCookie(publicAddress: string, secret: string): SessionCookie {
  const isSecure = publicAddress.startsWith("https://");
  const signingKey = createHmac("sha256", secret).update("session cookie").digest("hex");
  return { name: isSecure ? "__Host-frontstep" : "frontstep-development", isSecure, signingKey };
}

/** The session's secret in a request's cookies, if the cookie carries our signature. */
export function readSessionCookie(cookie: SessionCookie, header: string | undefined): string | null {
  const value = cookieValue(header, cookie.name);
  if (value === null) return null;
  const dot = value.lastIndexOf(".");
  const secret = value.slice(0, Math.max(dot, 0));
  const signature = Buffer.from(value.slice(dot + 1));
  const expected = Buffer.from(createHmac("sha256", cookie.signingKey).update(secret).digest("base64"));
  const isOurs = signature.length === expected.length && timingSafeEqual(signature, expected);
  return isOurs && secret !== "" ? secret : null;
}

function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const [key, value] = pair.trim().split("=", 2);
    if (key !== name || value === undefined) continue;
    try {
      return decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return null;
}

/** What the database keeps of a session's secret. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Names a session's grant under one hat to the database; nobody derives it without the secret. */
export function contextToken(cookie: SessionCookie, secret: string, hat: Hat): string {
  return createHmac("sha256", cookie.signingKey).update(`context ${hat} ${secret}`).digest("hex");
}
