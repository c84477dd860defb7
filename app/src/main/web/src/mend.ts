// Mending the rows of a file without a mouse: F8 goes to the next fault, and a form that is mended hands the focus on.
const forms = (): HTMLFormElement[] => [...document.querySelectorAll<HTMLFormElement>("form.mend")];
const faults = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("main [data-fault]")];
const cell = (of: HTMLFormElement): string => ["column", "was"].map((name) => new FormData(of).get(name)).join(" ");

function go(to: HTMLElement | null | undefined): boolean {
  to?.focus();
  if (to instanceof HTMLInputElement) to.select();
  to?.scrollIntoView({ block: "nearest" });
  return to != null;
}

/** From where the focus is, round the page; where no fault is left, to what comes next. */
function jump(back: boolean): boolean {
  const all = faults();
  const here = document.activeElement;
  const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const beyond = here && here !== document.body ? all.filter((f) => here.compareDocumentPosition(f) & side) : [];
  const next = back ? (beyond.at(-1) ?? all.at(-1)) : (beyond[0] ?? all[0]);
  return go(next ?? document.querySelector<HTMLElement>("#again, #take"));
}

/** The forms that are gone with this one: all of the same cell where it is mended everywhere. */
function gone(form: HTMLFormElement): HTMLFormElement[] {
  const everywhere = new FormData(form).get("everywhere") !== null;
  return everywhere ? forms().filter((other) => cell(other) === cell(form)) : [form];
}

function after(form: HTMLFormElement, without: HTMLFormElement[]): HTMLElement | null {
  const all = forms();
  const at = all.indexOf(form);
  const next = [...all.slice(at + 1), ...all.slice(0, at)].find((other) => !without.includes(other));
  return next?.querySelector<HTMLElement>("[data-fault]") ?? document.querySelector<HTMLElement>("main a[rel=next], #again");
}

let waiting: HTMLElement | null = null;

// a cell that is mended everywhere is seen mended in every row of the page, and the trial shown there is an old one
document.addEventListener("htmx:beforeSwap", (event) => {
  const form = event.target instanceof HTMLFormElement && event.target.matches("form.mend") ? event.target : null;
  const { serverResponse, shouldSwap } = (event as CustomEvent<{ serverResponse: string; shouldSwap: boolean }>).detail;
  if (!form || !shouldSwap) return;
  document.querySelector("#stale")?.removeAttribute("hidden");
  document.querySelector("#again")?.classList.add("first");
  document.querySelector("#take")?.classList.remove("first");
  const without = gone(form);
  waiting = without.some((f) => f.contains(document.activeElement)) ? after(form, without) : null;
  for (const other of without) {
    if (other === form) continue;
    other.insertAdjacentHTML("beforebegin", serverResponse);
    other.remove();
  }
});

document.addEventListener("htmx:afterSwap", () => {
  if (waiting && document.activeElement === document.body) go(waiting);
  waiting = null;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "F8" && document.querySelector("[data-fault], form.mend, #again") && jump(event.shiftKey)) event.preventDefault();
});

// where the list of a select is closed, some browsers take Enter for nothing; here it tries the columns as in any other field
document.addEventListener("keydown", (event) => {
  const field = event.target instanceof HTMLSelectElement ? event.target : null;
  if (event.key !== "Enter" || !field?.form?.matches("form[data-enter]")) return;
  event.preventDefault();
  field.form.requestSubmit();
});
