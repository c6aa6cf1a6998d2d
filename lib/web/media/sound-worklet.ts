// Runs in the browser's audio thread: gathers what the microphone hears and hands it on to the worker, past the page.

declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** A tenth of a second at 16 kHz. */
const PIECE = 1_600;
const NOTHING = new Float32Array();

class Gatherer extends AudioWorkletProcessor {
  piece = new Float32Array(PIECE);
  filled = 0;
  to: MessagePort | null = null;

  constructor() {
    super();
    this.port.addEventListener("message", ({ data }) => {
      this.to = data as MessagePort;
    });
    this.port.start();
  }

  process([input]: Float32Array[][]): boolean {
    const samples = input?.[0] ?? NOTHING;
    for (let at = 0; at < samples.length;) {
      const some = Math.min(PIECE - this.filled, samples.length - at);
      this.piece.set(samples.subarray(at, at + some), this.filled);
      this.filled += some;
      at += some;
      if (this.filled === PIECE) this.hand();
    }
    return true;
  }

  hand(): void {
    const { piece } = this;
    this.piece = new Float32Array(PIECE);
    this.filled = 0;
    this.to?.postMessage(piece, [piece.buffer]);
  }
}

registerProcessor("gatherer", Gatherer);
