import type { CaseStore, Message } from "@hemvist/casework";
import type { Person } from "@hemvist/rules";

/**
 * Takes number and name out of messages whose decision has been marked with protected identity since they were
 * written: what has not been sent yet shall not be sent with them. Costs one read per decision that carries any.
 */
export async function shieldIdentity(
  messages: readonly Message[],
  cases: Pick<CaseStore, "find">,
): Promise<readonly Message[]> {
  const decisions = [...new Set(messages.filter(carriesIdentity).map(({ event }) => event.correlationid))];
  const persons = new Map(
    await Promise.all(
      decisions.map(async (decision) => [decision, await personNow(decision, cases)] as const),
    ),
  );
  return messages.map((message) => {
    const person = carriesIdentity(message) ? persons.get(message.event.correlationid) : undefined;
    return person?.protectedIdentity ? withPerson(message, person) : message;
  });
}

const carriesIdentity = ({ event: { data } }: Message): boolean => {
  const { person } = data;
  return typeof person === "object" && person !== null && "identityNumber" in person;
};

async function personNow(decision: string, cases: Pick<CaseStore, "find">): Promise<Person | undefined> {
  const [administration = "", decisionId = ""] = decision.split(".");
  const record = await cases.find({ administration, decisionId });
  return record?.standing?.decision.person;
}

const withPerson = ({ queue, event }: Message, person: Person): Message => ({
  queue,
  event: { ...event, data: { ...event.data, person } },
});
