// Builds the browser islands into target/classes/static/assets. Does nothing when no source changed since the last build.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../../target");
const out = join(target, "classes/static/assets");
const stamp = join(out, "built-from.txt");
const installed = join(here, "node_modules/installed-from.txt");

const hash = (files) => {
  const sum = createHash("sha256");
  for (const file of files) sum.update(file).update(readFileSync(join(here, file)));
  return sum.digest("hex");
};
const under = (folder) => readdirSync(join(here, folder)).sort().map((name) => `${folder}/${name}`);
const holds = (file, text) => existsSync(file) && readFileSync(file, "utf8") === text;

const lock = hash(["package.json", "package-lock.json"]);
const sources = hash(["build.mjs", "tsconfig.json", "package-lock.json", ...under("src"), ...under("css")]);
if (holds(stamp, sources)) process.exit(0);

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const say = (text) => process.stderr.write(`web: ${text}\n`);
if (!holds(installed, lock)) {
  say("npm ci (once per lock file)");
  try {
    execFileSync(npm, ["ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error"], { cwd: here, stdio: ["ignore", 2, 2] });
  } catch {
    say("npm could not fetch the packages of app/src/main/web/package-lock.json. Maybe there is no network; Node 20+ and npm are needed.");
    process.exit(1);
  }
  writeFileSync(installed, lock);
}

execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "--noEmit"], { cwd: here, stdio: ["ignore", 2, 2] });
const { build } = await import("esbuild");
mkdirSync(out, { recursive: true });
const shared = { bundle: true, minify: true, format: "esm", target: "es2022", outdir: out, absWorkingDir: here, logLevel: "warning", legalComments: "linked" };
await build({ ...shared, entryPoints: ["src/console.ts", "src/map.ts", "src/container.ts", "src/yard.ts", "src/scan.ts", "src/planner.ts"] });
await build({ ...shared, entryPoints: { "map-worker": "maplibre-gl/dist/maplibre-gl-worker.mjs" } });
await build({ ...shared, format: undefined, entryPoints: { console: "css/console.css", map: "css/map.css", yard: "css/yard.css", scan: "css/scan.css" } });
cpSync(join(here, "node_modules/world-atlas/land-50m.json"), join(out, "land.json"));
// the letters of the labels: one face of Noto Sans with Simplified Chinese, and its licence beside it
const fonts = join(target, "classes/fonts");
cpSync(join(here, "node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf"), join(fonts, "NotoSansHans-Regular.otf"));
cpSync(join(here, "node_modules/@embedpdf/fonts-sc/LICENSE"), join(fonts, "LICENSE"));
writeFileSync(stamp, sources);
