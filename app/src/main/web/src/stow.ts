// Boxes in a container as a hand moves them: geometry only, the server judges. Lengths in millimetres, x to the door, y across, z up.
import type { Box } from "./data";

export interface At {
  bag: string;
  at: [number, number, number];
  size: [number, number, number];
}

export type Inside = [number, number, number];

const SNAP = 60;

const over = (a: number, da: number, b: number, db: number): boolean => a < b + db && b < a + da;

export const at = (box: Box): At => ({ bag: box.bag, at: [...box.at], size: [...box.size] });

/** Where a box comes to lie that falls from the roof onto what is below it. */
export function dropped(box: At, others: At[]): At {
  const floor = others
    .filter((o) => o.bag !== box.bag && over(box.at[0], box.size[0], o.at[0], o.size[0]) && over(box.at[1], box.size[1], o.at[1], o.size[1]))
    .reduce((top, o) => Math.max(top, o.at[2] + o.size[2]), 0);
  return { ...box, at: [box.at[0], box.at[1], floor] };
}

/** Walls and edges of other boxes draw a box that comes near; it stays inside the walls. */
export function snapped(box: At, others: At[], inside: Inside): At {
  const axis = (i: 0 | 1): number => {
    const edges = [0, inside[i] - box.size[i]];
    for (const o of others) {
      if (o.bag !== box.bag) edges.push(o.at[i] + o.size[i], o.at[i] - box.size[i], o.at[i]);
    }
    const near = edges.map((e) => ({ e, d: Math.abs(e - box.at[i]) })).filter(({ d }) => d <= SNAP).sort((a, b) => a.d - b.d)[0];
    return Math.max(0, Math.min(inside[i] - box.size[i], Math.round(near ? near.e : box.at[i])));
  };
  return { ...box, at: [axis(0), axis(1), box.at[2]] };
}

export function turned(box: At): At {
  return { ...box, size: [box.size[1], box.size[0], box.size[2]] };
}

/** The first place, front wall and floor first, where the box stands wholly on others; nothing when there is none. */
export function firstFree(box: At, others: At[], inside: Inside): At | undefined {
  const xs = [...new Set([0, ...others.map((o) => o.at[0] + o.size[0])])].sort((a, b) => a - b);
  const ys = [...new Set([0, ...others.map((o) => o.at[1] + o.size[1])])].sort((a, b) => a - b);
  for (const x of xs) {
    for (const y of ys) {
      const here = dropped({ ...box, at: [x, y, 0] }, others);
      const fits = x + box.size[0] <= inside[0] && y + box.size[1] <= inside[1] && here.at[2] + box.size[2] <= inside[2];
      if (fits && isBorne(here, others)) return here;
    }
  }
  return undefined;
}

function isBorne(box: At, others: At[]): boolean {
  if (box.at[2] === 0) return true;
  const common = (i: 0 | 1, o: At): number => Math.max(0, Math.min(box.at[i] + box.size[i], o.at[i] + o.size[i]) - Math.max(box.at[i], o.at[i]));
  const area = others.filter((o) => o.at[2] + o.size[2] === box.at[2]).reduce((sum, o) => sum + common(0, o) * common(1, o), 0);
  return area >= box.size[0] * box.size[1];
}
