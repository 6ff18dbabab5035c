import { figuresOf, measuredByMany } from "../processes.ts";
import { ofRounds, type Row } from "../rows.ts";
import { ratiosOf, spreadOf } from "../statistics.ts";

const processes = 15;

/** What the template sets for Powertools. */
const asDeployed = {
  POWERTOOLS_METRICS_NAMESPACE: "hemvist",
  POWERTOOLS_SERVICE_NAME: "receive-decision",
};

/** What hemvist does between a body and its answer, beside reading the same body as JSON. */
export async function bodyToAnswer(say: (progress: string) => void): Promise<readonly Row[]> {
  const figures = await measuredByMany({
    file: "rounds/body-to-answer.ts",
    processes,
    env: { ...process.env, ...asDeployed },
    onBegun: (round) => say(`body to answer, process ${round} of ${processes}`),
  });
  const of = (name: string): readonly number[] => figuresOf(figures, name);
  const microseconds = (name: string): string => spreadOf(of(name)).median.toFixed(1);
  const times = (name: string): string => spreadOf(ratiosOf(of(name), of("JSON.parse"))).median.toFixed(1);
  return [
    {
      what: "body to answer beside JSON.parse of the body",
      unit: "×",
      bound: { atMost: 8 },
      ...ofRounds(ratiosOf(of("hemvist"), of("JSON.parse"))),
      note: `${microseconds("hemvist")} µs beside ${microseconds("JSON.parse")} µs, without the SDK call and the sealing; of it reading the message with all its faults ${times("reading")} ×, and with judging and the record ${times("act")} ×`,
      whyNot:
        "A profile of the handler on 2026-11-28 has 48 % of its time in reading, judging and casework, 15 % in Powertools with two log lines and the metrics, 15 % in the adapter, which writes the record as JSON, 8 % in the HTTP layer, and 7 % in hashes and HMACs.",
    },
  ];
}
