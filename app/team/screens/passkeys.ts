import { write } from "#lib/web/api.ts";

/** Whether this browser can work with passkeys at this address. */
export function canUsePasskeys(origin: string | null | undefined): boolean {
  return (
    origin === location.origin &&
    typeof PublicKeyCredential === "function" &&
    "parseRequestOptionsFromJSON" in PublicKeyCredential
  );
}

/** Whether the browser offers passkeys in the e-mail field by itself. */
export async function offersPasskeys(): Promise<boolean> {
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

/**
 * Asks for a passkey and signs in with it; `quietly` waits until one is chosen in the e-mail field. Answers false when the
 * person broke it off.
 */
export async function signInByPasskey(signal: AbortSignal, quietly: boolean): Promise<boolean> {
  const options = await write<PublicKeyCredentialRequestOptionsJSON>("POST", "/sign-in/passkey/options");
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
      signal,
      ...(quietly && { mediation: "conditional" as const }),
    }),
  );
  if (credential === null) return false;
  await write("POST", "/sign-in/passkey", { response: credential.toJSON() as unknown });
  return true;
}

/** Makes a passkey and keeps it under that name. Answers false when the person broke it off. */
export async function addPasskey(name: string): Promise<boolean> {
  const options = await write<PublicKeyCredentialCreationOptionsJSON>("POST", "/sign-in/passkeys/options");
  const credential = await asked(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );
  if (credential === null) return false;
  await write("POST", "/sign-in/passkeys", { response: credential.toJSON() as unknown, name });
  return true;
}

/** "Chrome on Android", as a proposal for a passkey's name. */
export function deviceName(userAgent: string): string {
  const systems: [RegExp, string][] = [
    [/iPhone/, "iPhone"],
    [/iPad/, "iPad"],
    [/Android/, "Android"],
    [/Mac OS X/, "Mac"],
    [/Windows/, "Windows"],
    [/CrOS/, "ChromeOS"],
    [/Linux/, "Linux"],
  ];
  const browsers: [RegExp, string][] = [
    [/Edg\//, "Edge"],
    [/Firefox\//, "Firefox"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  ];
  const found = (of: [RegExp, string][]) => of.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [found(browsers), found(systems)];
  if (browser && system) return `${browser} on ${system}`;
  return system ?? browser ?? "A device";
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await ask()) as PublicKeyCredential | null;
  } catch (thrown) {
    // What a browser throws when the person closes its window, takes too long, or something else is asked instead.
    if (thrown instanceof DOMException && ["NotAllowedError", "AbortError"].includes(thrown.name))
      return null;
    throw thrown;
  }
}
