import { readFileSync, writeFileSync } from "node:fs";
import { drawn } from "../docs/draw-documents.ts";
import { runTool, takesNothing } from "../support/tool.ts";
import { alarmParts } from "./alarm-parts.ts";
import { walkParts } from "./walk-parts.ts";

// Apart from test/docs/draw-documents.ts, because it synthesises the templates.
await runTool(async () => {
  takesNothing(process.argv.slice(2), "node test/infra/draw-alarms.ts: draws docs/alarms.md.");
  const page = new URL("../../docs/alarms.md", import.meta.url);
  writeFileSync(page, drawn(readFileSync(page, "utf8"), { ...alarmParts(), ...walkParts() }));
  return 0;
});
