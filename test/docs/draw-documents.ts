import { readFileSync, writeFileSync } from "node:fs";
import { runTool, takesNothing } from "../support/tool.ts";
import { accessParts } from "./access-parts.ts";
import { metricParts } from "./metric-parts.ts";
import { permissionParts } from "./permission-parts.ts";
import { queryParts } from "./query-parts.ts";
import { releaseParts } from "./release-parts.ts";
import { parts } from "./status-model-parts.ts";

/** The document with each part between its two marks drawn anew. */
export function drawn(document: string, drawings: Readonly<Record<string, string>>): string {
  return Object.entries(drawings).reduce((text, [name, part]) => {
    const marks = new RegExp(`(<!-- drawn: ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!marks.test(text)) throw new Error(`The document has no place for ${name}`);
    return text.replace(marks, (_all, begins: string, ends: string) => `${begins}\n${part}\n\n${ends}`);
  }, document);
}

// `node test/docs/draw-documents.ts` writes them; their tests only compare.
if (import.meta.main)
  await runTool(async () => {
    takesNothing(
      process.argv.slice(2),
      "node test/docs/draw-documents.ts: draws docs/log-queries.md, docs/metrics.md, docs/status-model.md, and who-may-what.md, permissions.md and release.md in docs/security.",
    );
    for (const [path, drawings] of [
      ["log-queries.md", queryParts()],
      ["metrics.md", metricParts()],
      ["status-model.md", parts()],
      ["security/who-may-what.md", accessParts()],
      ["security/permissions.md", permissionParts()],
      ["security/release.md", releaseParts()],
    ] as const) {
      const document = new URL(`../../docs/${path}`, import.meta.url);
      writeFileSync(document, drawn(readFileSync(document, "utf8"), drawings));
    }
    return 0;
  });
