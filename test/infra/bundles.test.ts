import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folders = ["first", "second"].map((name) => mkdtempSync(join(tmpdir(), `hemvist-${name}-`)));
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

it("two syntheses are the same to the byte, wherever they are written: nothing is deployed that did not change", () => {
  const [first, second] = folders.map((folder) => {
    execFileSync(process.execPath, ["infra/app.ts"], {
      env: { ...process.env, CDK_OUTDIR: folder },
      stdio: "ignore",
    });
    return contents(folder);
  });

  expect([...(first?.keys() ?? [])]).toContain("hemvist-handoff.template.json");
  expect(second).toEqual(first);
});

/** Templates whole; of assets the names, which are the hashes of what is in them. */
function contents(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".template.json") || name.startsWith("asset."))
      .sort()
      .map((name) => [name, name.endsWith(".json") ? readFileSync(join(folder, name), "utf8") : ""]),
  );
}
