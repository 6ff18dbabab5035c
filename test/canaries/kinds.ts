import {
  readDecision,
  readPersonSearch,
  readProgress,
  readProposal,
  readProposalAnswer,
  readWithdrawal,
} from "@hemvist/contracts";
import { classify } from "@hemvist/rules";
import { sample, traineeship } from "../journeys/sample.ts";
import { goteborg } from "../support/goteborg.ts";

export type Message = Readonly<Record<string, unknown>>;

/** What hemvist does with a message of a sender's, by the code that does it there. */
export type Fate = "taken" | "taken and returned" | "refused";

/** A kind of message that a party sends. */
export interface Kind {
  readonly name: string;
  /** Its JSON Schema in `events/schemas`. */
  readonly schema: string;
  readonly sender: "sf-centrum" | "kompetenscenter";
  /** Its queue. Absent where it has none. */
  readonly queue?: string;
  /** The happening in the type of its envelope. */
  readonly happening?: string;
  readonly path: string;
  /** Valid messages, from which each field is changed. */
  readonly bases: readonly Message[];
  readonly fateOf: (message: Message) => Fate;
}

export const receivedOn = "2026-12-30";
const context = { receivedOn, municipality: goteborg };
const assignmentId = "sf-centrum.SFC-2026-004711.1";
const proposalId = "5b1d0c52-7a38-4f0e-9c1b-000000000099";
const at = "2026-11-27T09:00:00Z";

const read = ({ ok }: { readonly ok: boolean }): Fate => (ok ? "taken" : "refused");

function decisionFate(message: Message): Fate {
  const decision = readDecision(message, context);
  if (!decision.ok) return "refused";
  return classify(decision.value, context).outcome === "assigned" ? "taken" : "taken and returned";
}

const whole = JSON.parse(sample(traineeship)) as Message;
const numbered = {
  ...whole,
  person: {
    identityNumber: "18900118-9803",
    protectedIdentity: false,
    givenName: "Sample",
    familyName: "Person",
  },
};
const unnumbered = {
  ...whole,
  person: { reference: "SFC-UTAN-7", birthDate: "1991-05-06", protectedIdentity: false, givenName: "Sample" },
};
const protectedPerson = { ...whole, person: { protectedIdentity: true, reference: "SFC-SKYDD-7" } };

const fromSf = { sender: "sf-centrum", queue: "decisions-sf-centrum" } as const;
const fromProvider = { sender: "kompetenscenter", queue: "progress-kompetenscenter.fifo" } as const;
const assignmentPath = `/v1/assignments/${assignmentId}`;

/** Every kind of message that hemvist takes from a party. */
export const kinds: readonly Kind[] = [
  {
    name: "decision",
    schema: "decision",
    happening: "decision.made",
    path: "/v1/decisions",
    bases: [numbered, unnumbered, protectedPerson],
    fateOf: decisionFate,
    ...fromSf,
  },
  {
    name: "decision check",
    schema: "decision",
    sender: "sf-centrum",
    path: "/v1/decision-checks",
    bases: [numbered],
    fateOf: decisionFate,
  },
  {
    name: "search",
    schema: "person-search",
    sender: "sf-centrum",
    path: "/v1/person-searches",
    bases: [
      { identityNumber: "18900118-9803", purpose: "handling-a-case" },
      { administration: "sf-centrum", reference: "SFC-UTAN-7", purpose: "handling-a-case" },
      { administration: "sf-centrum", caseNumber: "2026-88231", purpose: "handling-a-case" },
    ],
    fateOf: (message) => read(readPersonSearch(message, context)),
  },
  {
    name: "progress",
    schema: "progress",
    happening: "progress.reported",
    path: `${assignmentPath}/progress`,
    bases: [
      {
        progressId: "0f6c1b2a-5d3e-4c7a-9b10-000000000099",
        assignmentId,
        status: "rejected",
        occurredAt: at,
        reason: { code: "other", whose: "person", text: "Sample" },
      },
    ],
    fateOf: (message) => read(readProgress(message)),
    ...fromProvider,
  },
  {
    name: "proposal",
    schema: "proposal",
    happening: "proposal.made",
    path: `${assignmentPath}/proposals`,
    bases: [
      { proposalId, assignmentId, wish: { kind: "change-service", service: "kc-praktik" }, madeAt: at },
      { proposalId, assignmentId, wish: { kind: "extend", to: "2027-06-09" }, madeAt: at },
    ],
    fateOf: (message) => read(readProposal(message)),
    ...fromProvider,
  },
  {
    name: "withdrawal",
    schema: "proposal-withdrawal",
    happening: "proposal.withdrawn",
    path: `${assignmentPath}/proposals/${proposalId}/withdrawal`,
    bases: [{ proposalId, assignmentId, withdrawnAt: at }],
    fateOf: (message) => read(readWithdrawal(message)),
    ...fromProvider,
  },
  {
    name: "proposal answer",
    schema: "proposal-answer",
    happening: "proposal.answered",
    path: `${assignmentPath}/proposals/${proposalId}/answer`,
    bases: [{ proposalId, assignmentId, answer: "declined", reason: "not-needed", answeredAt: at }],
    fateOf: (message) => read(readProposalAnswer(message)),
    ...fromSf,
  },
];
