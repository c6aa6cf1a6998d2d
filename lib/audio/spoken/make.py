"""Makes the spoken clips beside this file, and what is true of them, with Debian's espeak-ng (libespeak-ng.so.1).

python3 lib/audio/spoken/make.py

Each clip is one sentence, mono, 16 kHz, 8-bit mu-law (G.711) in a WAV. clips.json says for each: the text, its syllables
(the vowels and syllabic consonants that the synthesiser really spoke), and where each word begins and ends, in seconds.
"""

import ctypes
import json
import math
import struct
from pathlib import Path

HERE = Path(__file__).parent
RATE = 16_000
# Name, voice, words a minute, language, text.
CLIPS = [
    ("en-1", "gmw/en", 160, "en", "Last week you told me how much calmer the month end has become."),
    ("en-2", "gmw/en-US", 185, "en", "Would you introduce me to the head of controlling at your sister plant?"),
    ("en-3", "gmw/en+f3", 150, "en", "I will send you three sentences that you can forward today."),
    ("en-4", "gmw/en-US+m3", 205, "en", "If it does not suit you, say so, and nothing changes between us."),
    ("de-1", "gmw/de", 160, "de", "Letzte Woche haben Sie gesagt, der Abschluss sei viel ruhiger geworden."),
    ("de-2", "gmw/de+f2", 150, "de", "Könnten Sie mich mit der Leiterin der Logistik in Bremen bekannt machen?"),
    ("de-3", "gmw/de", 190, "de", "Ich schicke Ihnen heute noch drei Sätze, die Sie weiterleiten können."),
    ("de-4", "gmw/de+m7", 175, "de", "Wenn es nicht passt, sagen Sie es, dann bleibt alles, wie es ist."),
]
VOWELS = set("aeiouyæɐɑɒɔəɚɛɜɝɞɨɪɯɵøœɶʉʊʌʏɤᵻ\u0329")


class EventName(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", EventName),
    ]


WORD, END, PHONEME = 1, 5, 7
RETRIEVAL, PHONEME_EVENTS, PHONEME_IPA, UTF8 = 1, 1, 2, 1
CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


def main():
    espeak = ctypes.CDLL("libespeak-ng.so.1")
    rate = espeak.espeak_Initialize(RETRIEVAL, 0, None, PHONEME_EVENTS | PHONEME_IPA)
    clips = []
    for name, voice, speed, language, text in CLIPS:
        samples, events = speak(espeak, voice, speed, text)
        words, syllables = truth(events, text, rate)
        end = words[-1]["end"]
        sound = resample(samples[: int(end * rate)], rate)
        (HERE / f"{name}.wav").write_bytes(wav(sound))
        clips.append({"name": name, "voice": voice, "language": language, "text": text, "syllables": syllables, "words": words})
        print(name, f"{end:.2f} s,", syllables, "syllables")
    lines = ",\n".join("  " + json.dumps(clip, ensure_ascii=False) for clip in clips)
    (HERE / "clips.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def speak(espeak, voice, speed, text):
    samples, events = [], []

    def take(wave, count, found):
        if wave and count > 0:
            samples.extend(wave[:count])
        at = 0
        while found[at].type != 0:
            each = found[at]
            events.append((each.type, each.sample, each.text_position, each.length, bytes(each.id.string)))
            at += 1
        return 0

    callback = CALLBACK(take)
    espeak.espeak_SetSynthCallback(callback)
    if espeak.espeak_SetVoiceByName(voice.encode()) != 0:
        raise SystemExit(f"no voice {voice}")
    espeak.espeak_SetParameter(1, speed, 0)
    raw = text.encode("utf-8")
    espeak.espeak_Synth(raw, len(raw) + 1, 0, 1, 0, UTF8, None, None)
    espeak.espeak_Synchronize()
    return samples, events


def truth(events, text, rate):
    """Words with their begin and end in seconds, and how many syllables were spoken."""
    words, syllables, quiet_since = [], 0, None
    for kind, sample, position, length, name in events:
        at = sample / rate
        if kind == PHONEME:
            sound = name.split(b"\0")[0].decode("utf-8", "ignore")
            if VOWELS & set(sound):
                syllables += 1
            # One without a name is a silence; a word ends where the silence before the next begins.
            is_quiet = sound.strip("_: ") == ""
            quiet_since = (at if quiet_since is None else quiet_since) if is_quiet else None
        if kind in (WORD, END) and words:
            words[-1].setdefault("end", round(at if quiet_since is None else quiet_since, 3))
        if kind == WORD and length > 0:
            words.append({"word": text[position - 1 : position - 1 + length].strip(" ,.?"), "start": round(at, 3)})
    return [word for word in words if word["word"]], syllables


def resample(samples, rate, half=16):
    """Windowed sinc, band-limited to the lower of the two rates."""
    cut = min(1.0, RATE / rate)
    out = []
    for n in range(int(len(samples) * RATE / rate)):
        centre = n * rate / RATE
        first = math.ceil(centre - half / cut)
        total = 0.0
        for at in range(first, math.floor(centre + half / cut) + 1):
            if 0 <= at < len(samples):
                x = (at - centre) * cut
                sinc = 1.0 if x == 0 else math.sin(math.pi * x) / (math.pi * x)
                total += samples[at] * cut * sinc * (0.5 + 0.5 * math.cos(math.pi * x / half))
        out.append(max(-32_768, min(32_767, round(total))))
    return out


def wav(samples):
    data = bytes(mu_law(sample) for sample in samples)
    form = struct.pack("<HHIIHHH", 7, 1, RATE, RATE, 1, 8, 0)
    padding = b"\0" if len(data) % 2 else b""
    chunks = b"fmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(data)) + data + padding
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def mu_law(sample):
    sign = 0x80 if sample < 0 else 0
    size = min(abs(sample), 32_635) + 132
    exponent = size.bit_length() - 8
    return ~(sign | exponent << 4 | (size >> exponent + 3) & 0x0F) & 0xFF


main()
