import { readFileSync, writeFileSync } from "node:fs";
import { drawn } from "./status-model-parts.ts";

/** Draws the tables and the diagram of `docs/status-model.md` anew: `node test/docs/draw-status-model.ts`. */
const document = new URL("../../docs/status-model.md", import.meta.url);

writeFileSync(document, drawn(readFileSync(document, "utf8")));
