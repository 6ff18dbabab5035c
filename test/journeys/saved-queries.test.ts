import { describe, expect, it } from "vitest";
import { type SavedQuery, savedQueriesFor } from "../../infra/queries/saved-queries.ts";
import type { Row } from "../insights/condition.ts";
import { runQuery } from "../insights/run-query.ts";
import { aSystem } from "./a-system.ts";
import { report, sample, traineeship } from "./sample.ts";

const system = await aSystem();
const [centrum, kompetenscenter] = [system.party("sf-centrum"), system.party("kompetenscenter")];

await centrum.post("/v1/decisions", sample(traineeship));
await centrum.post("/v1/decisions", sample(traineeship, { decisionId: "SFC-2026-1", validTo: undefined }));
// Another administration's, which hemvist answers with 403.
await centrum.post("/v1/decisions", sample(traineeship, { administration: "sf-hisingen" }));
await system.get("/v1/decisions/sf-centrum/SFC-2026-004711");
await centrum.send("decisions-sf-centrum", "{}");
// Without its predecessor, so it fails and comes again.
await centrum.send("decisions-sf-centrum", sample(traineeship, { decisionId: "SFC-2026-2", revision: 2 }));
await kompetenscenter.send(
  "progress-kompetenscenter.fifo",
  report("sf-centrum.SFC-2026-004711.1", "completed", { result: "work" }),
  "g",
);
await system.advance("2026-11-02T12:00:00Z");

/** The lines of the functions that the query is about, as Logs Insights reads them. */
const linesFor = ({ functions }: SavedQuery): readonly Row[] =>
  system.logs
    .filter(({ functionName }) => functions.some((name) => functionName === `hemvist-${name}`))
    .map(({ line }): Row => JSON.parse(line))
    .map((line) => ({ "@timestamp": line["timestamp"], ...line }));

const answers = new Map(
  savedQueriesFor("sf-centrum").map((each) => [each.name, runQuery(each.query, linesFor(each))]),
);

describe("a saved query, on the log of this run", () => {
  it.each([...answers.keys()])("%s has an answer", (name) => {
    expect(answers.get(name)?.length).toBeGreaterThan(0);
  });

  it.each([
    ["Regler som beslut bryter mot", { "findings.0": "time-limited", times: 1 }],
    ["Avvisade meddelanden", { outcome: "progress refused", why: "not-open", times: 1 }],
    ["Avvisade meddelanden", { outcome: "decision not-yours", times: 1 }],
    ["Nekade anrop", { party: "sf-centrum", resource: "/v1/decisions", status: 403, times: 1 }],
    ["Meddelanden som inte kan tolkas", { queue: "decisions-sf-centrum", times: 1 }],
    ["Skickade meddelanden per part", { queue: "assignments-kompetenscenter", messages: 2 }],
  ])("%s says %j", (name, row) => {
    expect(answers.get(name)).toContainEqual(expect.objectContaining(row));
  });

  it("tells the life of one decision in order, from the answer to what was handed off", () => {
    const life = answers.get("Ett besluts historia") ?? [];

    expect(life[0]).toMatchObject({ message: "request answered", outcome: "decision recorded" });
    expect(life).toContainEqual(expect.objectContaining({ message: "message handed off" }));
    expect(life).toContainEqual(
      expect.objectContaining({ message: "message taken", outcome: "progress refused" }),
    );
  });
});
