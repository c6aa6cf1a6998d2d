/** Why there is no picture or no sound. "insecure": browsers give neither over plain http. */
export type Missing = "refused" | "none" | "in-use" | "insecure";

export interface Opened {
  /** Null where neither is to be had. */
  stream: MediaStream | null;
  /** Null where there is a picture, and so with the sound. */
  noPicture: Missing | null;
  noSound: Missing | null;
}

export interface CameraChoice {
  id: string;
  name: string;
}

// As it is spoken: what evens out loudness and gates noise also moves where pauses begin.
const SOUND = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };

/** Asks for camera and microphone, and does with what it gets. Whoever calls closes the stream. */
export async function openCamera(cameraId?: string): Promise<Opened> {
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (media === undefined) return { stream: null, noPicture: "insecure", noSound: "insecure" };
  const video = {
    ...PICTURE,
    ...(cameraId === undefined ? { facingMode: "user" } : { deviceId: { exact: cameraId } }),
  };
  try {
    return { stream: await media.getUserMedia({ video, audio: SOUND }), noPicture: null, noSound: null };
  } catch {
    // One of the two alone: the other is what is missing.
    const sound = await attempt(media, { audio: SOUND });
    const picture = await attempt(media, { video });
    const tracks = [...(picture.stream?.getTracks() ?? []), ...(sound.stream?.getTracks() ?? [])];
    return {
      stream: tracks.length === 0 ? null : new MediaStream(tracks),
      noPicture: picture.missing,
      noSound: sound.missing,
    };
  }
}

async function attempt(
  media: MediaDevices,
  wanted: MediaStreamConstraints,
): Promise<{ stream: MediaStream | null; missing: Missing | null }> {
  try {
    return { stream: await media.getUserMedia(wanted), missing: null };
  } catch (thrown) {
    return { stream: null, missing: missingIn(thrown) };
  }
}

export function missingIn(thrown: unknown): Missing {
  const name = thrown instanceof DOMException ? thrown.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotReadableError" || name === "AbortError" ? "in-use" : "none";
}

/** Puts out the camera's light. */
export function closeStream(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Their names are known once one was allowed. */
export async function camerasHere(): Promise<CameraChoice[]> {
  const media = navigator.mediaDevices as MediaDevices | undefined;
  const all = (await media?.enumerateDevices().catch(() => [])) ?? [];
  return all
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }, at) => ({ id: deviceId, name: label || `Camera ${at + 1}` }));
}
