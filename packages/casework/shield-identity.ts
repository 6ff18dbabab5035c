import type { Person } from "@hemvist/rules";
import { caseKeyOf } from "./addresses.ts";
import type { Message } from "./message.ts";
import type { CaseStore } from "./ports.ts";

/** The messages that may be sent now, and the error for each decision that could not be read. */
export interface Shielded {
  readonly messages: readonly Message[];
  readonly unknown: ReadonlyMap<string, unknown>;
}

/** The decision is not there, so nothing says whether the person has been protected since. No further attempt helps. */
export class MarkUnknown extends Error {
  override readonly name = "MarkUnknown";
}

/**
 * Takes number and name out of a message if its decision has been marked with protected identity since the message was
 * written. A message whose decision is not there or cannot be read is held back: the person may be protected. It costs
 * one read for each decision whose messages hold a person.
 */
export async function shieldIdentity(
  messages: readonly Message[],
  cases: Pick<CaseStore, "find">,
): Promise<Shielded> {
  const decisions = [...new Set(messages.filter(carriesIdentity).map(({ event }) => event.correlationid))];
  const persons = new Map<string, Person>();
  const unknown = new Map<string, unknown>();
  await Promise.all(
    decisions.map(async (decision) => {
      try {
        persons.set(decision, await personNow(decision, cases));
      } catch (error) {
        unknown.set(decision, error);
      }
    }),
  );
  const known = messages.filter(({ event }) => !unknown.has(event.correlationid));
  return { messages: known.map((message) => shielded(message, persons)), unknown };
}

function shielded(message: Message, persons: ReadonlyMap<string, Person>): Message {
  const person = carriesIdentity(message) ? persons.get(message.event.correlationid) : undefined;
  return person?.protectedIdentity ? withPerson(message, person) : message;
}

const carriesIdentity = ({ event: { data } }: Message): boolean => {
  const { person } = data;
  return typeof person === "object" && person !== null && !("protectedIdentity" in person);
};

/** @throws MarkUnknown */
async function personNow(decision: string, cases: Pick<CaseStore, "find">): Promise<Person> {
  const record = await cases.find(caseKeyOf(decision));
  const person = (record?.standing ?? record?.returned)?.decision.person;
  if (person === undefined) throw new MarkUnknown();
  return person;
}

const withPerson = ({ queue, event }: Message, person: Person): Message => ({
  queue,
  event: { ...event, data: { ...event.data, person } },
});
