// Keyboard and small comforts of every page. Pages work without it.
import { openActs, tickMarked } from "./lists";
import "./mend";
import "./offers";

/** The clock in the head goes on while a page stays open; an emulated world's clock is told by the server and stands. */
function tick(): void {
  const clock = document.querySelector<HTMLElement>(".clock[data-now]");
  const shown = clock?.querySelector("b");
  if (!clock || !shown) return;
  const begun = Number(clock.dataset["now"]) - performance.now();
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });
  setInterval(() => { shown.textContent = format.format(begun + performance.now()); }, 5_000);
}

let waitingForRoom = false;

function typing(target: EventTarget | null): boolean {
  // a box that was just ticked by mouse has the focus, and takes no letters
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit|file)$/.test(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}

function rows(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>("main table.list tbody tr")];
}

/** Moves the marked row by `step`, and the focus to the link in it, so that Enter opens it. */
function mark(step: number): void {
  const all = rows();
  if (all.length === 0) return;
  const now = all.findIndex((row) => row.classList.contains("marked"));
  const next = Math.min(all.length - 1, Math.max(0, now < 0 ? 0 : now + step));
  all.forEach((row, i) => row.classList.toggle("marked", i === next));
  const row = all[next];
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector<HTMLAnchorElement>("a")?.focus({ preventScroll: true });
}

function help(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#keys");
  if (dialog?.open) dialog.close();
  else dialog?.showModal();
}

function goTo(key: string): boolean {
  waitingForRoom = false;
  const room = [...document.querySelectorAll<HTMLAnchorElement>("nav.rail a.to")].find((link) => link.querySelector("kbd")?.textContent === `g ${key}`);
  if (!room) return false;
  location.assign(room.href);
  return true;
}

function command(key: string): boolean {
  if (waitingForRoom) return goTo(key);
  switch (key) {
    case "/": document.querySelector<HTMLInputElement>("#omnibox")?.focus(); return true;
    case "?": help(); return true;
    case "j": mark(1); return true;
    case "k": mark(-1); return true;
    case "x": return tickMarked();
    case "b": return openActs();
    case "n": document.querySelector<HTMLAnchorElement>("a[rel=next]")?.click(); return true;
    case "g":
      waitingForRoom = true;
      setTimeout(() => { waitingForRoom = false; }, 1500);
      return true;
    default: return false;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) {
    (event.target as HTMLElement).blur();
    return;
  }
  if (typing(event.target)) return;
  if (command(event.key)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-opens=keys]")) help();
});

// a select in a filter form applies at once; without script there is the button
document.addEventListener("change", (event) => {
  if (event.target instanceof HTMLSelectElement && event.target.form?.dataset["apply"] === "at-once") event.target.form.requestSubmit();
});

// a file that is dropped on a form with a zone is put into its file field
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target instanceof Element ? event.target.closest("form[data-drop]")?.querySelector(".zone") : null;
    if (!zone || !(event instanceof DragEvent)) return;
    event.preventDefault();
    zone.classList.toggle("over", kind === "dragover");
    const field = zone.querySelector<HTMLInputElement>("input[type=file]");
    if (kind !== "drop" || !field || !event.dataTransfer?.files.length) return;
    field.files = event.dataTransfer.files;
    field.form?.requestSubmit();
  });
}

/** A box that scrolls is reached by the tab key too, so that the arrows move it; htmx and scripts put new ones on the page. */
function reachable(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".scroll")) {
    const scrolls = box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth;
    if (scrolls !== (box.tabIndex === 0)) scrolls ? (box.tabIndex = 0) : box.removeAttribute("tabindex");
  }
}

// a browser tells of an open popover by itself, but not every reading aid asks it
document.querySelector("#rooms")?.addEventListener("toggle", (event) => {
  document.querySelector("nav.rail .opens")?.setAttribute("aria-expanded", String((event as ToggleEvent).newState === "open"));
});

new MutationObserver(reachable).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", reachable);
document.addEventListener("toggle", reachable, true);
reachable();
tick();
