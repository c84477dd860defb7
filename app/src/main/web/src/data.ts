// What the server tells the islands.

export interface TrainOnMap {
  no: string;
  from: string;
  to: string;
  gauge: number;
  state: "waiting" | "moving" | "arrived";
  lon: number;
  lat: number;
  containers: number;
  label: string;
}

export interface Node {
  id: string;
  name: string;
  kind: string;
  lon: number;
  lat: number;
  shown: boolean;
}

export interface Shape {
  mode: string;
  gauge: number | null;
  points: [number, number][];
}

export interface LegShape extends Shape {
  from: string;
  to: string;
}

export interface Stop {
  id: string;
  name: string;
  kind: "end" | "border" | "gauge" | "stop";
  lon: number;
  lat: number;
}

/** What the route desk draws. */
export interface Drawing {
  ground: Shape[];
  ways: { legs: Shape[]; stops: string[] }[];
  stops: Stop[];
}

export interface Corridor {
  nodes: Node[];
  legs: LegShape[];
  trains: TrainOnMap[];
}

export interface Box {
  seq: number;
  bag: string;
  hub: string;
  regime: string;
  consignee: string;
  grossKg: number;
  parcels: number;
  at: [number, number, number];
  size: [number, number, number];
}

export interface ContainerPlan {
  no: string;
  type: string;
  inside: [number, number, number];
  open: boolean;
  version: number;
  maxKg: number;
  boxes: Box[];
  unplaced: Box[];
}

export async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as T;
}
