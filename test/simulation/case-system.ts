import { contentHash } from "@hemvist/contracts";
import { civilDateAt } from "@hemvist/rules";
import { aMatter, contentOf, type DecisionContent, type Matter, type Wording } from "./generated-decision.ts";
import type { Origin } from "./ledger.ts";
import { asNextKeepsIt, withInterpreter } from "./next-code.ts";
import type { Heard } from "./parties.ts";
import type { Seeded } from "./seeded.ts";
import { day, hour, instantOf, minute, type VirtualTime } from "./virtual-time.ts";

export interface Posted extends Origin {
  readonly body: string;
}

interface Options {
  readonly administration: string;
  readonly time: VirtualTime;
  readonly chance: Seeded;
  /** How many decision messages it sends by itself; corrections and the like come beside them. */
  readonly messages: number;
  readonly post: (posted: Posted) => void;
  /** Whether it has been told that it may send what only the next version of the code knows. */
  readonly mayAskMore: () => boolean;
}

interface Known {
  readonly matter: Matter;
  /** The newest revision that was sent. */
  revision: number;
  isRevoked: boolean;
  last: DecisionContent;
}

/** How many decisions a night's batch has at the most. */
const mostInBurst = 80;

/** How long it sends by itself. */
export const sendingTime = 3 * day;

/** The case system of one SF: decides, revises, revokes, and makes every mistake that a case system makes. */
export function caseSystem({ administration, time, chance, messages, post, mayAskMore }: Options) {
  const queue = `decisions-${administration}`;
  const known: Known[] = [];
  const sent: Posted[] = [];
  let serial = 0;

  function send(wanted: DecisionContent): void {
    const { decisionId, revision } = wanted as { decisionId: string; revision: number };
    const isNewer = mayAskMore() && chance.chance(0.1);
    const content = isNewer ? withInterpreter(wanted) : wanted;
    const hash = contentHash(asNextKeepsIt(content));
    const body = JSON.stringify(chance.chance(0.7) ? enveloped("decision.made", content) : content);
    const posted = {
      queue,
      body,
      decision: { pk: `${administration}.${decisionId}`, revision, contentHash: hash, isNewer },
    };
    sent.push(posted);
    post(posted);
  }

  function wording(revision: number, changes: Partial<Wording> = {}): Wording {
    serial += 1;
    return {
      revision,
      serial,
      isWithinModel: chance.chance(0.9),
      isProtected: chance.chance(0.03),
      isRevoked: false,
      ...changes,
    };
  }

  function decide(): void {
    const today = civilDateAt(instantOf(time.now()));
    const decisionId = `D-${known.length}`;
    const matter = aMatter({ administration, decisionId, today }, chance);
    const last = contentOf(matter, wording(1), chance);
    known.push({ matter, revision: 1, isRevoked: false, last });
    send(last);
  }

  function revise(decision: Known, changes: Partial<Wording> = {}): void {
    if (decision.isRevoked) {
      decide();
      return;
    }
    decision.revision += 1;
    decision.isRevoked = changes.isRevoked ?? false;
    decision.last = contentOf(decision.matter, wording(decision.revision, changes), chance);
    send(decision.last);
  }

  /** The newer of two revisions first. */
  function overtake(decision: Known): void {
    if (decision.isRevoked) {
      decide();
      return;
    }
    const [first, second] = [decision.revision + 1, decision.revision + 2];
    decision.revision = second;
    decision.last = contentOf(decision.matter, wording(second), chance);
    const earlier = contentOf(decision.matter, wording(first), chance);
    send(decision.last);
    time.after(chance.below(9 * minute), () => send(earlier));
  }

  function garble(): void {
    const { last } = chance.pick(known as [Known, ...Known[]]);
    const bodies = [
      "{",
      JSON.stringify({ ...last, decidedOn: "2026-02-30" }),
      JSON.stringify({ ...last, legalBassis: "12:4" }),
      JSON.stringify(enveloped("decision.maid", last)),
    ] as const;
    post({
      queue,
      body: chance.pick(bodies),
      decision: { pk: "", revision: 0, contentHash: "" },
      isPoisoned: true,
    });
  }

  function repeat(): void {
    const again = sent[chance.below(sent.length)];
    if (again) post(again);
  }

  function nextAct(): () => void {
    const decision = known[chance.below(known.length)];
    const lot = chance.below(100);
    if (decision === undefined || lot < 62) return decide;
    if (lot < 76) return () => revise(decision);
    if (lot < 79) return () => revise(decision, { isRevoked: true, isWithinModel: true });
    if (lot < 82) return () => overtake(decision);
    // Other content under a revision that was sent before.
    if (lot < 86) return () => send(contentOf(decision.matter, wording(decision.revision), chance));
    return lot < 90 ? garble : repeat;
  }

  /** In bursts, as a night's batch comes. */
  function start(): void {
    for (let left = messages; left > 0; ) {
      const burst = Math.min(left, 1 + chance.below(mostInBurst));
      left -= burst;
      time.after(chance.below(sendingTime), () => {
        for (let index = 0; index < burst; index += 1) nextAct()();
      });
    }
  }

  function correct(decisionId: unknown): void {
    const decision = known.find(({ matter }) => matter.decisionId === decisionId);
    if (decision === undefined || decision.isRevoked || !chance.chance(0.6)) return;
    decision.last = contentOf(
      decision.matter,
      wording(decision.revision, { isWithinModel: chance.chance(0.6) }),
      chance,
    );
    time.after(chance.below(8 * hour), () => send(decision.last));
  }

  function answer({ data }: Heard): void {
    const isAgreed = chance.chance(0.5);
    const { proposalId, assignmentId, decisionId } = data();
    const content = {
      proposalId,
      assignmentId,
      answer: isAgreed ? "agreed" : "declined",
      ...(isAgreed ? {} : { reason: "not-needed" }),
      answeredAt: instantOf(time.now()),
    };
    post({ queue, body: JSON.stringify(enveloped("proposal.answered", content)) });
    const decision = known.find(({ matter }) => matter.decisionId === decisionId);
    if (isAgreed && decision && chance.chance(0.7)) time.after(chance.below(day), () => revise(decision));
  }

  return {
    start,
    /** Something has come to its inbox. */
    hear(heard: Heard): void {
      const { type, data } = heard;
      if (type.endsWith(".decision.returned.v1")) correct(data()["decisionId"]);
      if (type.endsWith(".proposal.status-changed.v1") && data()["status"] === "proposed")
        time.after(chance.below(6 * hour), () => answer(heard));
    },
  };
}

const enveloped = (happening: string, data: unknown) => ({
  specversion: "1.0",
  type: `se.goteborg.hemvist.${happening}.v1`,
  data,
});
