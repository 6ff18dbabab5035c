import { partsOf } from "@hemvist/casework";
import {
  type AnswerOf,
  type AssignmentLine,
  answers,
  type DecisionLine,
  personView,
  reasonIn,
  wholeView,
} from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import { inWords, type Voice } from "../voice/in-words.ts";
import { Refusal } from "../voice/refusal.ts";
import { tableOf } from "../voice/table-text.ts";
import type { Command, Done } from "./command.ts";
import { inParts, type Next } from "./in-parts.ts";

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
  async run(given, { operate, terminal }) {
    const [party, personOf] = [given.value(flags.party), given.value(flags.personOf)];
    if ((party === undefined) === (personOf === undefined))
      throw new Refusal({
        sv: "Ange vems: --party eller --person-of, en av dem.",
        en: "Whose view? Give --party or --person-of, one of them.",
      });
    const reason = reasonIn(given.value(flags.reason));
    terminal.progress({ sv: "Läser alla beslut …", en: "Reading all decisions …" });
    const whose = {
      ...(party === undefined ? {} : { party }),
      ...(personOf === undefined ? {} : { personOf }),
    };
    const ask = (next: Next) => operate.ask("view", { ...whose, reason, ...next }, answers.view);
    const parts: AnswerOf<"view">[] = [];
    for await (const part of inParts(operate, ask)) parts.push(part);
    return party === undefined ? ofPerson(parts, terminal) : ofParty(parts, terminal);
  },
};

function ofParty(parts: readonly AnswerOf<"view">[], voice: Voice): Done {
  const view = wholeView(parts);
  return {
    text: [decisionTable(view.decisions, voice), "", assignmentTable(view.assignments, voice)].join("\n"),
    json: view,
    allWell: true,
  };
}

function ofPerson(parts: readonly AnswerOf<"view">[], voice: Voice): Done {
  const view = personView(
    wholeView(parts),
    parts.flatMap(({ byIndex }) => byIndex),
  );
  const differ = inWords({ sv: "beslut och index skiljer sig", en: "decisions and index differ" }, voice);
  const differing = [...view.notInIndex, ...view.onlyInIndex];
  return {
    text: [decisionTable(view.decisions, voice), ...differing.map((one) => `! ${one}  ${differ}`)].join("\n"),
    json: view,
    allWell: differing.length === 0,
  };
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
