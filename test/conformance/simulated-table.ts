import type { CaseRecord } from "@hemvist/casework";
import { casesOf, simulatedStore } from "../simulation/platform/table.ts";
import { received } from "../support/a-case.ts";
import { aDecision } from "../support/a-decision.ts";
import { aSeed, undisturbed } from "../support/undisturbed-run.ts";
import type { Item, OpenTable } from "./table-probe.ts";

/** The simulated table, as its users reach it. */
export const openSimulatedTable: OpenTable = () => {
  const store = simulatedStore({ hasManyShapes: true, chance: aSeed(), onWritten: () => {} });
  const cases = casesOf(store, { run: undisturbed(), isDown: () => false });
  return Promise.resolve({
    async put(item) {
      const saved = await cases.save(recordOf(item));
      return saved.saved ? "written" : { standing: saved.current && itemOf(saved.current) };
    },
    async find(id) {
      const record = await cases.find({ administration: "sf-centrum", decisionId: id });
      return record && itemOf(record);
    },
    due: async (until) => (await cases.due(until)).map(({ decisionId }) => decisionId),
  });
};

/** A record that stands for an item. */
export function recordOf({ id, version, note, dueAt }: Item): CaseRecord {
  const { dueAt: _awaited, ...record } = received(aDecision({ decisionId: id, caseNumber: note }));
  return { ...record, version, ...(dueAt === undefined ? {} : { dueAt }) };
}

const itemOf = ({ decisionId, version, standing, dueAt }: CaseRecord): Item => ({
  id: decisionId,
  version,
  note: standing?.decision.caseNumber ?? "",
  ...(dueAt === undefined ? {} : { dueAt }),
});
