// The corridor with the trains on it. Land comes from a file of our own; no tile server, and no political borders.
import { Map as MapView, Marker, NavigationControl, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import { feature } from "topojson-client";
import { fetchJson, type Corridor, type LegShape, type Node, type TrainOnMap } from "./data";

const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const INK = dark
  ? { sea: "#16202b", land: "#222d38", r1435: "#5aa9f0", r1520: "#e8925a", road: "#8b98a5", train: "#ffd166" }
  : { sea: "#dfe9f1", land: "#f7f5ef", r1435: "#1f6fb5", r1520: "#b8501b", road: "#7b8794", train: "#0a6b52" };

function style(land: GeoJSON.GeoJSON, legs: GeoJSON.GeoJSON): StyleSpecification {
  const line = (id: string, filter: unknown[], color: string, dash?: number[]) => ({
    id, type: "line" as const, source: "legs", filter: filter as never,
    layout: { "line-cap": "round" as const, "line-join": "round" as const },
    paint: { "line-color": color, "line-width": 2.5, ...(dash ? { "line-dasharray": dash } : {}) },
  });
  return {
    version: 8,
    sources: { land: { type: "geojson", data: land }, legs: { type: "geojson", data: legs } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": INK.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": INK.land } },
      line("other", ["!=", ["get", "mode"], "rail"], INK.road, [1.5, 1.8]),
      line("rail1520", ["all", ["==", ["get", "mode"], "rail"], ["==", ["get", "gauge"], 1520]], INK.r1520),
      line("rail1435", ["all", ["==", ["get", "mode"], "rail"], ["==", ["get", "gauge"], 1435]], INK.r1435),
    ],
  };
}

function lines(legs: LegShape[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: legs.map((leg) => ({
      type: "Feature",
      properties: { mode: leg.mode, gauge: leg.gauge },
      geometry: { type: "LineString", coordinates: leg.points },
    })),
  };
}

function nodeMarker(node: Node): HTMLElement {
  const dot = document.createElement("div");
  dot.className = `node ${node.kind}${node.shown ? " shown" : ""}`;
  const text = document.createElement("span");
  text.textContent = node.shown ? node.name : "";
  dot.title = `${node.id} ${node.name}`;
  dot.append(text);
  return dot;
}

function trainMarker(train: TrainOnMap): HTMLElement {
  const link = document.createElement("a");
  link.className = `train ${train.state}`;
  link.href = `/trains/${encodeURIComponent(train.no)}`;
  link.textContent = train.no;
  link.title = train.label;
  return link;
}

/** Trains at one place stand in a row under each other instead of on top of each other. */
function offsets(trains: TrainOnMap[]): Map<string, number> {
  const seen = new Map<string, number>();
  const result = new Map<string, number>();
  for (const train of trains) {
    const place = `${Math.round(train.lon / 2)},${Math.round(train.lat / 2)}`;
    const nth = seen.get(place) ?? 0;
    seen.set(place, nth + 1);
    result.set(train.no, nth);
  }
  return result;
}

async function show(box: HTMLElement): Promise<void> {
  setWorkerUrl("/assets/map-worker.js");
  const [topology, corridor] = await Promise.all([
    fetchJson<Parameters<typeof feature>[0]>("/assets/land.json"),
    fetchJson<Corridor>("/map/corridor.json"),
  ]);
  const land = feature(topology, topology.objects["land"]!) as GeoJSON.GeoJSON;
  const map = new MapView({
    container: box,
    style: style(land, lines(corridor.legs)),
    bounds: [[16, 36.5], [92, 57]],
    fitBoundsOptions: { padding: 24 },
    maxBounds: [[-15, 18], [125, 72]],
    attributionControl: { customAttribution: "Natural Earth" },
    dragRotate: false,
    pitchWithRotate: false,
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  corridor.nodes.forEach((node) => new Marker({ element: nodeMarker(node) }).setLngLat([node.lon, node.lat]).addTo(map));
  const shift = offsets(corridor.trains);
  corridor.trains.forEach((train) =>
    new Marker({ element: trainMarker(train), anchor: "left", offset: [8, 18 * (shift.get(train.no) ?? 0) + 14] })
      .setLngLat([train.lon, train.lat])
      .addTo(map));
  map.once("idle", () => { box.dataset["ready"] = "yes"; });
}

const box = document.querySelector<HTMLElement>("#map");
if (box) {
  show(box).catch((problem: unknown) => {
    box.textContent = box.dataset["failed"] ?? "";
    console.error(problem);
  });
}
