import { correlationIdOf } from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { type Administration, civilDateAt } from "@hemvist/rules";
import {
  aMatter,
  contentOf,
  type DecisionContent,
  type Matter,
} from "../simulation/parties/generated-decision.ts";
import { type Seeded, seeded } from "../simulation/world/seeded.ts";

/** A decision's message as a case system sends it, and what it knows of it. */
export interface Planned {
  readonly administration: Administration;
  readonly way: "queue" | "http";
  readonly body: string;
  /** Which content of which decision it carries; absent where it cannot be read. */
  readonly content?: PlannedContent;
  /** It was sent before, and is now sent again. */
  readonly isRepeat: boolean;
}

export interface PlannedContent {
  /** `<administration>.<decisionId>` */
  readonly decision: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly isWithinModel: boolean;
  /** The revision was sent with other content before: this one must change nothing. */
  readonly isOther: boolean;
}

export interface Share {
  /** How many decisions are made, repeats and everything else beside them. */
  readonly decisions: number;
  /** How many of them are sent twice, from 0 to 1. */
  readonly duplicates: number;
}

interface Known {
  readonly matter: Matter;
  readonly message: Planned;
  readonly content: PlannedContent;
}

/** Shares of what is sent, ours: as many of each as make it happen many times in a run of some thousands. */
const share = {
  overHttp: 0.1,
  outside: 0.08,
  revised: 0.04,
  corrected: 0.3,
  other: 0.005,
  unreadable: 0.005,
};

/** What the four case systems send, one day after the other, from one seed. */
export function plannedDecisions(seed: number) {
  const chance = seeded(`load ${seed}`);
  const known: Known[] = [];
  let serial = 0;

  function message(
    matter: Matter,
    { revision, isWithinModel, isOther }: Pick<PlannedContent, "revision" | "isWithinModel" | "isOther">,
  ): Known {
    serial += 1;
    const wording = { revision, serial, isWithinModel, isProtected: chance.chance(0.03), isRevoked: false };
    const content = contentOf(matter, wording, chance);
    const { administration } = matter;
    const planned: PlannedContent = {
      decision: correlationIdOf({ administration, decisionId: matter.decisionId }),
      revision,
      contentHash: contentHash(content),
      isWithinModel,
      isOther,
    };
    const way = wayOf(chance);
    // Over HTTP a decision goes without an envelope.
    const isEnveloped = way === "queue" && chance.chance(0.5);
    return {
      matter,
      content: planned,
      message: {
        administration,
        way,
        body: JSON.stringify(isEnveloped ? enveloped(content) : content),
        content: planned,
        isRepeat: false,
      },
    };
  }

  function decide(today: string, index: number): Known {
    const administration = chance.pick(fourOf());
    const decisionId = `L-${String(serial).padStart(6, "0")}`;
    const matter = aMatter({ administration, decisionId, today, basics: 0.25 }, chance);
    const isWithinModel = index === 0 || !chance.chance(share.outside);
    return message(matter, { revision: 1, isWithinModel, isOther: false });
  }

  /** What comes of one of yesterday's decisions: corrected, revised, or changed without a new revision. */
  function goOn({ matter, content: { isWithinModel } }: Known, index: number): Known | undefined {
    if (!isWithinModel) {
      if (!chance.chance(share.corrected)) return undefined;
      return message(matter, { revision: 1, isWithinModel: true, isOther: false });
    }
    if (index === 0 || chance.chance(share.other))
      return message(matter, { revision: 1, isWithinModel, isOther: true });
    if (!chance.chance(share.revised)) return undefined;
    return message(matter, { revision: 2, isWithinModel: chance.chance(0.9), isOther: false });
  }

  return {
    /**
     * A day's messages in the order in which they are sent. A decision may go on the day after it was made. The first
     * of each day meets with everything, so that the smallest run has all there is: it is within the model, is sent
     * twice, is garbled, and comes with other content on the day after.
     */
    day(now: string, { decisions, duplicates }: Share): readonly Planned[] {
      const today = civilDateAt(now);
      const later = known.splice(0).flatMap((earlier, index) => goOn(earlier, index) ?? []);
      const made = Array.from({ length: decisions }, (_, index) => decide(today, index));
      known.push(...made);
      const first = [...later, ...made].map(({ message: its }) => its);
      const again = made
        .filter((_, index) => index === 0 || chance.chance(duplicates))
        .map(({ message: its }): Planned => ({ ...its, isRepeat: true }));
      const garbled = made
        .filter((_, index) => index === 0 || chance.chance(share.unreadable))
        .map((its) => garbledOf(its, chance));
      return shuffledBehind(first, [...again, ...garbled], chance);
    },
  };
}

const fourOf = (): readonly [Administration, ...Administration[]] => [
  "sf-centrum",
  "sf-hisingen",
  "sf-nordost",
  "sf-sydvast",
];

const wayOf = (chance: Seeded): Planned["way"] => (chance.chance(share.overHttp) ? "http" : "queue");

const enveloped = (data: DecisionContent) => ({
  specversion: "1.0",
  type: "se.goteborg.hemvist.decision.made.v1",
  data,
});

/** Over the queue only: over HTTP nothing but the answer remains of it. */
function garbledOf({ message: { administration, body } }: Known, chance: Seeded): Planned {
  const cut = body.slice(0, body.length - 1 - chance.below(40));
  const misspelt = body.replace('"legalBasis"', '"legalBassis"');
  return { administration, way: "queue", body: chance.pick([cut, misspelt]), isRepeat: false };
}

/** Puts each of `more` at some place among the others, chance decides where. */
function shuffledBehind(
  first: readonly Planned[],
  more: readonly Planned[],
  chance: Seeded,
): readonly Planned[] {
  const places = Map.groupBy(more, () => chance.below(first.length + 1));
  return [
    ...first.flatMap((its, at) => [...(places.get(at) ?? []), its]),
    ...(places.get(first.length) ?? []),
  ];
}
