import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** Seals what the database keeps so that reading it is no use: it opens only where the server's secret is known. */
export interface Sealing {
  /** @param label what it is; sealed under one label it opens under no other. */
  seal(plain: Uint8Array, label: string): Uint8Array<ArrayBuffer>;
  /** Null when it was sealed under another secret. */
  open(sealed: Uint8Array, label: string): Uint8Array | null;
}

const markLength = 8;
const nonceLength = 12;
const tagLength = 16;

/** Seals with AES-256-GCM under a key that is derived from the server's secret for this purpose alone. */
export function sealingUnder(secret: string): Sealing {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "frontstep sealed values", 32));
  // Tells which secret it was, so that another one is a plain answer and only damage is a fault.
  const mark = createHmac("sha256", key).update("mark").digest().subarray(0, markLength);
  return {
    seal: (plain, label) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(label));
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
      return new Uint8Array(Buffer.concat([mark, nonce, cipher.getAuthTag(), sealed]));
    },
    open: (sealed, label) => {
      if (!timingSafeEqual(mark, sealed.subarray(0, markLength))) return null;
      const nonce = sealed.subarray(markLength, markLength + nonceLength);
      const tag = sealed.subarray(markLength + nonceLength, markLength + nonceLength + tagLength);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(label)).setAuthTag(tag);
      const text = sealed.subarray(markLength + nonceLength + tagLength);
      return Buffer.concat([decipher.update(text), decipher.final()]);
    },
  };
}
