import { correlationIdOf } from "@hemvist/casework";
import { civilDateAt, decisionsFrom, instantOf, type Municipality } from "@hemvist/rules";
import { asNextKeepsIt, contentIn, withInterpreter } from "../faults/next-code.ts";
import type { Origin } from "../invariants/ledger.ts";
import type { Seeded } from "../world/seeded.ts";
import { day, hour, minute, type VirtualTime } from "../world/virtual-time.ts";
import { envelopesOf } from "./envelope.ts";
import {
  aMatter,
  contentOf,
  type DecisionContent,
  type Matter,
  mistaken,
  renumbered,
  type Wording,
} from "./generated-decision.ts";
import type { Delivery } from "./parties.ts";
import { unreadableBodies } from "./unreadable-bodies.ts";

export interface Posted extends Origin {
  readonly body: string;
}

interface Options {
  readonly municipality: Municipality;
  readonly administration: string;
  readonly time: VirtualTime;
  readonly chance: Seeded;
  /** How many decision messages it sends by itself; corrections and the like come beside them. */
  readonly messages: number;
  /** How long it does. */
  readonly sendingTime: number;
  /** How likely a decision is to be one of the basic kind. */
  readonly basics: number;
  /** The queue's own id of the message; undefined once the parties have stopped sending. */
  readonly post: (posted: Posted) => string | undefined;
  /** Whether it may send what only the next version of the code knows: that version has been announced. */
  readonly mayAskMore: () => boolean;
}

interface Known {
  /** Its person may be given another number. */
  matter: Matter;
  /** The newest revision that was sent. */
  revision: number;
  isRevoked: boolean;
  /** Its newest revision was returned, and it has not corrected it since. */
  isReturned: boolean;
}

/** How many decisions a night's batch has at the most. */
const mostInBurst = 400;

/** The case system of one SF: decides, revises, revokes, and makes every mistake that a case system makes. */
export function caseSystem(options: Options) {
  const { municipality, administration, time, chance, messages, sendingTime, basics, post, mayAskMore } =
    options;
  const enveloped = envelopesOf(municipality);
  const queue = decisionsFrom(administration);
  const known: Known[] = [];
  const sent: Posted[] = [];
  const byMessage = new Map<string, Known>();
  let serial = 0;

  function send(decision: Known, wanted: DecisionContent): void {
    const { decisionId, revision } = wanted;
    const isNewer = mayAskMore() && chance.chance(0.1);
    const content = isNewer ? withInterpreter(wanted) : wanted;
    const body = JSON.stringify(chance.chance(0.7) ? enveloped("decision.made", content) : content);
    const posted = {
      queue,
      body,
      decision: {
        pk: correlationIdOf({ administration, decisionId }),
        revision,
        caseNumber: asNextKeepsIt(content).caseNumber,
        body,
        isNewer,
        isHashed: isNewer || chance.chance(0.05),
      },
    };
    sent.push(posted);
    const messageId = post(posted);
    if (messageId !== undefined) byMessage.set(messageId, decision);
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

  /** New content under its newest revision. */
  function say(decision: Known, changes: Partial<Wording> = {}, matter = decision.matter): void {
    send(decision, contentOf(matter, wording(decision.revision, changes), chance));
  }

  /** @param subject as hemvist names a decision: `<administration>.D-<number>` */
  const knownAs = (subject: string): Known | undefined => known[Number(subject.split(".D-")[1])];

  function decide(): void {
    const today = civilDateAt(instantOf(time.now()));
    const decisionId = `D-${known.length}`;
    const matter = aMatter({ administration, decisionId, today, basics }, chance);
    const decision = { matter, revision: 1, isRevoked: false, isReturned: false };
    known.push(decision);
    say(decision);
  }

  function revise(decision: Known, changes: Partial<Wording> = {}): void {
    if (decision.isRevoked) {
      decide();
      return;
    }
    if (decision.isReturned && chance.chance(0.9)) {
      correct(decision);
      return;
    }
    decision.revision += 1;
    decision.isRevoked = changes.isRevoked ?? false;
    if (chance.chance(0.05)) decision.matter = renumbered(decision.matter, chance);
    say(decision, changes, chance.chance(0.05) ? mistaken(decision.matter, chance) : decision.matter);
  }

  /** The newer of two revisions first. */
  function overtake(decision: Known): void {
    if (decision.isRevoked || decision.isReturned) {
      decide();
      return;
    }
    const [first, second] = [decision.revision + 1, decision.revision + 2];
    decision.revision = second;
    say(decision);
    const earlier = contentOf(decision.matter, wording(first), chance);
    time.after(chance.below(9 * minute), () => send(decision, earlier));
  }

  function garble(): void {
    const { body = "{}" } = sent[chance.below(sent.length)] ?? {};
    post({
      queue,
      body: chance.pick(unreadableBodies(contentIn(body), enveloped)),
      decision: { pk: "", revision: 0, caseNumber: "", body },
      isPoisoned: true,
    });
  }

  function repeat(): void {
    const again = sent[chance.below(sent.length)];
    if (again) post(again);
  }

  /** @param before how many decisions it knew before it began on the night's batch: those it mostly writes about */
  function nextAct(before: number): () => void {
    const decision = known[chance.below(chance.chance(0.8) ? before : known.length)];
    const lot = chance.below(100);
    if (decision === undefined || lot < 62) return decide;
    if (lot < 76) return () => revise(decision);
    if (lot < 79) return () => revise(decision, { isRevoked: true, isWithinModel: true });
    if (lot < 81) return () => overtake(decision);
    // Other content under a revision that was sent before.
    if (lot < 86) return () => say(decision);
    return lot < 87 ? garble : repeat;
  }

  /** In bursts, as a night's batch comes. */
  function start(): void {
    for (let left = messages; left > 0; ) {
      const burst = Math.min(left, 1 + chance.below(mostInBurst));
      left -= burst;
      time.after(chance.below(sendingTime), () => {
        const before = known.length;
        for (let index = 0; index < burst; index += 1) nextAct(before)();
      });
    }
  }

  function correct(decision: Known): void {
    decision.isReturned = false;
    say(decision, { isWithinModel: chance.chance(0.6) });
  }

  function onReturned(decision: Known | undefined): void {
    if (decision === undefined || decision.isRevoked) return;
    decision.isReturned = true;
    if (!chance.chance(0.6)) return;
    time.after(chance.below(8 * hour), () => {
      if (decision.isReturned) correct(decision);
    });
  }

  /** A revision was refused, since one before it is missing: it is sent anew under the number that is expected. */
  function onRefused({ why, messageId, expectedRevision: expected }: ReturnType<Delivery["data"]>): void {
    const decision = byMessage.get(String(messageId));
    if (why !== "revision-skipped" || typeof expected !== "number" || decision === undefined) return;
    time.after(chance.below(hour), () => {
      if (decision.revision <= expected) return;
      decision.revision = expected;
      decision.isReturned = false;
      say(decision, { isRevoked: decision.isRevoked });
    });
  }

  function answer({ data }: Delivery): void {
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
    const decision = knownAs(correlationIdOf({ administration, decisionId: String(decisionId) }));
    if (isAgreed && decision && chance.chance(0.7)) time.after(chance.below(day), () => revise(decision));
  }

  return {
    start,
    /** A message has come to its inbox. */
    receive(delivery: Delivery): void {
      const { type, subject, data } = delivery;
      if (type.endsWith(".decision.returned.v1")) onReturned(knownAs(subject));
      if (type.endsWith(".decision.refused.v1")) onRefused(data());
      if (type.endsWith(".proposal.status-changed.v1") && data()["status"] === "proposed")
        time.after(chance.below(6 * hour), () => answer(delivery));
    },
  };
}
