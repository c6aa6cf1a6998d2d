import { Button } from "#lib/web/button.tsx";
import type { Missing } from "#lib/web/media/camera.ts";
import type { CameraInUse } from "./use-camera.ts";
import css from "./mirror.module.css";

const WHAT: Record<Missing, (what: string) => string> = {
  refused: (what) =>
    `This page may not use the ${what}. Allow it at the lock beside the address, then try again.`,
  none: (what) => `No ${what} was found. Connect one and try again.`,
  "in-use": (what) => `Another program uses the ${what}. Close it there and try again.`,
  insecure: (what) => `A browser lends its ${what} only to an address that begins with https.`,
};

/** Why there is no picture or no sound, what to do, and what works without. */
export function CameraTrouble({ camera }: { camera: CameraInUse }) {
  const { noPicture, noSound, waits, rests, again } = camera;
  if (waits)
    return <p className={css.trouble}>Waiting for the camera. The browser may ask whether it may be used.</p>;
  if (rests)
    return (
      <div className={css.trouble} role="status">
        <p>The camera went out while you were elsewhere.</p>
        <Button onClick={again}>Go on</Button>
      </div>
    );
  if (noPicture === null && noSound === null) return null;
  const same = noPicture === noSound;
  return (
    <div className={css.trouble} role="status">
      {noPicture !== null && <p>{WHAT[noPicture](same ? "camera and the microphone" : "camera")}</p>}
      {noSound !== null && !same && <p>{WHAT[noSound]("microphone")}</p>}
      <p>{withoutIn(noPicture !== null, noSound !== null)}</p>
      {noPicture !== "insecure" && <Button onClick={again}>Try again</Button>}
    </div>
  );
}

function withoutIn(noPicture: boolean, noSound: boolean): string {
  if (noPicture && noSound) return "You can rehearse all the same, with your notes and the timer.";
  return noPicture
    ? "Takes are recorded as sound alone."
    : "Takes are recorded without sound, and nothing is heard.";
}
