import { readFileSync, writeFileSync } from "node:fs";
import { drawn } from "../docs/draw-documents.ts";
import { runTool, takesNothing } from "../support/tool.ts";
import { rates, ratesTable } from "./rates.ts";
import { roomLeft, roomTable } from "./room.ts";

const page = new URL("../../docs/scale.md", import.meta.url);

await runTool(() => {
  takesNothing(process.argv.slice(2), "node test/infra/draw-scale.ts: draws the tables of docs/scale.md.");
  const drawings = { rates: ratesTable(rates), room: roomTable(roomLeft()) };
  writeFileSync(page, drawn(readFileSync(page, "utf8"), drawings));
  return Promise.resolve(0);
});
