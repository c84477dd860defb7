// What the person at the station sees.

export interface Said {
  id: string;
  scanId: number;
  severity: "OK" | "WARNING" | "ERROR";
  act: string;
  rule: string;
  title: string;
  value: string;
  todo: string;
  kind: string;
  subject: string;
  target: string;
  inside: number;
  label: string;
  printer: string;
}

const SHOWN = 14;
const CLASS = { OK: "ok", WARNING: "warn", ERROR: "bad" } as const;

function at(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(selector);
  return found;
}

function put(selector: string, text: string): void {
  at(selector).textContent = text;
}

export const panel = at("#panel");

export function word(name: string): string {
  return panel.getAttribute(`data-word-${name}`) ?? "";
}

export function show(state: "ready" | "ok" | "warn" | "bad", title: string, value = "", subject = "", todo = ""): void {
  panel.className = state;
  put("#panel .title", title);
  put("#panel .value", value);
  put("#panel .subject", subject === value ? "" : subject);
  put("#panel .todo", todo);
}

/** A refusal, and a parcel that is kept back though it was received, stand until somebody acknowledges them. */
export function alarms(said: Said): boolean {
  return said.severity === "ERROR" || said.rule === "BENCH-HELD" || said.rule === "BENCH-RETURNED";
}

export function say(said: Said, code: string, waitingErrors: number): void {
  show(alarms(said) ? "bad" : CLASS[said.severity], said.title, said.value, said.subject || code, said.todo);
  acknowledge(alarms(said), waitingErrors);
}

export function acknowledge(wanted: boolean, errors: number): void {
  at("#panel .ack").hidden = !wanted;
  put("#more", errors > 1 ? `1 / ${errors}` : "");
}

/** The panel flashes a frame: something was scanned while an error stood. */
export function again(): void {
  panel.classList.add("again");
  setTimeout(() => panel.classList.remove("again"), 400);
}

export function target(name: string, inside: number): void {
  put("#target .code", name || "–");
  const count = at("#target .count");
  count.hidden = inside < 0;
  put("#target .count b", String(Math.max(0, inside)));
}

export function listed(said: Said, code: string): void {
  const sum = document.querySelector(`[data-sum=${said.severity}]`);
  if (sum) sum.textContent = String(Number(sum.textContent) + 1);
  const line = document.createElement("li");
  line.className = said.severity;
  line.dataset["scan"] = String(said.scanId);
  const mark = document.createElement("b");
  mark.textContent = { OK: "✓", WARNING: "!", ERROR: "✕" }[said.severity];
  const what = document.createElement("span");
  what.className = "code";
  what.textContent = said.subject || code;
  const how = document.createElement("small");
  how.textContent = [said.title, said.value].filter(Boolean).join(" · ");
  line.append(mark, what, how);
  const list = at("#last ol");
  list.prepend(line);
  while (list.children.length > SHOWN) list.lastElementChild?.remove();
}

export function undone(scanId: number): void {
  document.querySelector(`#last li[data-scan="${scanId}"]`)?.classList.add("undone");
}

export function label(number: string): void {
  const section = at("#label");
  section.hidden = number === "";
  const image = section.querySelector("img");
  if (!image || number === "") return;
  image.alt = number;
  image.src = `/labels/${encodeURIComponent(number)}.svg`;
}

export function place(code: string): void {
  put("#place b", code || "–");
}

export function typed(text: string): void {
  put("#typed", text);
}

export function net(state: "on" | "off" | "out", waiting: number, foreign: number): void {
  const chip = at("#net");
  chip.dataset["state"] = state;
  chip.dataset["count"] = String(waiting);
  const said = chip.dataset[state] ?? "";
  const more = waiting > 0 ? ` · ${waiting} ${chip.dataset["waiting"] ?? ""}` : "";
  const others = foreign > 0 ? ` · ${foreign} ${chip.dataset["foreign"] ?? ""}` : "";
  chip.replaceChildren(Object.assign(document.createElement("b"), { textContent: said + more + others }));
}
