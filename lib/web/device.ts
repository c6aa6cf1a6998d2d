import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { KeptWrite } from "./outbox.ts";

export interface KeptRead {
  /** When it was answered, in milliseconds of this device's clock. */
  at: number;
  data: unknown;
  /** The build that read it: another one may expect another shape. */
  build: string;
}

interface Shelves extends DBSchema {
  reads: { key: string; value: KeptRead; indexes: { at: number } };
  outbox: { key: number; value: KeptWrite };
}

let opened: Promise<IDBPDatabase<Shelves>> | undefined;

/** What this device keeps by itself. Rejects where the browser keeps nothing, as some do in a private window. */
export async function device(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>("askwell", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("reads").createIndex("at", "at");
      fresh.createObjectStore("outbox", { autoIncrement: true });
    },
    // A later build wants another shape of it: this one lets go and opens it anew when next asked.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  try {
    return await opened;
  } catch (thrown) {
    opened = undefined;
    throw thrown;
  }
}
