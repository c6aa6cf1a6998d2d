import { useEffect, useState } from "react";
import { fileOf, type DeviceTake } from "./take-shelf.ts";
import css from "./mirror.module.css";

/** Plays a take of this device at once. */
export function TakePlayer({ take, fills = false }: { take: DeviceTake; fills?: boolean }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    void (async () => {
      const file = await fileOf(take);
      if (left) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    })();
    return () => {
      left = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [take]);
  // What one said oneself needs no captions.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return address === undefined ? null : (
    <video className={fills ? css.replay : css.player} src={address} controls autoPlay playsInline />
  );
}
