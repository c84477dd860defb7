// The ways found by the route desk over land: all of them thin, the chosen one thick. The table beside it has every figure.
import { LngLatBounds, Marker, type GeoJSONSource, type Map as MapView } from "maplibre-gl";
import type { Drawing, Shape, Stop } from "./data";
import { ground, lines, nodeMarker, strokes } from "./ground";

/** Names stand to the right of their dots. */
const ROOM = { top: 40, bottom: 40, left: 40, right: 120 };

/** All ways as they are drawn, flights over the top of the globe too. */
function bounds(shapes: Shape[]): LngLatBounds {
  const box = new LngLatBounds();
  lines(shapes).features.forEach((feature) =>
    (feature.geometry as GeoJSON.LineString).coordinates.forEach((point) => box.extend(point as [number, number])));
  return box;
}

function choose(map: MapView, drawing: Drawing, markers: Map<string, HTMLElement>, n: number): void {
  const way = drawing.ways[n]!;
  map.getSource<GeoJSONSource>("others")?.setData(lines(drawing.ways.filter((_, i) => i !== n).flatMap((w) => w.legs)));
  map.getSource<GeoJSONSource>("chosen")?.setData(lines(way.legs));
  markers.forEach((dot, id) => dot.classList.toggle("shown", way.stops.includes(id)));
  map.fitBounds(bounds(drawing.ways.flatMap((w) => w.legs)), { padding: ROOM, animate: false, maxZoom: 7 });
}

/** The numbers of the table become buttons that choose a way. */
function buttons(chosen: (n: number) => void): void {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>("#options > tbody > tr")];
  const press = (n: number) => rows.forEach((row, i) => {
    row.classList.toggle("marked", i === n);
    row.cells[0]?.querySelector("button")?.setAttribute("aria-pressed", String(i === n));
  });
  rows.forEach((row, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small";
    button.textContent = row.cells[0]?.textContent?.trim() ?? "";
    button.title = document.querySelector<HTMLElement>("#ways")?.dataset["choose"] ?? "";
    button.addEventListener("click", () => { press(i); chosen(i); });
    row.cells[0]?.replaceChildren(button);
  });
  press(0);
}

export async function ways(box: HTMLElement): Promise<void> {
  const drawing = JSON.parse(box.dataset["ways"] ?? "") as Drawing;
  const first = drawing.ways[0]!;
  const map = await ground(
    box,
    bounds(drawing.ways.flatMap((w) => w.legs)),
    { ground: drawing.ground, others: drawing.ways.slice(1).flatMap((w) => w.legs), chosen: first.legs },
    [...strokes("ground", 1, 0.3), ...strokes("others", 2, 0.6), ...strokes("chosen", 4.5, 1)],
    ROOM,
  );
  const markers = new Map(drawing.stops.map((stop: Stop) => {
    const dot = nodeMarker(stop.id, stop.name, stop.kind, first.stops.includes(stop.id));
    new Marker({ element: dot }).setLngLat([stop.lon, stop.lat]).addTo(map);
    return [stop.id, dot];
  }));
  buttons((n) => choose(map, drawing, markers, n));
}
