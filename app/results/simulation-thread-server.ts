import { isMainThread, parentPort } from "node:worker_threads";
import { answer, type Question } from "./simulation.ts";

if (!isMainThread)
  parentPort?.on("message", (question: Question) => {
    answer(question, (told) => {
      if (told.kind !== "progress") parentPort?.postMessage(told, []);
    });
  });
