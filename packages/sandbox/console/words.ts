import type {
  AssignmentStatus,
  CaseRecord,
  HistoryEntry,
  Level,
  ProposalStatus,
  Result,
} from "@hemvist/casework";
import { administrationNamed, reasonText, wordFor } from "@hemvist/figures";
import type { Municipality } from "@hemvist/rules";
import type { Tone } from "./shown.ts";

/** A status as the glossary has it, and whether it is as it should be. */
export const statuses: Readonly<Record<AssignmentStatus, { readonly name: string; readonly tone: Tone }>> = {
  requested: { name: "beställt", tone: "plain" },
  received: { name: "kvitterat", tone: "plain" },
  accepted: { name: "antaget", tone: "plain" },
  rejected: { name: "avböjt", tone: "bad" },
  "in-progress": { name: "pågår", tone: "good" },
  "on-hold": { name: "uppehåll", tone: "late" },
  completed: { name: "slutfört", tone: "good" },
  failed: { name: "avbrutet", tone: "bad" },
  cancelled: { name: "avbeställt", tone: "late" },
};

const proposals: Readonly<Record<ProposalStatus, string>> = {
  proposed: "har lagts",
  agreed: "har godtagits",
  declined: "har avböjts",
  withdrawn: "har tagits tillbaka",
  superseded: "är inaktuellt",
};

const results: Readonly<Record<Result, string>> = {
  work: "till arbete",
  studies: "till studier",
  "next-step": "till nästa steg",
  none: "utan resultat",
};

const levels: Readonly<Record<Level, string>> = {
  provider: "utföraren",
  sf: "socialförvaltningen",
  "operative-group": "den operativa samverkansgruppen",
  sob: "SoB",
};

export const levelNamed = (level: Level): string => levels[level];

export const followUpNamed = (kind: string): string => wordFor(kind).sv;

/** What a party is called, by its code; the code itself where the models name no such party. */
export function partyNamed(code: string, municipality: Municipality): string {
  if (municipality.shortNames[code] !== undefined) return `SF ${administrationNamed(code, municipality)}`;
  const named = municipality.models.flatMap(({ parties, providers }) => [...parties, ...providers]);
  return named.findLast((party) => party.code === code)?.name ?? code;
}

export function subAreaNamed(code: string, { models }: Municipality): string {
  return models.at(-1)?.subAreas.find((subArea) => subArea.code === code)?.name ?? code;
}

interface Said {
  readonly text: string;
  readonly tone: Tone;
}

/** A fact as a sentence. The free text that a party wrote is left out. */
export function said(entry: HistoryEntry, record: CaseRecord, municipality: Municipality): Said {
  const about = (id: string): string => aboutText(id, record, municipality);
  const named = (code: string): string => partyNamed(code, municipality);
  switch (entry.what) {
    case "revision-assigned":
      return { text: `Revision ${entry.revision} följer styrmodellen och fördelas`, tone: "good" };
    case "revision-returned":
      return {
        text: `Revision ${entry.revision} återlämnas: ${counted(entry.rules.length, "brist", "brister")}`,
        tone: "bad",
      };
    case "assignment-requested":
      return { text: `${about(entry.assignmentId)} beställs hos ${named(entry.provider)}`, tone: "plain" };
    case "assignment-amended":
      return { text: `${about(entry.assignmentId)} ändras hos ${named(entry.provider)}`, tone: "plain" };
    case "assignment-cancelled":
      return { text: `${about(entry.assignmentId)} avbeställs hos ${named(entry.provider)}`, tone: "late" };
    case "progress-reported": {
      const { name, tone } = statuses[entry.status];
      const because = entry.reason ? `: ${lowered(reasonText(entry.reason.code))}` : "";
      const result = entry.result ? `, ${results[entry.result]}` : "";
      return { text: `${about(entry.assignmentId)}: ${name}${result}${because}`, tone };
    }
    case "proposal-changed":
      return {
        text: `Ett förslag om ${lowered(about(entry.assignmentId))} ${proposals[entry.status]}`,
        tone: "plain",
      };
    case "proposal-met":
      return { text: `Revision ${entry.revision} genomför ett godtaget förslag`, tone: "good" };
    case "identity-protected":
      return { text: "Den enskildes uppgifter har skyddats", tone: "late" };
    case "follow-up-told":
      return {
        text: `${followUpNamed(entry.kind)}: ${levelNamed(entry.level)} får en påminnelse (${about(entry.about)})`,
        tone: "late",
      };
    case "follow-up-ended":
      return {
        text: `${followUpNamed(entry.kind)}: behöver inte längre följas upp (${about(entry.about)})`,
        tone: "good",
      };
  }
}

/** What a follow-up or a fact is about: an intervention by its name, or the decision. */
export function aboutText(id: string, record: CaseRecord, municipality: Municipality): string {
  const assignmentId = record.proposals.find(({ proposalId }) => proposalId === id)?.assignmentId ?? id;
  const assignment = record.assignments.find((one) => one.assignmentId === assignmentId);
  if (assignment === undefined) return "Beslutet";
  return subAreaNamed(assignment.subArea, municipality);
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
