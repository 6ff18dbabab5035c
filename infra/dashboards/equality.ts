import { valuesOf } from "@hemvist/runtime/metrics";
import { Duration } from "aws-cdk-lib";
import { declared } from "../constructs/alarm-metrics.ts";
import type { Graph, OperationsDashboard, Shown } from "./dashboard.ts";
import { graph } from "./graph.ts";
import { fewestInShare, type MetricBy, medianDays } from "./lines.ts";
import { labelOf, nameOf } from "./swedish.ts";

/**
 * Whether the administrations' decisions are treated alike, and those of the four areas.
 *
 * It shows shares and times, and never a number of persons: docs/adr/0056-a-dashboard-shows-no-small-cells.md.
 */
export const equalityDashboard = (shown: Shown): OperationsDashboard => ({
  name: "likvardighet",
  shows: Duration.days(182),
  rows: [
    [{ kind: "text", height: 8, markdown: about }],
    [returned(shown), byAdministration(shown, "Dagar till kvittens", "TimeToAcknowledge")],
    [
      byAdministration(shown, "Dagar till utförarens ja", "TimeToAccept"),
      byAdministration(shown, "Dagar från ja till start", "TimeToBegin"),
      byAdministration(shown, "Dagar från start till slut", "TimeToEnd"),
    ],
    [
      byArea(shown, "Dagar till utförarens ja, hela staden", "TimeToAccept"),
      byArea(shown, "Dagar från ja till start, hela staden", "TimeToBegin"),
      byArea(shown, "Dagar från start till slut, hela staden", "TimeToEnd"),
    ],
  ],
});

const about = `# Likvärdighet
Sidan jämför socialförvaltningarna vecka för vecka, eftersom styrmodellen ska ge samma tillgång till insatser i hela staden: hur stor andel av besluten som lämnas tillbaka, och hur länge hälften av uppdragen väntar i varje steg. Områdena jämförs för hela staden, i perioder om fyra veckor.

**Normalt (vårt tal):** Linjerna ligger nära varandra. En socialförvaltning som ligger för sig tre veckor i rad bör själv ta reda på varför. Sidan säger inte om en skillnad beror på slumpen. Det gör kvartalsrapporten om likvärdighet.

**Vad som inte visas:** En andel visas när den bygger på minst 5 beslut och en väntetid när den bygger på minst 10 uppdrag. Antal visas aldrig här. Ett område visas aldrig för en socialförvaltning eller en utförare. Statistik om personer finns bara i de utfärdade rapporterna, där små tal är skyddade. Lämna inte ut sidan: den är för driften.`;

const week = Duration.days(7);
const fourWeeks = Duration.days(28);

const returned = ({ parties, municipality }: Shown): Graph =>
  graph({
    title: "Andel beslut som har lämnats tillbaka",
    unit: "procent per vecka",
    to: 100,
    lines: parties.administrations.map((administration) => {
      const inWeek = (name: "DecisionsReturned" | "DecisionsJudged") =>
        declared(name, { administration }, { statistic: "Sum", period: week });
      return {
        label: nameOf(municipality, administration),
        metric: inWeek("DecisionsReturned"),
        hidden: { of: inWeek("DecisionsJudged"), atLeast: fewestInShare, shown: "share" },
      };
    }),
  });

const byAdministration = (
  { parties, municipality }: Shown,
  title: string,
  name: MetricBy<"administration">,
): Graph =>
  graph({
    title,
    unit: "dagar, median per vecka",
    lines: parties.administrations.map((administration) =>
      medianDays(nameOf(municipality, administration), (statistic) =>
        declared(name, { administration }, { statistic, period: week }),
      ),
    ),
  });

const byArea = ({ municipality }: Shown, title: string, name: MetricBy<"area">): Graph =>
  graph({
    title,
    unit: "dagar, median i fyra veckor",
    lines: valuesOf("area", municipality).map((area) =>
      medianDays(labelOf(area), (statistic) => declared(name, { area }, { statistic, period: fourWeeks })),
    ),
  });
