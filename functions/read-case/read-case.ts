import {
  type Access,
  assignmentSeenBy,
  type CaseStore,
  correlationIdOf,
  decisionOf,
  decisionsByPerson,
  hasOngoingCase,
  lookedIntoBy,
  type OnUnreadable,
  type Pseudonyms,
  personsIn,
  personsOfCase,
  reachesDecision,
  type SentMessages,
  wholePersons,
} from "@hemvist/casework";
import { type PersonSearch, readPersonSearch } from "@hemvist/contracts";
import { civilDateAt, type Municipality, modelNamed, partiesOf } from "@hemvist/rules";
import { about, type HttpAnswer, type HttpRequest, log, refusal } from "@hemvist/runtime";
import { missedDecisions } from "./missed-decisions.ts";
import { assignmentView, decisionView, formerAssignmentView, modelSummary, modelView } from "./views.ts";

export interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly pseudonyms: Pseudonyms;
  readonly sentMessages: Pick<SentMessages, "deliveredAt">;
  /** Called once for each decision that is found and cannot be read, and that the answer leaves out. */
  readonly onUnreadable: OnUnreadable;
  /** Logs an access (2001:454, 10 §). If it throws, there is no answer. */
  readonly logAccess: (access: Access) => Promise<void>;
}

const found = (body: unknown): HttpAnswer => ({ status: 200, body });

/** A look that shows nothing is logged too, as what was asked for. The log does not say whether that exists. */
const nothing = { ...personsIn([]), shown: 0 };

/** GET /v1/decisions/{administration}/{decisionId}. */
export const readDecision =
  ({ municipality, cases, logAccess }: Pick<Ports, "municipality" | "cases" | "logAccess">) =>
  async ({
    caller,
    parameters: { administration = "", decisionId = "" },
    receivedAt: at,
  }: HttpRequest): Promise<HttpAnswer> => {
    const key = { administration, decisionId };
    about(correlationIdOf(key));
    const record = reachesDecision(key, caller) ? await cases.find(key) : undefined;
    const access = { at, party: caller.party, act: "read-decision", asked: correlationIdOf(key) } as const;
    await logAccess({ ...access, ...(record ? { ...personsIn([record]), shown: 1 } : nothing) });
    return record ? found(decisionView(record, municipality)) : refusal("not-found");
  };

/** GET /v1/assignments/{assignmentId}: whole for its administration, its own part for a provider that has or had it. */
export const readAssignment =
  ({ municipality, cases, sentMessages, onUnreadable, logAccess }: Omit<Ports, "pseudonyms">) =>
  async ({ caller, parameters: { assignmentId = "" }, receivedAt: at }: HttpRequest): Promise<HttpAnswer> => {
    const key = decisionOf(assignmentId);
    about(key && correlationIdOf(key));
    const looking = { party: caller.party, parties: partiesOf(municipality), onUnreadable };
    const record = key && (await lookedIntoBy(cases, looking).find(key));
    const seen = record && assignmentSeenBy(record, assignmentId, caller);
    const access = { at, party: caller.party, act: "read-assignment", asked: assignmentId } as const;
    await logAccess({ ...access, ...(seen ? { ...personsIn([seen.record]), shown: 1 } : nothing) });
    if (seen === undefined) return refusal("not-found");
    if (seen.as === "former-provider") return found(formerAssignmentView(seen, caller.party));
    const delivered = await sentMessages.deliveredAt([assignmentId]);
    return found(assignmentView(seen.record, seen.assignment, delivered.get(assignmentId)));
  };

/**
 * POST /v1/person-searches: a POST that reads, because what it searches by may stand in no URL. A person for whom the
 * caller has no ongoing case is unknown to it. A decision that cannot be read hides no other, and what it shows is
 * bounded. The answer says how many are missing, so that a caseworker does not take the rest for the whole.
 */
export const searchPerson =
  ({ municipality, cases, pseudonyms, onUnreadable, logAccess }: Omit<Ports, "sentMessages">) =>
  async ({ caller, body, receivedAt }: HttpRequest): Promise<HttpAnswer> => {
    const read = readPersonSearch(body, { receivedOn: civilDateAt(receivedAt), municipality });
    if (!read.ok) return refusal("unreadable", { faults: read.faults });
    const { by, purpose } = read.value;
    const missed = missedDecisions();
    const asked = await pseudonymIn(read.value, pseudonyms);
    const personKeys = by === "case-number" ? await personsOfCase(cases, asked, missed) : [asked];
    const persons = await decisionsByPerson(cases, personKeys, missed);
    for (const each of missed.unread()) onUnreadable(...each);
    const noRoom = missed.noRoomBeside(persons.flat());
    if (noRoom.length > 0) log.warn("more decisions found than a search shows", { leftOut: noRoom.length });
    const known = persons.filter((records) => hasOngoingCase(records, { caller, at: receivedAt }));
    const missing = [...missed.unread().map(([key]) => key), ...noRoom].filter(
      ({ administration }) => known.length > 0 || administration === caller.party,
    );
    const whole = wholePersons(known);
    await logAccess({
      at: receivedAt,
      party: caller.party,
      act: "search-person",
      asked: `${by}:${asked}`,
      purpose,
      ...personsIn(known.flat()),
      shown: whole.interventions.length,
    });
    return found({ ...whole, ...(missing.length > 0 ? { notRead: missing.length } : {}) });
  };

/** The pseudonym of what a search is by. */
function pseudonymIn(search: PersonSearch, pseudonyms: Pseudonyms): Promise<string> {
  switch (search.by) {
    case "identity-number":
      return pseudonyms.ofNumber(search.identityNumber);
    case "reference":
      return pseudonyms.ofReference(search.reference, search.administration);
    case "case-number":
      return pseudonyms.ofCase(search.caseNumber, search.administration);
  }
}

/** GET /v1/models. */
export const listModels =
  ({ models }: Municipality) =>
  (): Promise<HttpAnswer> =>
    Promise.resolve(found({ models: models.map(modelSummary) }));

/** GET /v1/models/{name}. */
export const readModel =
  (municipality: Municipality) =>
  ({ parameters: { name = "" } }: HttpRequest): Promise<HttpAnswer> => {
    const model = modelNamed(municipality, name);
    return Promise.resolve(model ? found(modelView(model)) : refusal("not-found"));
  };
