import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** An authenticator in software: what a phone does when somebody puts a finger on it. ES256, no attestation (WebAuthn, level 3). */
export function softPasskey(home: { id: string; origin: string }) {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = pair.publicKey.export({ format: "jwk" });
  const credentialId = randomBytes(16);
  const id = credentialId.toString("base64url");
  let count = 0;

  function clientData(
    type: "webauthn.create" | "webauthn.get",
    challenge: string,
    origin = home.origin,
  ): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** User present and, unless said otherwise, verified; with `attested`, the new key follows. */
  function authData(attested: boolean, verified = true): Buffer {
    count += 1;
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
    const head = Buffer.concat([sha256(Buffer.from(home.id)), Buffer.from([flags]), uint32(count)]);
    if (!attested) return head;
    const key = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ]),
    );
    return Buffer.concat([head, Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, key]);
  }

  return {
    id,
    /** The answer of navigator.credentials.create. */
    register(options: { challenge: string }, origin?: string) {
      const attestationObject = cbor(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData(true)],
        ]),
      );
      const response = {
        clientDataJSON: clientData("webauthn.create", options.challenge, origin).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      };
      return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
    },
    /** The answer of navigator.credentials.get. */
    answer(
      options: { challenge: string },
      { origin, verified }: { origin?: string; verified?: boolean } = {},
    ) {
      const client = clientData("webauthn.get", options.challenge, origin);
      const data = authData(false, verified);
      const key = createPrivateKey(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), key);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      };
      return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
    },
  };
}

/** As much of RFC 8949 as attestations need: integers, byte and text strings up to 64 KB, maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) {
    const entries = [...value].flatMap(([key, each]) => [cbor(key), cbor(each)]);
    return Buffer.concat([head(5, value.size), ...entries]);
  }
  throw new Error("not needed in an attestation");
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

function uint32(number: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(number);
  return buffer;
}

function bytes(base64url: string): Buffer {
  return Buffer.from(base64url, "base64url");
}

function sha256(data: Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}
