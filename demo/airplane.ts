import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A wire between a browser and a server that can be cut: in the middle of an answer too. */
export interface Wire {
  address: string;
  cut(): void;
  mend(): void;
  /** Lets the next requests arrive, and nothing of their answers come back. */
  swallowAnswers(): void;
  close(): Promise<void>;
}

/** `to` is an address such as http://127.0.0.1:4600. */
export async function layWire(to: string): Promise<Wire> {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  let way: "both" | "there" | "none" = "both";
  const server = createServer((near) => {
    if (way === "none") {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
    near.on("data", (data) => far.write(data));
    far.on("data", (data) => {
      if (way === "both") near.write(data);
    });
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const cutAll = () => open.forEach((socket) => socket.destroy());
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      way = "none";
      cutAll();
    },
    mend: () => {
      way = "both";
      cutAll();
    },
    swallowAnswers: () => {
      way = "there";
    },
    close: async () => {
      cutAll();
      await new Promise((down) => server.close(down));
    },
  };
}
