import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** A secret that is kept in a row, worth nothing without the house's own. */
export interface SealedWords {
  /** `boundTo`: what it is for; it opens for nothing else. */
  seal(words: string, boundTo: string): Buffer;
  /** Null where it was sealed for something else, or with another secret. */
  open(sealed: Uint8Array, boundTo: string): string | null;
}

// AES-256-GCM as NIST SP 800-38D has it.
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createSealedWords({ secret, purpose }: { secret: string; purpose: string }): SealedWords {
  const key = Buffer.from(hkdfSync("sha256", secret, "", `askwell sealed words: ${purpose}`, 32));
  return {
    seal(words, boundTo) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(
        Buffer.from(boundTo),
      );
      return Buffer.concat([nonce, cipher.update(words, "utf8"), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, boundTo) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([
          decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
          decipher.final(),
        ]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
