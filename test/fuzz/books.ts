import { kindsOf, type PartyKind, partiesOf, type Reach } from "@hemvist/rules";
import type { DecisionContent, Matter } from "../simulation/parties/generated-decision.ts";
import { goteborg } from "../support/goteborg.ts";
import { isJson, jsonOf, listOf, textOf } from "./json.ts";

/** What the senders know of a decision that hemvist has taken: from what they sent and what they were answered. */
export interface Known {
  readonly administration: string;
  readonly decisionId: string;
  readonly matter: Matter;
  revision: number;
  content: DecisionContent;
  /** Of each assignment, the providers that have or have had it. */
  readonly providers: Map<string, Set<string>>;
  readonly proposals: {
    readonly proposalId: string;
    readonly assignmentId: string;
    readonly provider: string;
  }[];
}

export const parties = partiesOf(goteborg);
export const everyParty = [
  ...new Set([...parties.administrations, ...parties.executors, ...parties.listeners]),
];
export const kindsOfParty = (party: string): readonly PartyKind[] => kindsOf(party, parties);

const firstOfId: Readonly<Record<string, string>> = {
  "sf-centrum": "FZCE",
  "sf-hisingen": "FZHI",
  "sf-nordost": "FZNO",
  "sf-sydvast": "FZSY",
};
export const decisionIdOf = (administration: string, serial: number): string =>
  `${firstOfId[administration] ?? "FZXX"}-${serial}`;

/** The books of all parties together. They say whose each thing is, and nothing that hemvist has said changes that. */
export class Books {
  readonly decisions: Known[] = [];
  readonly #byId = new Map<string, Known>();
  readonly #group = new Map<string, string>();
  #serial = 0;

  nextSerial(): number {
    this.#serial += 1;
    return this.#serial;
  }

  /** The decision as the books have it, from now on if not before. */
  entryOf(administration: string, content: DecisionContent, matter?: Matter): Known {
    const { decisionId } = content;
    const before = this.named(administration, decisionId);
    if (before !== undefined) return before;
    const known: Known = {
      administration,
      decisionId,
      matter: matter ?? matterOf(administration, content),
      revision: 0,
      content,
      providers: new Map(),
      proposals: [],
    };
    this.decisions.push(known);
    this.#byId.set(`${administration}.${decisionId}`, known);
    return known;
  }

  named(administration: string, decisionId: string): Known | undefined {
    return this.#byId.get(`${administration}.${decisionId}`);
  }

  ofAssignment(assignmentId: string): Known | undefined {
    const [administration = "", decisionId = ""] = assignmentId.split(".");
    return this.named(administration, decisionId);
  }

  /** What an answer to the administration says of its assignments. */
  hearAssignments(known: Known, assignments: unknown): void {
    for (const one of listOf(assignments).filter(isJson)) {
      const id = textOf(one["assignmentId"]);
      const had = known.providers.get(id) ?? new Set();
      known.providers.set(id, had.add(textOf(one["provider"])));
    }
  }

  /** Every number and reference in these messages belongs to one person, and so does what each was linked with before. */
  hearPerson(...contents: readonly unknown[]): void {
    const keys = contents.flatMap(personKeysIn);
    const [first] = keys;
    for (const key of keys) if (first !== undefined) this.#join(first, key);
  }

  /** Whether the party has made a decision about a person that this decision is about. */
  sharesPerson(party: string, known: Known): boolean {
    const groups = new Set(personKeysIn(known.content).map((key) => this.#rootOf(key)));
    return this.decisions.some(
      (one) =>
        one.administration === party &&
        personKeysIn(one.content).some((key) => groups.has(this.#rootOf(key))),
    );
  }

  /** Whether what the matrix lets the party reach holds the assignment. */
  reachesAssignment(party: string, assignmentId: string, reach: readonly Reach[]): boolean {
    const asProvider = reach.includes("assignments-then") || reach.includes("present-assignments");
    return (
      (reach.includes("own-decisions") && this.ofAssignment(assignmentId)?.administration === party) ||
      (asProvider && this.#had(party, assignmentId))
    );
  }

  /** Whether the party knows that the assignment exists: it has decided it, has it, or has had it. */
  knowsAssignment(party: string, assignmentId: string): boolean {
    return this.ofAssignment(assignmentId)?.administration === party || this.#had(party, assignmentId);
  }

  #had(party: string, assignmentId: string): boolean {
    return this.ofAssignment(assignmentId)?.providers.get(assignmentId)?.has(party) === true;
  }

  #rootOf(key: string): string {
    const parent = this.#group.get(key) ?? key;
    if (parent === key) return key;
    const root = this.#rootOf(parent);
    this.#group.set(key, root);
    return root;
  }

  #join(one: string, other: string): void {
    this.#group.set(this.#rootOf(other), this.#rootOf(one));
  }
}

/** A number's last ten digits, or a reference with its administration. Both are what a search may ask for. */
function personKeysIn(content: unknown): readonly string[] {
  const { administration, person } = jsonOf(content);
  const { identityNumber, reference, replaces } = jsonOf(person);
  return [identityNumber, reference, replaces]
    .filter((one) => typeof one === "string")
    .map((text) => {
      const digits = text.replaceAll(/\D/g, "");
      return digits.length === 10 || digits.length === 12
        ? digits.slice(-10)
        : `${textOf(administration)} ${text}`;
    });
}

const matterOf = (administration: string, { decisionId, ...content }: DecisionContent): Matter => ({
  administration,
  decisionId,
  decidedOn: "2026-11-02",
  isBasic: false,
  identityNumber: textOf(jsonOf(content["person"])["identityNumber"]),
});
