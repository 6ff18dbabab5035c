import { type CaseRecord, caseKeyOf, partsOf } from "@hemvist/casework";
import {
  type AssignmentLine,
  CannotRun,
  type DecisionLine,
  onRecord,
  partyView,
  personView,
  type System,
} from "@hemvist/operations";
import { tableOf } from "../voice/table-text.ts";
import type { Command, Done } from "./command.ts";
import { partyIn } from "./party-in.ts";

/** A party's or a person's view, made anew from the stored decisions: beside what its system has, or the index gives. */
export const viewCommand: Command = {
  name: "view",
  usage: "(--party PARTY | --person-of DECISION) --reason WHY [--json]",
  summary: "what a party should have, or a person's decisions, made anew from the stored decisions",
  runbook: "view",
  options: {
    "--party": "all that this party decided and carries out, such as kompetenscenter",
    "--person-of":
      "all decisions of the person that this decision is about, such as sf-centrum.SFC-2026-004711",
    "--reason": "why, for the journal: an incident's number, nothing about a person",
  },
  parse: { party: { type: "string" }, "person-of": { type: "string" }, reason: { type: "string" } },
  run(given, system) {
    const { party } = partyIn(given);
    const decision = given.text("person-of");
    if ((party === undefined) === (decision === undefined))
      throw new CannotRun("Whose view? Give --party or --person-of, one of them.");
    return onRecord(system.journal, {
      command: "view",
      reason: given.text("reason"),
      what: {
        ...(party === undefined ? {} : { party }),
        ...(decision === undefined ? {} : { personOf: decision }),
      },
      now: system.now,
      run: () => (party === undefined ? ofPerson(decision ?? "", system) : ofParty(party, system)),
      outcomeOf: ({ allWell }) => ({ allWell }),
    });
  },
};

async function ofParty(party: string, system: System): Promise<Done> {
  const view = await partyView(readable(system), party);
  return {
    text: [decisionTable(view.decisions), "", assignmentTable(view.assignments)].join("\n"),
    json: view,
    allWell: true,
  };
}

async function ofPerson(decision: string, system: System): Promise<Done> {
  const record = await system.cases().find(caseKeyOf(decision));
  if (record === undefined) throw new CannotRun(`There is no decision ${decision}.`);
  const { personKey } = record;
  const view = await personView(readable(system), {
    personKey,
    byIndex: await system.cases().ofPerson(personKey),
  });
  const differing = [...view.notInIndex, ...view.onlyInIndex];
  return {
    text: [
      decisionTable(view.decisions),
      ...differing.map((one) => `! ${one}  beslut och index skiljer sig / decisions and index differ`),
    ].join("\n"),
    json: view,
    allWell: differing.length === 0,
  };
}

/** @throws CannotRun where an item cannot be read: a view that leaves it out would be wrong */
async function* readable(system: System): AsyncIterable<CaseRecord> {
  for await (const stored of system.records()) {
    if ("unreadable" in stored)
      throw new CannotRun(
        `${stored.unreadable} cannot be read, and a view without it would be wrong: see docs/runbooks/view.md.`,
      );
    yield stored;
  }
}

const decisionTable = (decisions: readonly DecisionLine[]): string =>
  tableOf(
    ["decision", "version", "stands", "returned", "assignments"],
    decisions.map(({ decision, version, revision, returnedRevision, assignments }) => [
      decision,
      version,
      revision === undefined ? "-" : `revision ${revision}`,
      returnedRevision === undefined ? "-" : `revision ${returnedRevision}`,
      assignments
        .map(({ assignmentId, status }) => `${partsOf(assignmentId)?.interventionId} ${status}`)
        .join(", "),
    ]),
  );

const assignmentTable = (assignments: readonly AssignmentLine[]): string =>
  tableOf(
    ["assignment", "status", "sub-area", "from", "to"],
    assignments.map(({ assignmentId, status, subArea, from, to }) => [
      assignmentId,
      status,
      subArea,
      from,
      to,
    ]),
  );
