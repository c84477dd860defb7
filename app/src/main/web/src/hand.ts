// Loading by hand: boxes are dragged or moved by keys, the server says at once what each move breaks, and keeps only what breaks nothing.
import type { Box, ContainerPlan } from "./data";
import { at, dropped, firstFree, snapped, turned, type At, type Inside } from "./stow";

interface Told { rule: string; text: string; bag: string; value: string; maybe: string }
interface Bar { name: string; value: string; from: number; at: number; to: number; within: boolean }
interface Answer { boxes: At[]; bars: Bar[]; findings: Told[]; leftOut: Told[]; mayGo: boolean; version: number }

const SVG = "http://www.w3.org/2000/svg";
const PAUSE_MS = 150;

function draw(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
}

class Hand {
  private boxes: At[];
  private readonly all = new Map<string, Box>();
  private readonly before: At[][] = [];
  private chosen = "";
  private bad = new Set<string>();
  private version: number;
  private asked = 0;
  private acting: Promise<void> = Promise.resolve();
  private timer: number | undefined;
  private readonly top: SVGSVGElement;
  private readonly side: SVGSVGElement;
  private readonly inside: Inside;

  constructor(private readonly host: HTMLElement, plan: ContainerPlan) {
    this.inside = plan.inside;
    this.version = plan.version;
    this.boxes = plan.boxes.map(at);
    for (const box of [...plan.boxes, ...plan.unplaced]) this.all.set(box.bag, box);
    this.top = host.querySelector("#hand-top") as SVGSVGElement;
    this.side = host.querySelector("#hand-side") as SVGSVGElement;
    this.top.setAttribute("viewBox", `-60 -60 ${this.inside[0] + 120} ${this.inside[1] + 120}`);
    this.side.setAttribute("viewBox", `-60 -60 ${this.inside[0] + 120} ${this.inside[2] + 120}`);
    // until the plan is here a press would be lost: the buttons wait for it
    host.querySelectorAll<HTMLButtonElement>("[data-do]").forEach((button) => {
      button.addEventListener("click", () => this.queue(button.dataset["do"] ?? ""));
      button.disabled = false;
    });
    host.addEventListener("keydown", (event) => this.key(event));
    this.show();
  }

  private word(key: string): string {
    return this.host.dataset[key] ?? "";
  }

  /** Changes the load; the state before can be taken back. */
  private set(boxes: At[]): void {
    this.before.push(this.boxes);
    this.boxes = boxes;
    this.show();
    this.say(this.word("unsaved"), "warn");
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.judge(), PAUSE_MS);
  }

  private others(bag: string): At[] {
    return this.boxes.filter((b) => b.bag !== bag);
  }

  private put(box: At): void {
    this.set([...this.others(box.bag), dropped(box, this.others(box.bag))]);
  }

  private async post(what: string): Promise<Answer> {
    const token = document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
    const response = await fetch(`${this.word("at")}/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": token },
      body: JSON.stringify({ version: this.version, boxes: this.boxes }),
    });
    if (!response.ok || response.redirected) throw new Error(`${what} answered ${response.status}`);
    return (await response.json()) as Answer;
  }

  private async judge(): Promise<void> {
    const mine = ++this.asked;
    try {
      const answer = await this.post("try");
      if (mine === this.asked) this.tell(answer);
    } catch {
      this.say(this.word("failed"), "bad");
    }
  }

  /** One after the other: who fills and saves at once saves what was filled. */
  private queue(what: string): void {
    this.acting = this.acting.then(() => this.act(what));
  }

  private async act(what: string): Promise<void> {
    if (what === "clear") return this.set([]);
    if (what === "back") return this.back();
    try {
      const answer = await this.post(what);
      if (answer.version > 0) return location.reload();
      if (what === "fill") this.set(answer.boxes);
      this.tell(answer);
      if (what === "save" || what === "undo") this.say(this.word("refused"), "bad");
    } catch {
      this.say(this.word("failed"), "bad");
    }
  }

  private back(): void {
    const last = this.before.pop();
    if (!last) return;
    this.boxes = last;
    this.show();
    void this.judge();
  }

  private say(text: string, how: string): void {
    const state = this.host.querySelector("#hand-state");
    if (state) {
      state.textContent = text;
      state.className = `mark ${how}`;
    }
  }

  private tell(answer: Answer): void {
    this.bad = new Set(answer.findings.map((f) => f.bag).filter((bag) => bag));
    const lines = [...answer.findings, ...answer.leftOut].slice(0, 40).map((f) => {
      const line = document.createElement("li");
      line.textContent = `${f.text} ${f.bag} · ${f.value} · ${f.maybe}`;
      return line;
    });
    if (!lines.length) {
      const fine = document.createElement("li");
      fine.textContent = this.word("fine");
      lines.push(fine);
    }
    this.host.querySelector("#hand-findings")?.replaceChildren(...lines);
    answer.bars.forEach((bar) => this.bar(bar));
    this.show();
  }

  private bar(bar: Bar): void {
    const row = document.querySelector(`#bars dd[data-bar="${bar.name}"]`);
    const fill = row?.querySelector(".fill");
    if (!row || !fill) return;
    const mark = bar.name === "along" || bar.name === "across";
    fill.setAttribute("x", String(mark ? bar.at - 1 : 0));
    fill.setAttribute("width", String(mark ? 2 : bar.at));
    fill.setAttribute("class", `fill ${bar.within ? "ok" : "bad"}`);
    const value = row.querySelector("span");
    if (value) value.textContent = bar.value;
  }

  private show(): void {
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.["hand"];
    const low = [...this.boxes].sort((a, b) => a.at[2] + a.size[2] - b.at[2] - b.size[2]);
    this.top.replaceChildren(draw("rect", { class: "shell", width: this.inside[0], height: this.inside[1] }), ...low.map((box) => this.shape(box)));
    const near = [...this.boxes].sort((a, b) => a.at[1] - b.at[1]);
    this.side.replaceChildren(
      draw("rect", { class: "shell", width: this.inside[0], height: this.inside[2] }),
      ...near.map((b) => draw("rect", { class: this.look(b.bag), x: b.at[0], y: this.inside[2] - b.at[2] - b.size[2], width: b.size[0], height: b.size[2] })),
    );
    this.tray();
    if (focused) this.host.querySelector<HTMLElement>(`[data-hand="${CSS.escape(focused)}"]`)?.focus();
  }

  private look(bag: string): string {
    return `box${this.bad.has(bag) ? " bad" : ""}${bag === this.chosen ? " chosen" : ""}`;
  }

  private shape(box: At): SVGElement {
    const group = draw("g", { class: this.look(box.bag), tabindex: 0, "data-hand": box.bag, role: "button", "aria-label": `${box.bag.slice(-5)} (${box.bag})` });
    group.append(
      draw("rect", { x: box.at[0], y: box.at[1], width: box.size[0], height: box.size[1] }),
      draw("text", { x: box.at[0] + box.size[0] / 2, y: box.at[1] + box.size[1] / 2 + 45 }, box.bag.slice(-5)),
    );
    group.addEventListener("pointerdown", (event) => this.drag(event as PointerEvent, box, group));
    group.addEventListener("focus", () => { this.chosen = box.bag; });
    return group;
  }

  private drag(event: PointerEvent, box: At, group: SVGElement): void {
    const scale = 1 / (this.top.getScreenCTM()?.a ?? 1);
    const from = { x: event.clientX, y: event.clientY };
    this.chosen = box.bag;
    let now: At | undefined;
    const move = (e: PointerEvent): void => {
      const wish: At = { ...box, at: [box.at[0] + (e.clientX - from.x) * scale, box.at[1] + (e.clientY - from.y) * scale, box.at[2]] };
      now = snapped(wish, this.others(box.bag), this.inside);
      group.setAttribute("transform", `translate(${now.at[0] - box.at[0]} ${now.at[1] - box.at[1]})`);
    };
    const end = (): void => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      if (now) this.put(now);
      else group.focus();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    event.preventDefault();
  }

  private tray(): void {
    const placed = new Set(this.boxes.map((b) => b.bag));
    const free = [...this.all.values()].filter((b) => !placed.has(b.bag));
    const buttons = free.map((box) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset["hand"] = box.bag;
      button.textContent = `${box.bag.slice(-5)} · ${box.grossKg.toFixed(1)} kg · ${box.size.join("×")}`;
      button.addEventListener("click", () => this.enter(box));
      return button;
    });
    this.host.querySelector("#hand-tray")?.replaceChildren(...(buttons.length ? buttons : [this.word("all")]));
  }

  private enter(box: Box): void {
    const one = at(box);
    const place = firstFree(one, this.boxes, this.inside) ?? firstFree(turned(one), this.boxes, this.inside);
    this.chosen = box.bag;
    this.put(place ?? { ...one, at: [0, 0, 0] });
  }

  private key(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key === "z") {
      event.preventDefault();
      return this.back();
    }
    const bag = (event.target as HTMLElement).closest<HTMLElement>("g[data-hand]")?.dataset["hand"] ?? (event.target as SVGElement).getAttribute?.("data-hand") ?? "";
    const box = this.boxes.find((b) => b.bag === bag);
    if (!box) return;
    const by = event.shiftKey ? 10 : 50;
    const steps: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
    const step = steps[event.key];
    const within = (i: 0 | 1, wish: number): number => Math.max(0, Math.min(this.inside[i] - box.size[i], wish));
    if (step) this.put({ ...box, at: [within(0, box.at[0] + step[0]), within(1, box.at[1] + step[1]), box.at[2]] });
    else if (event.key === "r" || event.key === "R") this.put(turned(box));
    else if (event.key === "Delete") this.set(this.others(bag));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Only where the page offers it: the container is open and the person may load. */
export function startHand(plan: ContainerPlan): void {
  const host = document.querySelector<HTMLElement>("#hand");
  if (host) new Hand(host, plan);
}
