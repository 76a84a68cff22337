import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

import type { FileCryptography, PublicKey } from "@frontstep/domain/template-files";

/** A fresh pair: the public half as files name it, the private half in PKCS #8 to be sealed at once. */
export interface KeyPair extends PublicKey {
  readonly privateKey: Uint8Array;
}

function hashOf(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function publicKeyOf(publicKey: string): KeyObject {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

/** Hashes and signatures for the domain, by Node's own cryptography. */
export const fileCryptography: FileCryptography = {
  hash: hashOf,
  hashBytes: (bytes) => hashOf(Buffer.from(bytes, "hex")),
  isSignedBy: (text, signature, publicKey) =>
    verify(null, Buffer.from(text), publicKeyOf(publicKey), Buffer.from(signature, "hex")),
};

/** Makes an Ed25519 pair. */
export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bytes = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  return {
    publicKey: bytes.toString("hex"),
    fingerprint: hashOf(bytes),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }),
  };
}

/** Signs a text; the same text and key always give the same signature. */
export function signText(text: string, privateKey: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" });
  return sign(null, Buffer.from(text), key).toString("hex");
}
