import { Worker } from "node:worker_threads";
import type { Ahead, Plan, Projection } from "./projection.ts";
import type { Question, Told } from "./simulation.ts";

/** In a thread of its own, one question after the other: the server answers others meanwhile. */
export async function projectAside(ahead: Ahead): Promise<Projection> {
  const told = await askAside(ahead, null);
  if (told.kind !== "projection") throw new Error("a plan was not asked for");
  return told.projection;
}

/** As `planFor`. */
export async function planAside(wanted: number, ahead: Ahead): Promise<Plan> {
  const told = await askAside(ahead, wanted);
  if (told.kind !== "plan") throw new Error("a plan was asked for");
  return told.plan;
}

let thread: Worker | null = null;
let asked = 0;

async function askAside(ahead: Ahead, wanted: number | null): Promise<Told> {
  thread ??= hire();
  const beside = thread;
  asked += 1;
  const question: Question = { asked, ahead, wanted };
  return await new Promise((resolve, reject) => {
    const end = () => {
      beside.off("message", hear);
      beside.off("error", broken);
      beside.off("exit", gone);
      if (beside.listenerCount("message") === 0) beside.unref();
    };
    const hear = (told: Told) => {
      if (told.asked !== question.asked) return;
      end();
      resolve(told);
    };
    const broken = (error: Error) => {
      end();
      reject(error);
    };
    const gone = () => broken(new Error("the thread that reckons ahead ended"));
    beside.on("message", hear);
    beside.on("error", broken);
    beside.on("exit", gone);
    beside.ref();
    beside.postMessage(question, []);
  });
}

function hire(): Worker {
  const hired = new Worker(new URL("./simulation-thread-server.ts", import.meta.url));
  // Many may wait for their turn at once.
  hired.setMaxListeners(0);
  hired.once("exit", () => {
    if (thread === hired) thread = null;
  });
  return hired;
}
