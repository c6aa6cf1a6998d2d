const peers = new WeakMap<Request, string>();

/** Remembers the address a request came from: for counting guesses, never for rights. */
export function rememberPeer(request: Request, address: string | undefined): void {
  if (address) peers.set(request, address);
}

export function peerOf(request: Request): string {
  return peers.get(request) ?? "unknown";
}
