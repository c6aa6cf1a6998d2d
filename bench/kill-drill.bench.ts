import { drill } from "./kill-drill.ts";

const result = await drill({ kills: 50, clients: 6, port: 4691, say: console.log });
const { kills, acknowledged, repeated, missing, doubled, verify, clean } = result;
console.log(
  `killed ${kills} times under load; ${acknowledged} writes acknowledged, ${repeated} of them cut off and sent again`,
);
console.log(`missing ${missing.length}, doubled ${doubled.length}`);
console.log(verify.trim());
console.log(
  clean
    ? "ratio of acknowledged writes found exactly once: 1.000"
    : `NOT CLEAN: ${[...missing, ...doubled].slice(0, 20).join(", ")}`,
);
process.exitCode = clean ? 0 : 1;
