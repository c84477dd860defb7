// A field with a list of offers under it: arrows, Enter and Escape, or the mouse. The server says what is offered; htmx puts it into the list.
const COMBO = "input[role=combobox]";
const GAP = 4;

const combo = (target: EventTarget | null): HTMLInputElement | null => (target instanceof HTMLInputElement && target.matches(COMBO) ? target : null);
const listOf = (field: HTMLInputElement): HTMLElement | null => document.getElementById(field.getAttribute("aria-controls") ?? "");
const options = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];
const isOpen = (field: HTMLInputElement): boolean => field.getAttribute("aria-expanded") === "true";

/** Asked for before the answer was there. */
let wanted: HTMLInputElement | null = null;

/** Boxes that scroll would cut it off, so it hangs on the window: under its field, or above where there is no room. */
function open(field: HTMLInputElement, list: HTMLElement): void {
  const at = field.getBoundingClientRect();
  list.hidden = false;
  const above = at.bottom + list.offsetHeight + GAP > innerHeight && at.top > list.offsetHeight;
  list.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - list.offsetWidth - GAP))}px`;
  list.style.top = `${above ? at.top - list.offsetHeight - GAP : at.bottom + GAP}px`;
  field.setAttribute("aria-expanded", "true");
}

function close(field: HTMLInputElement): void {
  wanted = null;
  const list = listOf(field);
  if (list) list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function point(field: HTMLInputElement, list: HTMLElement, step: number): void {
  const all = options(list);
  const now = all.findIndex((option) => option.id === field.getAttribute("aria-activedescendant"));
  const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : (now + step + all.length) % all.length;
  all.forEach((option, i) => option.setAttribute("aria-selected", String(i === next)));
  const chosen = all[next];
  if (!chosen) return;
  field.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function take(field: HTMLInputElement, option: HTMLElement): void {
  field.value = option.dataset["value"] ?? "";
  close(field);
}

function arrow(field: HTMLInputElement, list: HTMLElement, step: number): void {
  if (options(list).length === 0) {
    wanted = field;
    field.dispatchEvent(new Event("offers"));
    return;
  }
  if (!isOpen(field)) open(field, list);
  point(field, list, step);
}

function key(field: HTMLInputElement, list: HTMLElement, name: string): boolean {
  const active = document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
  if (name === "ArrowDown" || name === "ArrowUp") {
    arrow(field, list, name === "ArrowDown" ? 1 : -1);
    return true;
  }
  if (!isOpen(field)) return false;
  if (name === "Enter" && active) take(field, active);
  else if (name === "Escape") close(field);
  else return false;
  return true;
}

document.addEventListener("keydown", (event) => {
  const field = combo(event.target);
  const list = field && listOf(field);
  if (!field || !list || event.isComposing || event.ctrlKey || event.metaKey) return;
  if (key(field, list, event.key)) event.preventDefault();
});

document.addEventListener("input", (event) => {
  const field = combo(event.target);
  if (field) wanted = field;
});

document.addEventListener("htmx:afterSwap", (event) => {
  const list = event.target instanceof HTMLElement && event.target.matches("[role=listbox]") ? event.target : null;
  const field = list && document.querySelector<HTMLInputElement>(`input[aria-controls="${list.id}"]`);
  if (!field || !list) return;
  options(list).forEach((option, i) => { option.id = `${list.id}-${i}`; });
  field.removeAttribute("aria-activedescendant");
  if (field !== wanted && !isOpen(field)) return;
  if (options(list).length > 0 && document.activeElement === field) open(field, list);
  else close(field);
});

document.addEventListener("mousedown", (event) => {
  const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=listbox] [role=option]") : null;
  const owner = option && document.querySelector<HTMLInputElement>(`input[aria-controls="${option.parentElement?.id}"]`);
  if (!option || !owner) return;
  event.preventDefault(); // the focus stays in the field
  take(owner, option);
});

document.addEventListener("click", (event) => {
  const field = combo(event.target);
  const list = field && listOf(field);
  if (field && list && options(list).length > 0) open(field, list);
});

document.addEventListener("focusout", (event) => {
  const field = combo(event.target);
  if (field) close(field);
});

// a list that hangs on the window does not move with its field
document.addEventListener("scroll", (event) => {
  const field = combo(document.activeElement);
  if (field && isOpen(field) && !(event.target instanceof Element && event.target.matches("[role=listbox]"))) close(field);
}, true);

// a field that has the focus from the first is asked for too: it had it before anybody listened
addEventListener("load", () => combo(document.activeElement)?.dispatchEvent(new Event("offers")));
