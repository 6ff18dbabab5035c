import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aRequest, context } from "../../test/support/a-request.ts";
import { logLines } from "../../test/support/log-lines.ts";

// middy is published as ES modules only, and is deployed inside a CommonJS bundle: that it works there is not given.
const entry = `
  import { httpApi } from "./index.ts";
  const admit = () => Promise.resolve({ caller: { party: "sf-centrum", reach: [] } });
  export const handler = httpApi({ "/v1/decisions": { POST: ({ body }) => Promise.resolve({ status: 200, body }) } }, admit);
`;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hemvist-bundle-"));
  await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname, loader: "ts" },
    outfile: join(folder, "index.cjs"),
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    mainFields: ["module", "main"],
    logLevel: "silent",
  });
});
afterAll(() => rm(folder, { recursive: true }));

logLines();

describe("an HTTP function, bundled as it is deployed", () => {
  const load = () => createRequire(import.meta.url)(join(folder, "index.cjs"));

  it("answers a request, its headers normalised and the answer's secured", async () => {
    const { handler } = load();
    const headers = { "CONTENT-TYPE": "application/json" };

    expect(await handler(aRequest({ body: '{"a":1}', headers }), context)).toMatchObject({
      statusCode: 200,
      body: '{"a":1}',
      headers: { "X-Content-Type-Options": "nosniff", "Content-Type": "application/json" },
    });
  });

  it("refuses as it does unbundled", async () => {
    const { handler } = load();

    expect(await handler(aRequest({ httpMethod: "GET" }), context)).toMatchObject({
      statusCode: 405,
      headers: { Allow: "POST", "X-Content-Type-Options": "nosniff" },
    });
  });
});
