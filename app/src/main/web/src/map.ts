// The corridor with the trains on it, and the ways of the route desk.
import { Marker } from "maplibre-gl";
import { fetchJson, type Corridor, type TrainOnMap } from "./data";
import { ground, nodeMarker, strokes } from "./ground";
import { ways } from "./ways";

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

async function trains(box: HTMLElement): Promise<void> {
  const corridor = await fetchJson<Corridor>("/map/corridor.json");
  const map = await ground(box, [[16, 36.5], [92, 57]], { legs: corridor.legs }, strokes("legs", 2.5, 1));
  corridor.nodes.forEach((node) =>
    new Marker({ element: nodeMarker(node.id, node.name, node.kind, node.shown) }).setLngLat([node.lon, node.lat]).addTo(map));
  document.querySelector("#no-trains")?.toggleAttribute("hidden", corridor.trains.length > 0);
  const shift = offsets(corridor.trains);
  corridor.trains.forEach((train) =>
    new Marker({ element: trainMarker(train), anchor: "left", offset: [8, 18 * (shift.get(train.no) ?? 0) + 14] })
      .setLngLat([train.lon, train.lat])
      .addTo(map));
}

function draw(id: string, show: (box: HTMLElement) => Promise<void>): void {
  const box = document.getElementById(id);
  if (box) {
    show(box).catch((problem: unknown) => {
      box.textContent = box.dataset["failed"] ?? "";
      console.error(problem);
    });
  }
}

draw("map", trains);
draw("ways", ways);
