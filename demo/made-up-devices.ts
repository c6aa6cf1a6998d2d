import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inNoise, spokenClips, talkOf } from "#lib/audio/spoken/spoken.ts";
import { seededDice } from "#lib/audio/spoken/generated.ts";
import { wavOf } from "#lib/audio/wav.ts";
import type { Devices } from "./test-browser.ts";

interface Size {
  width: number;
  height: number;
}

const SMALL: Size = { width: 320, height: 240 };
const FRAMES = 10;

/** Files for a made-up camera, whose picture is bright at its left, and a microphone, which hears a synthesiser speak between pauses. */
export function madeUpDevices(
  folder: string,
  size: Size = SMALL,
): Required<Devices> & { picture: string; sound: string; pauses: number; seconds: number } {
  const picture = join(folder, "camera.y4m");
  const sound = join(folder, "microphone.wav");
  const head = `YUV4MPEG2 W${size.width} H${size.height} F25:1 Ip A1:1 C420jpeg\n`;
  const frames = Array.from({ length: FRAMES }, (_, at) =>
    Buffer.concat([Buffer.from("FRAME\n"), frameAt(at, size)]),
  );
  writeFileSync(picture, Buffer.concat([Buffer.from(head), ...frames]));
  const english = spokenClips().filter(({ language }) => language === "en");
  const talk = talkOf(english, [0.3, 0.8, 0.8, 0.8, 0.8]);
  const samples = inNoise(talk.samples, 40, seededDice(9));
  writeFileSync(sound, wavOf(samples));
  return { picture, sound, pauses: 3, seconds: samples.length / 16_000 };
}

/** Bright at the left, dark at the right, with a bar that moves, in as much grain as a room in the evening has. */
function frameAt(at: number, { width, height }: Size): Buffer {
  const dice = seededDice(at + 1);
  const luma = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const light = Math.floor((y * FRAMES) / height) === at ? 128 : x < width / 2 ? 220 : 40;
      luma[y * width + x] = light + Math.floor(24 * dice()) - 12;
    }
  return Buffer.concat([luma, Buffer.alloc((width * height) / 2, 128)]);
}
