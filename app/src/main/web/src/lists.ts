// Lists: ticking rows for an act on many, and choosing columns. Pages work without it: every column is shown, and boxes are ticked by hand.

function ticks(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>("td.tick input")];
}

/** The number of ticked rows stands on the menu of acts. */
function count(): void {
  const shown = document.querySelector<HTMLElement>("#ticked");
  if (!shown) return;
  const ticked = ticks().filter((box) => box.checked).length;
  shown.textContent = String(ticked);
  shown.hidden = ticked === 0;
  const all = document.querySelector<HTMLInputElement>("[data-ticks=all]");
  if (all) all.indeterminate = ticked > 0 && ticked < ticks().length;
}

/** Ticks the row under the marker; whether there was one. */
export function tickMarked(): boolean {
  const box = document.querySelector<HTMLInputElement>("tr.marked td.tick input");
  if (!box) return false;
  box.checked = !box.checked;
  count();
  return true;
}

/** Opens the menu of acts; whether there is one. */
export function openActs(): boolean {
  const menu = document.querySelector<HTMLDetailsElement>("#bulkmenu");
  if (!menu) return false;
  menu.open = true;
  menu.querySelector<HTMLElement>("select")?.focus();
  return true;
}

function key(table: HTMLTableElement): string {
  return `columns.${table.dataset["list"] ?? ""}`;
}

function hiddenOf(table: HTMLTableElement): Set<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(key(table)) ?? "[]") as string[]);
  } catch {
    return new Set();
  }
}

function apply(table: HTMLTableElement, hidden: Set<string>): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  heads.forEach((head, i) => {
    const gone = hidden.has(head.dataset["col"] ?? "");
    for (const row of table.rows) {
      const cell = row.cells[i];
      if (cell) cell.hidden = gone;
    }
  });
}

function chooser(table: HTMLTableElement, words: string): HTMLDetailsElement {
  const menu = document.createElement("details");
  menu.className = "menu columns";
  const summary = document.createElement("summary");
  summary.textContent = words;
  const box = document.createElement("div");
  box.className = "card";
  const hidden = hiddenOf(table);
  for (const head of table.tHead?.rows[0]?.cells ?? []) {
    if (head.dataset["fixed"] !== undefined || !head.dataset["col"]) continue;
    const name = head.dataset["col"];
    const label = document.createElement("label");
    const tick = document.createElement("input");
    tick.type = "checkbox";
    tick.checked = !hidden.has(name);
    tick.addEventListener("change", () => {
      tick.checked ? hidden.delete(name) : hidden.add(name);
      localStorage.setItem(key(table), JSON.stringify([...hidden]));
      apply(table, hidden);
    });
    label.append(tick, ` ${head.textContent ?? ""}`);
    box.append(label);
  }
  menu.append(summary, box);
  return menu;
}

/** The corner of the head where things of the whole list stand. */
function tools(): Element | null {
  const head = document.querySelector(".head");
  const there = head?.querySelector(".tools");
  if (!head || there) return there ?? null;
  const made = document.createElement("div");
  made.className = "tools";
  head.append(made);
  return made;
}

/** Columns are known by their place in the template, so that a choice outlives a change of language. */
function columns(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table.list[data-list]")) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    heads.filter((head) => !head.classList.contains("tick")).forEach((head, i) => { head.dataset["col"] = `c${i}`; });
    tools()?.append(chooser(table, table.dataset["columns"] ?? "Columns"));
    apply(table, hiddenOf(table));
  }
}

document.addEventListener("change", (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement)) return;
  if (box.dataset["ticks"] === "all") ticks().forEach((tick) => { tick.checked = box.checked; });
  if (box.closest(".tick")) count();
});

// a menu closes when something outside of it is pressed, and by Escape
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelectorAll<HTMLDetailsElement>("details.menu[open]").forEach((menu) => { menu.open = false; });
});

columns();
count();
