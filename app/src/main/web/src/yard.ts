// The board: a bar is moved by pointer or keys; the move form is filled in and tried by the server. Without script the form does the same.

const ROW = 18;
const STEP_S = 300;

interface Grip {
  bar: SVGGElement;
  startX: number;
  startY: number;
  seconds: number;
  rows: number;
}

let grip: Grip | null = null;

function chart(bar: Element): SVGSVGElement | null {
  return bar.closest("svg");
}

/** Drawing units of a second, and pixels of a drawing unit. */
function scale(svg: SVGSVGElement): { perSecond: number; pixel: number } {
  return { perSecond: Number(svg.dataset["perHour"]) / 3600, pixel: svg.getBoundingClientRect().width / 1160 };
}

/** The units of the bar's resource from top to bottom, and where the bar is among them. */
function units(bar: SVGGElement): { all: number[]; at: number } {
  const rect = bar.querySelector("rect");
  const y = Number(rect?.getAttribute("y"));
  const rows = [...(chart(bar)?.querySelectorAll<SVGGElement>("g.row") ?? [])];
  const own = rows.find((row) => Number(row.dataset["y"]) <= y && y < Number(row.dataset["y"]) + ROW);
  const all = rows.filter((row) => row.dataset["resource"] === own?.dataset["resource"]);
  return { all: all.map((row) => Number(row.dataset["unit"])), at: all.findIndex((row) => row === own) };
}

function show(g: Grip): void {
  const svg = chart(g.bar);
  if (!svg) return;
  const { all, at } = units(g.bar);
  g.rows = Math.min(all.length - 1 - at, Math.max(-at, g.rows));
  g.bar.classList.add("dragged");
  const dx = g.seconds * scale(svg).perSecond;
  g.bar.setAttribute("transform", `translate(${dx} ${g.rows * ROW})`);
  g.bar.classList.toggle("clash", clashes(svg, g.bar, dx, g.rows * ROW));
}

function number(element: Element | null, name: string): number {
  return Number(element?.getAttribute(name));
}

/** Whether the bar would lie before now, or over a closure or another train: seen while it is dragged; the server judges the whole plan when it is dropped. */
function clashes(svg: SVGSVGElement, bar: SVGGElement, dx: number, dy: number): boolean {
  const own = bar.querySelector("rect");
  const left = number(own, "x") + dx;
  const right = left + number(own, "width");
  const middle = number(own, "y") + number(own, "height") / 2 + dy;
  const now = svg.querySelector("g.now line");
  if (now && left < number(now, "x1") - 0.5) return true;
  return [...svg.querySelectorAll<SVGGElement>("g.shape:not(.plan)")].some((shape) => {
    const rect = shape.querySelector("rect");
    const top = number(rect, "y");
    return (
      shape.dataset["train"] !== bar.dataset["train"] &&
      top <= middle && middle <= top + number(rect, "height") &&
      number(rect, "x") < right - 0.5 && left + 0.5 < number(rect, "x") + number(rect, "width")
    );
  });
}

function drop(g: Grip): void {
  g.bar.classList.remove("dragged", "clash");
  g.bar.removeAttribute("transform");
}

/** Local time of the station, as the field has it: the field's present value is the board's present, given in the same zone. */
function local(epoch: number, field: HTMLInputElement, now: number): string {
  const shown = Date.parse(`${field.defaultValue}Z`) / 1000;
  return new Date((epoch - now + shown) * 1000).toISOString().slice(0, 16);
}

/** Fills in the move form and lets the server try. */
function attempt(g: Grip): void {
  const form = document.querySelector<HTMLFormElement>("form#move");
  const svg = chart(g.bar);
  const { all, at } = units(g.bar);
  if (!form || !svg) return;
  const field = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;
  field("train").value = g.bar.dataset["train"] ?? "";
  field("stage").value = g.bar.dataset["stage"] ?? "";
  field("unit").value = String(all[at + g.rows]);
  field("from").value = local(Number(g.bar.dataset["begin"]) + g.seconds, field("from"), Number(svg.dataset["now"]));
  form.requestSubmit();
}

document.addEventListener("pointerdown", (event) => {
  const bar = event.target instanceof Element ? event.target.closest<SVGGElement>("g.movable") : null;
  if (!bar || event.button !== 0) return;
  event.preventDefault();
  bar.focus();
  grip = { bar, startX: event.clientX, startY: event.clientY, seconds: 0, rows: 0 };
});

document.addEventListener("pointermove", (event) => {
  const svg = grip && chart(grip.bar);
  if (!grip || !svg) return;
  const { perSecond, pixel } = scale(svg);
  grip.seconds = Math.round((event.clientX - grip.startX) / pixel / perSecond / STEP_S) * STEP_S;
  grip.rows = Math.round((event.clientY - grip.startY) / pixel / ROW);
  show(grip);
});

document.addEventListener("pointerup", () => {
  if (!grip) return;
  const g = grip;
  if (g.seconds !== 0 || g.rows !== 0) {
    attempt(g);
  }
  drop(g);
  grip = null;
});

const MOVES: Record<string, [number, number]> = { ArrowLeft: [-STEP_S, 0], ArrowRight: [STEP_S, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.addEventListener("keydown", (event) => {
  const bar = document.activeElement instanceof SVGGElement && document.activeElement.classList.contains("movable") ? document.activeElement : null;
  if (!bar) return;
  const move = MOVES[event.key];
  if (move) {
    grip = grip?.bar === bar ? grip : { bar, startX: 0, startY: 0, seconds: 0, rows: 0 };
    grip.seconds += move[0] * (event.shiftKey ? 12 : 1);
    grip.rows += move[1];
    show(grip);
  } else if (event.key === "Enter" && grip?.bar === bar) {
    attempt(grip);
  } else if (event.key === "Escape" && grip?.bar === bar) {
    drop(grip);
    grip = null;
  } else {
    return;
  }
  event.preventDefault();
});

// the live board waits while somebody holds a bar
document.addEventListener("htmx:beforeRequest", (event) => {
  if (grip) event.preventDefault();
});

// a part that somebody reads or is about to press is not taken away from under the hand
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const target = event.target;
  if (target instanceof Element && (target.querySelector("details[open]") || target.contains(document.activeElement))) {
    event.preventDefault();
  }
});
