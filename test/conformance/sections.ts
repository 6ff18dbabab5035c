import { answerBehaviours } from "./answer-behaviours.ts";
import type { Behaviour, EngineName } from "./behaviour.ts";
import type { Parts } from "./engines.ts";
import { queueBehaviours } from "./queue-behaviours.ts";
import { queueSourceBehaviours } from "./queue-source-behaviours.ts";
import { scheduleBehaviours } from "./schedule-behaviours.ts";
import { streamBehaviours } from "./stream-behaviours.ts";
import { streamSourceBehaviours } from "./stream-source-behaviours.ts";
import { tableBehaviours } from "./table-behaviours.ts";
import { tableCallBehaviours } from "./table-call-behaviours.ts";
import { troubleBehaviours } from "./trouble-behaviours.ts";
import { wayOutBehaviours } from "./way-out-behaviours.ts";

/** A behaviour that can be asked of an engine, whatever part of the platform it is of. */
export interface Row extends Omit<Behaviour<never>, "check"> {
  /** @throws Error where the engine has no such part, or is not here */
  readonly ask: (parts: Parts, engine: EngineName) => Promise<string>;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

const section = <Open>(
  title: string,
  behaviours: readonly Behaviour<Open>[],
  of: (parts: Parts) => Readonly<Partial<Record<EngineName, Open>>>,
): Section => ({
  title,
  rows: behaviours.map(({ check, ...behaviour }) => ({
    ...behaviour,
    ask(parts, engine) {
      const open = of(parts)[engine];
      if (open === undefined) throw new Error(`${engine} has no part of this kind`);
      return check(open);
    },
  })),
});

/** Every behaviour of the platform that hemvist has to do with. */
export const sections: readonly Section[] = [
  section("Table", tableBehaviours, ({ tables }) => tables),
  section("Table, below the adapters", tableCallBehaviours, ({ tableCalls }) => tableCalls),
  section("Stream", streamBehaviours, ({ streams }) => streams),
  section("From a stream to its function", streamSourceBehaviours, ({ streamSources }) => streamSources),
  section("Queue", queueBehaviours, ({ queues }) => queues),
  section("From a queue to its function", queueSourceBehaviours, ({ queueSources }) => queueSources),
  section("To a party's queue", wayOutBehaviours, ({ waysOut }) => waysOut),
  section("Schedule", scheduleBehaviours, ({ schedules }) => schedules),
  section("Trouble with any call", troubleBehaviours, ({ troubles }) => troubles),
  section("A function's answer", answerBehaviours, ({ answers }) => answers),
];
