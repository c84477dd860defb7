// A container from outside with its bags in the order they were put in.
import {
  AmbientLight, BoxGeometry, Color, DirectionalLight, EdgesGeometry, InstancedMesh, LineBasicMaterial, LineSegments, Matrix4, Mesh,
  MeshBasicMaterial, MeshLambertMaterial, PerspectiveCamera, Raycaster, Scene, SphereGeometry, Vector2, Vector3, WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { fetchJson, type Box, type ContainerPlan } from "./data";
import { startHand } from "./hand";

// told apart by people who see colours differently (Okabe and Ito)
const HUES = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"];
const LIGHT = new Color("#fde9c4");
const HEAVY = new Color("#8c2d04");

const bySize = (mm: number): number => mm / 1000;

/** A bag is drawn a little smaller, by the same for all, so that neighbours are told apart. */
const apart = (size: number): number => Math.max(size - 0.02, size / 2);

/** Height is y on the screen and z in the plan. */
function centre(box: Box): Vector3 {
  return new Vector3(bySize(box.at[0] + box.size[0] / 2), bySize(box.at[2] + box.size[2] / 2), bySize(box.at[1] + box.size[1] / 2));
}

export function centreOfGravity(boxes: Box[]): Vector3 {
  const sum = new Vector3();
  let mass = 0;
  for (const box of boxes) {
    sum.addScaledVector(centre(box), box.grossKg);
    mass += box.grossKg;
  }
  return mass > 0 ? sum.divideScalar(mass) : sum;
}

/** What a box is told apart by; many values share six colours and "several" is one of them. */
function shade(box: Box, by: string, several: string): string {
  if (by === "regime") return box.regime;
  if (by === "consignee") return box.consignee || several;
  return box.hub;
}

function colours(plan: ContainerPlan, by: string, several: string): { each: Color[]; legend: Map<string, string> } {
  const legend = new Map<string, string>();
  if (by === "weight") {
    const heaviest = Math.max(1, ...plan.boxes.map((box) => box.grossKg));
    legend.set("0 kg", `#${LIGHT.getHexString()}`).set(`${heaviest.toFixed(1)} kg`, `#${HEAVY.getHexString()}`);
    return { each: plan.boxes.map((box) => LIGHT.clone().lerp(HEAVY, box.grossKg / heaviest)), legend };
  }
  const values = [...new Set(plan.boxes.map((box) => shade(box, by, several)))].sort();
  values.forEach((value, i) => legend.set(value, HUES[i % HUES.length] ?? "#888888"));
  return { each: plan.boxes.map((box) => new Color(legend.get(shade(box, by, several)))), legend };
}

/** Drawn as pictures, since the content policy allows no styles of elements. */
function showLegend(legend: Map<string, string>): void {
  const entries = [...legend].slice(0, 12).flatMap(([name, colour]) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "swatch");
    svg.setAttribute("viewBox", "0 0 1 1");
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [key, value] of [["width", "1"], ["height", "1"], ["fill", colour]] as const) rect.setAttribute(key, value);
    svg.append(rect);
    return [svg, ` ${name}   `];
  });
  document.querySelector("#legend")?.replaceChildren(...entries, legend.size > 12 ? "…" : "");
}

class ContainerView {
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(38, 1, 0.1, 100);
  private readonly renderer: WebGLRenderer;
  private readonly bags: InstancedMesh;
  private readonly gravity = new Mesh(new SphereGeometry(0.11), new MeshBasicMaterial({ color: "#d00000", depthTest: false }));
  private readonly controls: OrbitControls;
  private step: number;

  constructor(private readonly host: HTMLElement, private readonly plan: ContainerPlan, private readonly said: HTMLElement | null) {
    this.renderer = new WebGLRenderer({ antialias: true, alpha: true });
    host.append(this.renderer.domElement);
    this.step = plan.boxes.length;
    this.bags = new InstancedMesh(new BoxGeometry(1, 1, 1), new MeshLambertMaterial(), Math.max(1, plan.boxes.length));
    this.gravity.renderOrder = 2;
    this.scene.add(new AmbientLight("#ffffff", 1.9), this.sun(), this.shell(), this.bags, this.gravity);
    this.controls = new OrbitControls(this.camera, this.renderer.domElement);
    this.look();
    this.paint("hub");
    this.show(this.step);
    this.controls.addEventListener("change", () => this.draw());
    new ResizeObserver(() => this.resize()).observe(host);
    this.renderer.domElement.addEventListener("click", (event) => this.pick(event));
  }

  private sun(): DirectionalLight {
    const sun = new DirectionalLight("#ffffff", 2.2);
    sun.position.set(-4, 9, 7);
    return sun;
  }

  private shell(): LineSegments {
    const [length, width, height] = this.plan.inside.map(bySize) as [number, number, number];
    const edges = new LineSegments(new EdgesGeometry(new BoxGeometry(length, height, width)), new LineBasicMaterial({ color: "#7b8794" }));
    edges.position.set(length / 2, height / 2, width / 2);
    return edges;
  }

  private look(): void {
    const [length, width, height] = this.plan.inside.map(bySize) as [number, number, number];
    this.controls.target.set(length / 2, height / 2, width / 2);
    // on a narrow screen the same view from further away
    const away = Math.max(1, 1.5 / (this.host.clientWidth / Math.max(1, this.host.clientHeight)));
    const from = new Vector3(length * 0.32, height * 2.3, width / 2 + length * 1.08);
    this.camera.position.copy(from.sub(this.controls.target).multiplyScalar(away).add(this.controls.target));
    this.controls.update();
  }

  paint(by: string): void {
    const { each, legend } = colours(this.plan, by, this.host.dataset["several"] ?? "");
    each.forEach((colour, i) => this.bags.setColorAt(i, colour));
    showLegend(legend);
    if (this.bags.instanceColor) this.bags.instanceColor.needsUpdate = true;
    this.draw();
  }

  /** Shows the container as it is after `step` bags. */
  show(step: number): void {
    this.step = step;
    this.plan.boxes.forEach((box, i) => {
      const c = centre(box);
      const s = box.size.map((mm) => i < step ? apart(bySize(mm)) : 0) as [number, number, number];
      this.bags.setMatrixAt(i, new Matrix4().makeScale(s[0], s[2], s[1]).setPosition(c));
    });
    this.bags.instanceMatrix.needsUpdate = true;
    this.bags.computeBoundingSphere();
    this.gravity.position.copy(centreOfGravity(this.plan.boxes.slice(0, step)));
    this.gravity.visible = step > 0;
    this.draw();
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    this.renderer.setPixelRatio(Math.min(2, devicePixelRatio));
    this.renderer.setSize(width, height);
    this.camera.aspect = width / Math.max(1, height);
    this.camera.updateProjectionMatrix();
    this.draw();
    this.host.dataset["ready"] = "yes";
  }

  private draw(): void {
    this.renderer.render(this.scene, this.camera);
  }

  private pick(event: MouseEvent): void {
    const area = this.renderer.domElement.getBoundingClientRect();
    const at = new Vector2(((event.clientX - area.left) / area.width) * 2 - 1, 1 - ((event.clientY - area.top) / area.height) * 2);
    const ray = new Raycaster();
    ray.setFromCamera(at, this.camera);
    const hit = ray.intersectObject(this.bags).find((h) => h.instanceId !== undefined && h.instanceId < this.step);
    const box = hit?.instanceId === undefined ? undefined : this.plan.boxes[hit.instanceId];
    if (box) this.tell(box);
  }

  /** Marks the bag's row in the loading list beside the view, which links to its parcels. */
  tell(box: Box): void {
    document.querySelectorAll("tr.marked").forEach((row) => row.classList.remove("marked"));
    const row = document.querySelector(`tr[data-bag="${CSS.escape(box.bag)}"]`);
    row?.classList.add("marked");
    row?.scrollIntoView({ block: "nearest" });
    if (this.said) {
      this.said.replaceChildren();
      const link = document.createElement("a");
      link.href = `/orders?bag=${encodeURIComponent(box.bag)}`;
      link.textContent = box.bag;
      this.said.append(`#${box.seq} · `, link, ` · ${box.grossKg.toFixed(1)} kg · ${box.hub} · ${box.parcels}`);
    }
  }
}

async function start(host: HTMLElement): Promise<void> {
  const plan = await fetchJson<ContainerPlan>(host.dataset["plan"] ?? "");
  const view = new ContainerView(host, plan, document.querySelector("#picked"));
  const slider = document.querySelector<HTMLInputElement>("#step");
  const counter = document.querySelector<HTMLOutputElement>("#step-now");
  slider?.addEventListener("input", () => {
    view.show(slider.valueAsNumber);
    if (counter) counter.value = slider.value;
  });
  document.querySelector<HTMLSelectElement>("#colour-by")?.addEventListener("change", (event) => view.paint((event.target as HTMLSelectElement).value));
  document.querySelectorAll<HTMLElement>("tr[data-bag]").forEach((row) => {
    const tell = (): void => {
      const box = plan.boxes.find((b) => b.bag === row.dataset["bag"]);
      if (box) view.tell(box);
    };
    row.addEventListener("click", tell);
    row.addEventListener("keydown", (event) => { if (event.key === "Enter") tell(); });
  });
  startHand(plan);
}

const host = document.querySelector<HTMLElement>("#container-view");
if (host) {
  start(host).catch((problem: unknown) => {
    host.textContent = host.dataset["failed"] ?? "";
    console.error(problem);
  });
}
