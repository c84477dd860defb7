// Land and lines under whatever a map shows. Land comes from a file of our own; no tile server, and no political borders.
import { Map as MapView, NavigationControl, setWorkerUrl, type LayerSpecification, type LngLatBoundsLike, type PaddingOptions } from "maplibre-gl";
import { feature } from "topojson-client";
import { fetchJson, type Shape } from "./data";

const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const INK = dark
  ? { sea: "#16202b", land: "#222d38", r1435: "#5aa9f0", r1520: "#e8925a", road: "#8b98a5" }
  : { sea: "#dfe9f1", land: "#f7f5ef", r1435: "#1f6fb5", r1520: "#b8501b", road: "#7b8794" };

/** The kinds of line of one source, each in its colour: rails by gauge, all else broken. */
export function strokes(source: string, width: number, opacity: number): LayerSpecification[] {
  const line = (id: string, filter: unknown[], color: string, dash?: number[]): LayerSpecification => ({
    id: `${source}-${id}`, type: "line", source, filter: filter as never,
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": color, "line-width": width, "line-opacity": opacity, ...(dash ? { "line-dasharray": dash } : {}) },
  });
  return [
    line("other", ["!=", ["get", "mode"], "rail"], INK.road, [1.5, 1.8]),
    line("rail1520", ["all", ["==", ["get", "mode"], "rail"], ["==", ["get", "gauge"], 1520]], INK.r1520),
    line("rail1435", ["all", ["==", ["get", "mode"], "rail"], ["==", ["get", "gauge"], 1435]], INK.r1435),
  ];
}

export function lines(shapes: Shape[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: shapes.map((shape) => ({
      type: "Feature",
      properties: { mode: shape.mode, gauge: shape.gauge },
      geometry: { type: "LineString", coordinates: shape.mode === "air" ? arcs(shape.points) : shape.points },
    })),
  };
}

function arcs(points: [number, number][]): [number, number][] {
  return points.slice(1).flatMap((to, i) => greatCircle(points[i]!, to));
}

/** The shortest way over the globe, as aircraft go about. */
function greatCircle(from: [number, number], to: [number, number]): [number, number][] {
  const rad = Math.PI / 180;
  const on = ([lon, lat]: [number, number]) =>
    [Math.cos(lat * rad) * Math.cos(lon * rad), Math.cos(lat * rad) * Math.sin(lon * rad), Math.sin(lat * rad)] as const;
  const a = on(from);
  const b = on(to);
  const angle = Math.acos(Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));
  if (angle < 1e-6) return [from, to];
  return Array.from({ length: 33 }, (_, i): [number, number] => {
    const [p, q] = [Math.sin((1 - i / 32) * angle) / Math.sin(angle), Math.sin((i / 32) * angle) / Math.sin(angle)];
    const [x, y, z] = [p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]];
    return [Math.atan2(y, x) / rad, Math.atan2(z, Math.hypot(x, y)) / rad];
  });
}

/** A map with land and these layers over it. */
export async function ground(box: HTMLElement, bounds: LngLatBoundsLike, sources: Record<string, Shape[]>, layers: LayerSpecification[], room: number | PaddingOptions = 32): Promise<MapView> {
  setWorkerUrl("/assets/map-worker.js");
  const topology = await fetchJson<Parameters<typeof feature>[0]>("/assets/land.json");
  const land = feature(topology, topology.objects["land"]!) as GeoJSON.GeoJSON;
  const drawn = Object.entries(sources).map(([name, shapes]) => [name, { type: "geojson" as const, data: lines(shapes) }]);
  const map = new MapView({
    container: box,
    style: {
      version: 8,
      sources: { land: { type: "geojson", data: land }, ...Object.fromEntries(drawn) },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": INK.sea } },
        { id: "land", type: "fill", source: "land", paint: { "fill-color": INK.land } },
        ...layers,
      ],
    },
    bounds,
    fitBoundsOptions: { padding: room, maxZoom: 7 },
    maxBounds: [[-30, -14], [140, 74]],
    attributionControl: { customAttribution: "Natural Earth" },
    dragRotate: false,
    pitchWithRotate: false,
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.once("idle", () => { box.dataset["ready"] = "yes"; });
  return map;
}

/** A dot with a name beside it. */
export function nodeMarker(id: string, name: string, kind: string, shown: boolean): HTMLElement {
  const dot = document.createElement("div");
  dot.className = `node ${kind}${shown ? " shown" : ""}`;
  const text = document.createElement("span");
  text.textContent = name;
  dot.title = `${id} ${name}`;
  dot.append(text);
  return dot;
}
