// Loaded before main.ts: ends the server when the program that started it was killed without a chance to say so.
import { watchParent } from "./runtime.mjs";

const parent = Number(process.env["ASKWELL_PARENT"]);
if (parent) watchParent(parent, () => process.kill(process.pid, "SIGTERM"));
