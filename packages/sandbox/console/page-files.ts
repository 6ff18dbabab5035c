import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Answer } from "@hemvist/local";
import { build } from "esbuild";
import { refused } from "../http/answers.ts";

const page = join(import.meta.dirname, "page");
const uplot = createRequire(import.meta.url).resolve("uplot/dist/uPlot.min.css");

/** Each file of the page, made or read when it is first asked for. Nothing comes from another machine. */
const files: ReadonlyMap<string, { readonly type: string; readonly make: () => Promise<string> }> = new Map([
  ["index.html", { type: "text/html", make: () => readFile(join(page, "index.html"), "utf8") }],
  ["style.css", { type: "text/css", make: () => readFile(join(page, "style.css"), "utf8") }],
  ["uplot.css", { type: "text/css", make: () => readFile(uplot, "utf8") }],
  ["icon.svg", { type: "image/svg+xml", make: () => readFile(join(page, "icon.svg"), "utf8") }],
  ["script.js", { type: "text/javascript", make: bundled }],
]);

/**
 * Only the sandbox's own files, no script or style in the markup, and no text that becomes markup: what a decision holds
 * is a text from outside.
 */
const policy = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const made = new Map<string, Promise<string>>();

export async function pageFile(name: string): Promise<Answer> {
  const file = files.get(name);
  if (file === undefined) return refused("not-found");
  const body = made.get(name) ?? file.make();
  made.set(name, body);
  return {
    status: 200,
    headers: {
      "content-type": `${file.type}; charset=utf-8`,
      "content-security-policy": policy,
      "cache-control": "no-store",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body: await body,
  };
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(page, "main.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}
