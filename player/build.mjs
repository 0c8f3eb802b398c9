/** Builds the page into the Python package, and the two npm packages into their `dist`. */
import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const web = path.join(here, "../src/cueweave/web");
const common = {
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
  absWorkingDir: here,
  tsconfig: path.join(here, "tsconfig.json"),
};

/** The pages: file names carry a hash of what is in them, so that browsers may keep them for ever. */
async function buildPage() {
  await rm(web, { recursive: true, force: true });
  const built = await build({
    ...common,
    entryPoints: { main: "page/src/main.ts", shared: "page/src/shared/main.ts", page: "page/src/page.css" },
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    splitting: true,
    publicPath: "/web/",
    outdir: web,
    metafile: true,
  });
  await buildWhole();
  const names = Object.entries(built.metafile.outputs);
  const made = (entry) => path.basename(names.find(([, output]) => output.entryPoint === entry)[0]);
  for (const [page, script] of Object.entries({ index: "page/src/main.ts", shared: "page/src/shared/main.ts" })) {
    const template = await readFile(path.join(here, `page/${page}.html`), "utf8");
    const html = template
      .replace("{{script}}", `/web/${made(script)}`)
      .replace("{{style}}", `/web/${made("page/src/page.css")}`);
    await writeFile(path.join(web, `${page}.html`), html);
  }
  for (const [name] of [...names, [path.relative(here, path.join(web, "index.html"))]]) {
    const file = path.resolve(here, name);
    const bytes = await readFile(file);
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    await writeFile(`${file}.br`, brotliCompressSync(bytes));
  }
}

/** The player in one script, for the page that a result is exported to; the licences of what is in it stay in it. */
async function buildWhole() {
  await build({
    ...common,
    entryPoints: { "player-whole": "player/src/index.ts" },
    legalComments: "eof",
    outdir: web,
  });
}

/** The file that a page loads with a script tag; charts and the editor are others, fetched where they are needed. */
async function buildPlayer() {
  await rm(path.join(here, "player/dist"), { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: { "cueweave-player": "player/src/index.ts" },
    chunkNames: "[name]-[hash]",
    splitting: true,
    outdir: "player/dist",
  });
}

async function buildClient() {
  await rm(path.join(here, "client/dist"), { recursive: true, force: true });
  await build({ ...common, minify: false, entryPoints: { index: "client/src/index.ts" }, outdir: "client/dist" });
}

/** The types of both packages. */
function declare(name) {
  const tsc = path.join(here, "node_modules/.bin/tsc");
  execFileSync(tsc, ["-p", `${name}/tsconfig.json`], { cwd: here, stdio: "inherit" });
}

await Promise.all([buildPage(), buildPlayer(), buildClient()]);
for (const name of ["client", "player"]) declare(name);
