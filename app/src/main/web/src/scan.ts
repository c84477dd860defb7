// A scan station: everything the scanner types is caught wherever the focus is, kept, sent in order, answered once. No mouse is needed.
import { forget, keep, unique, waiting, type Kept } from "./scanqueue";
import { watchPrint } from "./scanprint";
import { sound, wakeSound } from "./scansound";
import * as view from "./scanview";

const station = document.body.dataset["station"] ?? "";
const who = document.body.dataset["who"] ?? "";
let token = mark(document);
const IMPATIENCE_MS = 8000;
/** An empty Enter so soon after a scan is the scanner's own line end, not a person's. */
const SCANNER_TAIL_MS = 400;

const device = remembered("device", () => `d-${unique().slice(0, 8)}`);
let place = sessionStorage.getItem("place") ?? "";
let target = sessionStorage.getItem(`target-${station}`) ?? "";
let boxType = "40HC";
let typed = "";
let lastKey = 0;
let sending = false;
let net: "on" | "off" | "out" = "on";
/** What waits is said on the panel; another tab may send it. */
let saysKept = false;
let wake: number | undefined;
const errors: { said: view.Said; code: string }[] = [];
let lastDone: view.Said | null = null;
let lastLabel = "";

function remembered(name: string, make: () => string): string {
  const known = localStorage.getItem(name);
  if (known) return known;
  const made = make();
  localStorage.setItem(name, made);
  return made;
}

function mark(page: Document): string {
  return page.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
}

function ready(): void {
  saysKept = false;
  if (place === "") view.show("ready", view.word("place"), "", "", view.word("place-todo"));
  else view.show("ready", view.word("ready"));
  view.acknowledge(false, 0);
}

function open(name: string, inside: number): void {
  target = name;
  sessionStorage.setItem(`target-${station}`, name);
  const reason = document.querySelector(`[data-reason="${CSS.escape(name)}"]`)?.textContent;
  view.target(reason ?? name.replace("|", " · ").replace("TD-R-", ""), inside);
}

function acknowledge(): void {
  if (errors.length > 0) errors.shift();
  const next = errors[0];
  if (next) view.say(next.said, next.code, errors.length);
  else ready();
}

function settle(said: view.Said, scan: Kept): void {
  saysKept = false;
  open(said.target, said.inside);
  view.listed(said, scan.code);
  view.panel.dataset["ms"] = String(Date.now() - scan.at);
  sound(errors.length > 0 || view.alarms(said) ? "ERROR" : said.severity);
  if (view.alarms(said)) {
    errors.push({ said, code: scan.code });
  }
  if (said.severity !== "ERROR" && said.scanId > 0) lastDone = said;
  if (said.label) view.label(said.label);
  if (said.printer) void watchPrint(said.scanId, said.printer);
  if (station === "label" && said.subject) lastLabel = said.subject;
  const first = errors[0];
  if (first) view.say(first.said, first.code, errors.length);
  else view.say(said, scan.code, 0);
}

class SignedOut extends Error {}

/** Whoever signs in again, in another tab or after the server was away, has a new session: this page takes its mark, if it is the same person. */
async function signedInAgain(): Promise<boolean> {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (answer.redirected || !answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.body.dataset["who"] !== who) return false;
  token = mark(page);
  return true;
}

/** A mark that was taken anew is tried once; whoever is refused with it may not do this. */
async function post<T>(path: string, body: unknown, again = false): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), IMPATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": token },
      body: JSON.stringify(body),
      signal: stop.signal,
    });
    if (response.redirected || response.status === 403) {
      if (!again && (await signedInAgain())) return await post<T>(path, body, true);
      throw new SignedOut();
    }
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as T;
  } finally {
    clearTimeout(timer);
  }
}

/** The target is filled in when a scan is sent, not when it is made: the scans before it have been answered by then. */
async function send(scan: Kept): Promise<void> {
  const box = station === "load" && /^[A-Z]{3}[UJZ]\d{7}$/i.test(scan.code.trim()) ? boxType : target;
  const said = await post<view.Said>(`/scan/${station}/scans`, {
    id: scan.id, place: scan.place, device: scan.device, code: scan.code, target: box, agoMs: Date.now() - scan.at,
  });
  settle(said, scan);
  if (scan.n !== undefined) await forget(scan.n);
}

async function drain(): Promise<void> {
  if (sending) return;
  sending = true;
  clearTimeout(wake);
  try {
    for (;;) {
      const all = await waiting(station);
      const mine = all.filter((scan) => scan.who === who);
      const next = mine[0];
      if (!next) {
        net = "on";
        view.net(net, 0, all.length);
        if (saysKept && errors.length === 0) ready();
        return;
      }
      if (mine.length > 1) view.net("on", mine.length, all.length - mine.length);
      await send(next);
    }
  } catch (problem) {
    net = problem instanceof SignedOut ? "out" : "off";
    await tellKept();
    wake = window.setTimeout(() => void drain(), 1000);
  } finally {
    sending = false;
  }
}

/** What waits is counted at once, not when the next try has failed. */
async function tellKept(): Promise<void> {
  if (net === "on") return;
  const mine = (await waiting(station)).filter((scan) => scan.who === who);
  view.net(net, mine.length, 0);
  const newest = mine[mine.length - 1];
  if (errors.length > 0 || !newest) return;
  saysKept = true;
  view.show("warn", view.word("kept"), String(mine.length), newest.code, view.word("kept-todo"));
}

/** One worker per station, also when the page is open twice. */
function work(): void {
  if (navigator.locks) void navigator.locks.request(`scan-${station}`, () => drain());
  else void drain();
}

async function scanned(code: string): Promise<void> {
  const upper = code.toUpperCase();
  if (upper === "TD-ACK") return acknowledge();
  // what is scanned while an error stands is not lost, but nobody overhears that the error still stands
  if (errors.length > 0) {
    sound("ERROR");
    view.again();
  }
  if (upper.startsWith("LOC-")) {
    place = upper;
    sessionStorage.setItem("place", place);
    view.place(place);
    sound("OK");
    return errors.length > 0 ? undefined : ready();
  }
  if (place === "") {
    sound("ERROR");
    view.show("bad", view.word("place"), "", code, view.word("place-todo"));
    return;
  }
  if (upper === "TD-UNDO") return takeBack();
  if (upper === "TD-40HC" || upper === "TD-20GP") {
    boxType = upper.slice(3);
    sound("OK");
    return view.show("ready", boxType);
  }
  await keep({ id: unique(), station, who, place, device, code, at: Date.now() });
  await tellKept();
  work();
}

function takeBack(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#undo");
  if (!lastDone || !dialog) {
    sound("ERROR");
    return view.show("warn", view.word("none"));
  }
  const what = document.querySelector("#undo-what");
  if (what) what.textContent = `${lastDone.title} · ${lastDone.subject}`;
  dialog.querySelector<HTMLFormElement>("form")?.reset();
  dialog.returnValue = "";
  dialog.showModal();
}

async function reverse(reason: string): Promise<void> {
  const done = lastDone;
  if (!done) return;
  const at = Date.now();
  const id = unique();
  try {
    const said = await post<view.Said>(`/scan/${station}/reversals`, { id, place, device, scanId: done.scanId, reason });
    if (said.severity !== "ERROR") {
      view.undone(done.scanId);
      lastDone = null;
    }
    settle({ ...said, target, inside: said.severity === "ERROR" ? -1 : said.inside }, { id, station, who, place, device, code: "TD-UNDO", at });
  } catch {
    sound("ERROR");
    view.net("off", 0, 0);
  }
}

document.querySelector<HTMLDialogElement>("dialog#undo")?.addEventListener("close", (event) => {
  const dialog = event.target as HTMLDialogElement;
  const reason = dialog.querySelector("input")?.value.trim() ?? "";
  if (dialog.returnValue === "yes" && reason) void reverse(reason);
});

const reasons = new Map([...document.querySelectorAll<HTMLElement>("[data-reason]")].map((e) => [e.dataset["key"] ?? "", e.dataset["reason"] ?? ""]));

function command(key: string): boolean {
  const reason = reasons.get(key);
  if (reason) {
    void scanned(reason);
    return true;
  }
  switch (key) {
    case "F2": takeBack(); return true;
    case "F6":
      if (station !== "label") return false;
      location.href = `/prints?q=${encodeURIComponent(lastLabel)}#again`;
      return true;
    case "F4": place = ""; sessionStorage.removeItem("place"); view.place(""); ready(); return true;
    case "Escape": typed = ""; view.typed(""); return true;
    default: return false;
  }
}

document.addEventListener("keydown", (event) => {
  wakeSound();
  if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const now = Date.now();
  if (command(event.key)) {
    event.preventDefault();
  } else if (event.key === "Enter" || event.key === "Tab") {
    event.preventDefault();
    const code = typed.trim();
    typed = "";
    view.typed("");
    if (code !== "") void scanned(code);
    else if (event.key === "Enter" && now - lastKey > SCANNER_TAIL_MS) acknowledge();
    lastKey = now;
  } else if (event.key.length === 1) {
    event.preventDefault();
    typed = (typed + event.key).slice(-80);
    view.typed(typed);
    lastKey = now;
  }
}, { capture: true });

addEventListener("online", () => work());
view.place(place);
open(target, -1);
ready();
work();
