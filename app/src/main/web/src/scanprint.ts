// Watches a label on its way to the printer of the place, so that a person who scans without looking hears when it did not come out.
import { sound } from "./scansound";

interface Stand { printer: string; state: "WAITING" | "TAKEN" | "PRINTED" | "FAILED" | "UNSURE"; why: string }

const ASK_MS = 250;
const SLOW_MS = 3_000;
const GIVE_UP_MS = 60_000;
let watched = 0;

function show(kind: "waiting" | "printed" | "failed" | "slow", printer: string, more: string): void {
  const line = document.querySelector<HTMLElement>("#printing");
  if (!line) return;
  line.hidden = false;
  line.className = kind;
  const name = line.querySelector("b");
  const text = line.querySelector("span");
  if (name) name.textContent = printer;
  if (text) text.textContent = `${line.dataset[kind] ?? ""} ${more}`.trim();
}

async function ask(scanId: number): Promise<Stand | null> {
  try {
    const response = await fetch(`/prints/scans/${scanId}`, { headers: { Accept: "application/json" } });
    return response.ok ? ((await response.json()) as Stand) : null;
  } catch {
    return null;
  }
}

/** Only the newest label is watched; what became of the others stands under Printing. */
export async function watchPrint(scanId: number, printer: string): Promise<void> {
  watched = scanId;
  const began = Date.now();
  let slow = false;
  show("waiting", printer, "");
  while (watched === scanId && Date.now() - began < GIVE_UP_MS) {
    const stand = await ask(scanId);
    if (watched !== scanId) return;
    if (stand?.state === "PRINTED") return show("printed", printer, `${((Date.now() - began) / 1000).toFixed(1)} s`);
    if (stand?.state === "FAILED" || stand?.state === "UNSURE") {
      sound("ERROR");
      return show("failed", printer, stand.why);
    }
    if (!slow && Date.now() - began > SLOW_MS) {
      slow = true;
      sound("ERROR");
      show("slow", printer, stand?.why ?? "");
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}
