import { readFileSync, writeFileSync } from "node:fs";
import { runTool, takesNothing } from "../support/tool.ts";
import { parts } from "./status-model-parts.ts";

/** The document with each part between its two marks drawn anew. */
export function drawn(document: string): string {
  return Object.entries(parts()).reduce((text, [name, part]) => {
    const marks = new RegExp(`(<!-- drawn: ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!marks.test(text)) throw new Error(`The document has no place for ${name}`);
    return text.replace(marks, (_all, begins: string, ends: string) => `${begins}\n${part}\n\n${ends}`);
  }, document);
}

// `node test/docs/draw-status-model.ts` writes it; the test only compares.
if (import.meta.main)
  await runTool(async () => {
    takesNothing(process.argv.slice(2), "node test/docs/draw-status-model.ts: draws docs/status-model.md.");
    const document = new URL("../../docs/status-model.md", import.meta.url);
    writeFileSync(document, drawn(readFileSync(document, "utf8")));
    return 0;
  });
