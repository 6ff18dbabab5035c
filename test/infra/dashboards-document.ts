import { readFileSync, writeFileSync } from "node:fs";
import { partiesOf } from "@hemvist/rules";
import type { OperationsDashboard, Widget } from "../../infra/dashboards/dashboard.ts";
import { dashboards } from "../../infra/dashboards/dashboards.ts";
import { drawn } from "../docs/draw-documents.ts";
import { goteborg } from "../support/goteborg.ts";
import { runTool, takesNothing } from "../support/tool.ts";

const document = new URL("../../docs/dashboards.md", import.meta.url);

/** `docs/dashboards.md` as it stands, and as Göteborg's dashboards would have it. */
export function dashboardsDocument(): { readonly written: string; readonly drawn: string } {
  const written = readFileSync(document, "utf8");
  const its = dashboards({
    municipality: goteborg,
    parties: partiesOf(goteborg),
    table: "decisions",
    runbooksAt: "",
  });
  return { written, drawn: drawn(written, { dashboards: its.map(section).join("\n\n") }) };
}

const section = ({ name, shows, rows }: OperationsDashboard): string =>
  [
    `### hemvist-${name}`,
    "",
    `Visar ${shows.toHours() < 24 ? `${shows.toHours()} timmar` : `${shows.toDays()} dygn`}.`,
    "",
    "| diagram | enhet | mäts av |",
    "| --- | --- | --- |",
    ...rows.flat().flatMap(line),
  ].join("\n");

const line = (widget: Widget): readonly string[] => {
  switch (widget.kind) {
    case "text":
      return [];
    case "alarms":
      return [`| ${widget.title} | | ${widget.alarms.map(code).join(", ")} |`];
    case "graph": {
      const metrics = widget.lines.flatMap(({ metric, hidden }) => (hidden ? [metric, hidden.of] : [metric]));
      const names = [...new Set(metrics.map(({ metricName }) => metricName))];
      return [`| ${widget.title} | ${widget.unit} | ${names.map(code).join(", ")} |`];
    }
  }
};

const code = (name: string): string => `\`${name}\``;

// `npm run generate` writes it; its test only compares.
if (import.meta.main)
  await runTool(async () => {
    takesNothing(process.argv.slice(2), "node test/infra/dashboards-document.ts: draws docs/dashboards.md.");
    writeFileSync(document, dashboardsDocument().drawn);
    return 0;
  });
