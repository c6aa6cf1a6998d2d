import { useEffect, useState } from "react";
import {
  camerasHere,
  closeStream,
  openCamera,
  type CameraChoice,
  type Opened,
} from "#lib/web/media/camera.ts";

/** Who looks elsewhere for so long has left: the camera's light goes out. */
const AWAY_MS = 30_000;

export interface CameraInUse extends Opened {
  /** Asked for, and not answered yet. */
  waits: boolean;
  /** Put out because nobody looked. */
  rests: boolean;
  cameras: readonly CameraChoice[];
  cameraId: string | undefined;
  choose: (id: string) => void;
  again: () => void;
}

const NOTHING: Opened = { stream: null, noPicture: null, noSound: null };

/** The camera and the microphone as long as the component stands; then, and when nobody looks for long, both are let go. */
export function useCamera(): CameraInUse {
  // Another object each time it is asked for anew.
  const [asked, setAsked] = useState<{ cameraId?: string }>({});
  const [rests, setRests] = useState(false);
  const [found, setFound] = useState<{ opened: Opened; cameras: readonly CameraChoice[] } | null>(null);
  useEffect(() => {
    if (rests) return undefined;
    let stream: MediaStream | null = null;
    let left = false;
    const leave = () => {
      left = true;
      closeStream(stream);
    };
    void (async () => {
      const opened = await openCamera(asked.cameraId);
      ({ stream } = opened);
      if (left) return closeStream(stream);
      const [track] = stream?.getVideoTracks() ?? [];
      track?.addEventListener(
        "ended",
        () => !left && setFound((was) => was && { ...was, opened: { ...was.opened, noPicture: "none" } }),
      );
      const cameras = await camerasHere();
      if (!left) setFound({ opened, cameras });
    })();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
      setFound(null);
    };
  }, [asked, rests]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => setRests(true), AWAY_MS);
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  const again = () => {
    setRests(false);
    setAsked((was) => ({ ...was }));
  };
  const opened = rests ? NOTHING : (found?.opened ?? NOTHING);
  const waits = !rests && found === null;
  return {
    ...opened,
    waits,
    rests,
    cameras: found?.cameras ?? [],
    cameraId: asked.cameraId,
    choose: (cameraId: string) => setAsked({ cameraId }),
    again,
  };
}
