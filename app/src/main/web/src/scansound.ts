// Two sounds that nobody confuses: a short high one for done, a long low one for stop.

let context: AudioContext | null = null;

/** Browsers let a page sound only after a key was pressed. */
export function wakeSound(): void {
  context ??= new AudioContext();
  if (context.state === "suspended") void context.resume();
}

function tone(hertz: number, shape: OscillatorType, from: number, seconds: number): void {
  if (!context) return;
  const start = context.currentTime + from;
  const sound = context.createOscillator();
  const loud = context.createGain();
  sound.type = shape;
  sound.frequency.value = hertz;
  loud.gain.setValueAtTime(0.4, start);
  loud.gain.exponentialRampToValueAtTime(0.001, start + seconds);
  sound.connect(loud).connect(context.destination);
  sound.start(start);
  sound.stop(start + seconds);
}

export function sound(severity: string): void {
  document.body.dataset["sounded"] = severity;
  if (severity === "ERROR") {
    tone(196, "square", 0, 0.35);
    tone(147, "square", 0.35, 0.5);
  } else {
    tone(severity === "OK" ? 1320 : 660, "sine", 0, severity === "OK" ? 0.12 : 0.3);
  }
}
