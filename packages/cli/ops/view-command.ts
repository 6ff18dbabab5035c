import { type CaseRecord, caseKeyOf, partsOf } from "@hemvist/casework";
import {
  type AssignmentLine,
  type DecisionLine,
  onRecord,
  partyView,
  personView,
  reasonIn,
  type System,
} from "@hemvist/operations";
import { flags } from "../flags.ts";
import { inWords, type Voice } from "../voice/in-words.ts";
import { Refusal } from "../voice/refusal.ts";
import { tableOf } from "../voice/table-text.ts";
import type { Command, Done } from "./command.ts";

/**
 * A party's or a person's view, made anew from the stored decisions, to compare with what the party's system has or
 * with what the index gives.
 */
export const viewCommand: Command = {
  name: "view",
  usage: "(--party PARTY | --person-of DECISION) --reason WHY [--json]",
  summary: {
    sv: "Vad en part ska ha, eller en persons beslut, framtaget på nytt ur de lagrade besluten.",
    en: "What a party should have, or a person's decisions, made anew from the stored decisions.",
  },
  runbook: "view",
  flags: [flags.party, flags.personOf, flags.reason],
  run(given, { system, terminal }) {
    const [party, personOf] = [given.value(flags.party), given.value(flags.personOf)];
    if ((party === undefined) === (personOf === undefined))
      throw new Refusal({
        sv: "Ange vems: --party eller --person-of, en av dem.",
        en: "Whose view? Give --party or --person-of, one of them.",
      });
    const reason = reasonIn(given.value(flags.reason));
    terminal.progress({ sv: "Läser alla beslut …", en: "Reading all decisions …" });
    return onRecord(system.journal, {
      command: "view",
      reason,
      what: { ...(party === undefined ? {} : { party }), ...(personOf === undefined ? {} : { personOf }) },
      now: system.now,
      run: () =>
        party === undefined
          ? ofPerson(personOf ?? "", { system, voice: terminal })
          : ofParty(party, { system, voice: terminal }),
      outcomeOf: ({ allWell }) => ({ allWell }),
    });
  },
};

interface On {
  readonly system: System;
  readonly voice: Voice;
}

async function ofParty(party: string, { system, voice }: On): Promise<Done> {
  const view = await partyView(readable(system), party);
  return {
    text: [decisionTable(view.decisions, voice), "", assignmentTable(view.assignments, voice)].join("\n"),
    json: view,
    allWell: true,
  };
}

async function ofPerson(decision: string, { system, voice }: On): Promise<Done> {
  const record = await system.cases().find(caseKeyOf(decision));
  if (record === undefined)
    throw new Refusal({ sv: `Det finns inget beslut ${decision}.`, en: `There is no decision ${decision}.` });
  const { personKey } = record;
  const view = await personView(readable(system), {
    personKey,
    byIndex: await system.cases().ofPerson(personKey),
  });
  const differ = inWords({ sv: "beslut och index skiljer sig", en: "decisions and index differ" }, voice);
  const differing = [...view.notInIndex, ...view.onlyInIndex];
  return {
    text: [decisionTable(view.decisions, voice), ...differing.map((one) => `! ${one}  ${differ}`)].join("\n"),
    json: view,
    allWell: differing.length === 0,
  };
}

/** @throws Refusal where an item cannot be read: a view that leaves it out would be wrong */
async function* readable(system: System): AsyncIterable<CaseRecord> {
  for await (const stored of system.records()) {
    if ("unreadable" in stored)
      throw new Refusal({
        sv: `${stored.unreadable} går inte att läsa, och utan det vore vyn fel: se docs/runbooks/view.md.`,
        en: `${stored.unreadable} cannot be read, and a view without it would be wrong: see docs/runbooks/view.md.`,
      });
    yield stored;
  }
}

const decisionTable = (decisions: readonly DecisionLine[], voice: Voice): string =>
  tableOf(
    [
      { sv: "beslut", en: "decision" },
      "version",
      { sv: "gäller", en: "stands" },
      { sv: "återlämnad", en: "returned" },
      { sv: "uppdrag", en: "assignments" },
    ],
    decisions.map(({ decision, version, revision, returnedRevision, assignments }) => [
      decision,
      version,
      revision === undefined ? "-" : `revision ${revision}`,
      returnedRevision === undefined ? "-" : `revision ${returnedRevision}`,
      assignments
        .map(({ assignmentId, status }) => `${partsOf(assignmentId)?.interventionId} ${status}`)
        .join(", "),
    ]),
    voice,
  );

const assignmentTable = (assignments: readonly AssignmentLine[], voice: Voice): string =>
  tableOf(
    [
      { sv: "uppdrag", en: "assignment" },
      "status",
      { sv: "delområde", en: "sub-area" },
      { sv: "från", en: "from" },
      { sv: "till", en: "to" },
    ],
    assignments.map(({ assignmentId, status, subArea, from, to }) => [
      assignmentId,
      status,
      subArea,
      from,
      to,
    ]),
    voice,
  );
