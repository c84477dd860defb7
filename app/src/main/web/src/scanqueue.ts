// The scans that the server has not answered yet, kept in the browser's database: nothing is lost when the network, the page or the machine goes.

export interface Kept {
  n?: number;
  id: string;
  station: string;
  who: string;
  place: string;
  device: string;
  code: string;
  at: number;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("database"));
  });
}

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open("tongdao-scans", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("scans", { keyPath: "n", autoIncrement: true });
    return asked(request);
  })();
  return opened;
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction("scans", mode).objectStore("scans");
}

/** Resolves when the scan is on the disk. */
export async function keep(scan: Kept): Promise<void> {
  const scans = await store("readwrite");
  await asked(scans.add(scan));
}

/** What waits at this station, in the order of scanning. */
export async function waiting(station: string): Promise<Kept[]> {
  const all = (await asked((await store("readonly")).getAll())) as Kept[];
  return all.filter((scan) => scan.station === station);
}

export async function forget(n: number): Promise<void> {
  await asked((await store("readwrite")).delete(n));
}

/** A number that no other scan has; also where the page is not a secure context and randomUUID is missing. */
export function unique(): string {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...b].map((x) => x.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
