export interface Recording {
  /** "video/webm;codecs=vp8,opus" */
  type: string;
  /** Resolves when the last piece was handed over. */
  stop(): Promise<void>;
}

const PIECE_MS = 1_000;
// Ten minutes are under 100 MB: a face is seen and a voice is heard well with this.
const RATES = { videoBitsPerSecond: 1_200_000, audioBitsPerSecond: 64_000 };
// VP8 costs the least battery of what every browser plays; Safari before 18.4 records MP4 alone.
const TYPES = {
  video: ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"],
  audio: ["audio/webm;codecs=opus", "audio/mp4"],
};

/** Throws where this browser cannot record. */
export function record(stream: MediaStream, onPiece: (piece: Blob) => void): Recording {
  const kind = stream.getVideoTracks().length > 0 ? "video" : "audio";
  const type = TYPES[kind].find((each) => MediaRecorder.isTypeSupported(each));
  const recorder = new MediaRecorder(stream, { ...RATES, ...(type !== undefined && { mimeType: type }) });
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener("stop", () => resolve());
    recorder.addEventListener("error", () => resolve());
  });
  recorder.addEventListener("dataavailable", ({ data }) => {
    if (data.size > 0) onPiece(data);
  });
  // In pieces, so that none of it stays in memory.
  recorder.start(PIECE_MS);
  return {
    type: recorder.mimeType || type || "video/webm",
    stop: async () => {
      if (recorder.state !== "inactive") recorder.stop();
      await ended;
    },
  };
}
