import {
  assignmentSeenBy,
  type CaseStore,
  correlationIdOf,
  decisionOf,
  decisionsByPerson,
  hasOngoingCase,
  lookedIntoBy,
  type OnUnreadable,
  type Pseudonyms,
  reachesDecision,
  type SentMessages,
  wholePersons,
} from "@hemvist/casework";
import { type PersonSearch, readPersonSearch } from "@hemvist/contracts";
import { civilDateAt, type Municipality, modelNamed, partiesOf } from "@hemvist/rules";
import { type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import { assignmentView, decisionView, formerAssignmentView, modelSummary, modelView } from "./views.ts";

export interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly pseudonyms: Pseudonyms;
  readonly sentMessages: Pick<SentMessages, "deliveredAt">;
  /** Called once for each decision that is found and cannot be read, and that the answer leaves out. */
  readonly onUnreadable: OnUnreadable;
}

const found = (body: unknown): HttpAnswer => ({ status: 200, body });

/** GET /v1/decisions/{administration}/{decisionId}. */
export const readDecision =
  ({ municipality, cases }: Pick<Ports, "municipality" | "cases">) =>
  async ({
    caller,
    parameters: { administration = "", decisionId = "" },
  }: HttpRequest): Promise<HttpAnswer> => {
    const key = { administration, decisionId };
    const record = reachesDecision(key, caller) ? await cases.find(key) : undefined;
    return record ? found(decisionView(record, municipality)) : refusal("not-found");
  };

/** GET /v1/assignments/{assignmentId}: whole for its administration, its own part for a provider that has or had it. */
export const readAssignment =
  ({ municipality, cases, sentMessages, onUnreadable }: Omit<Ports, "pseudonyms">) =>
  async ({ caller, parameters: { assignmentId = "" } }: HttpRequest): Promise<HttpAnswer> => {
    const key = decisionOf(assignmentId);
    const looking = { party: caller.party, parties: partiesOf(municipality), onUnreadable };
    const record = key && (await lookedIntoBy(cases, looking).find(key));
    const seen = record && assignmentSeenBy(record, assignmentId, caller);
    if (seen === undefined) return refusal("not-found");
    if (seen.as === "former-provider") return found(formerAssignmentView(seen, caller.party));
    const delivered = await sentMessages.deliveredAt([assignmentId]);
    return found(assignmentView(seen.record, seen.assignment, delivered.get(assignmentId)));
  };

/**
 * POST /v1/person-searches: a POST that reads, because what it searches by may stand in no URL. A person for whom the
 * caller has no ongoing case is unknown to it. A decision that cannot be read hides no other. The answer says how many
 * are missing, so that a caseworker does not take the rest for the whole.
 */
export const searchPerson =
  ({ municipality, cases, pseudonyms, onUnreadable }: Omit<Ports, "sentMessages">) =>
  async ({ caller, body, receivedAt }: HttpRequest): Promise<HttpAnswer> => {
    const read = readPersonSearch(body, { receivedOn: civilDateAt(receivedAt), municipality });
    if (!read.ok) return refusal("unreadable", { faults: read.faults });
    const unread = new Map<string, Parameters<OnUnreadable>>();
    const leaveOut: OnUnreadable = (key, error) => unread.set(correlationIdOf(key), [key, error]);
    const personKeys = await personsFoundBy(read.value, { cases, pseudonyms, onUnreadable: leaveOut });
    const persons = await decisionsByPerson(cases, personKeys, leaveOut);
    for (const each of unread.values()) onUnreadable(...each);
    const known = persons.filter((records) => hasOngoingCase(records, { caller, at: receivedAt }));
    const missing = [...unread.values()].filter(
      ([{ administration }]) => known.length > 0 || administration === caller.party,
    );
    return found({ ...wholePersons(known), ...(missing.length > 0 ? { notRead: missing.length } : {}) });
  };

/** The pseudonyms that a search asks for. A case number may belong to several persons. */
async function personsFoundBy(
  search: PersonSearch,
  { cases, pseudonyms, onUnreadable }: Pick<Ports, "cases" | "pseudonyms" | "onUnreadable">,
): Promise<readonly string[]> {
  switch (search.by) {
    case "identity-number":
      return [await pseudonyms.ofNumber(search.identityNumber)];
    case "reference":
      return [await pseudonyms.ofReference(search.reference, search.administration)];
    case "case-number": {
      const caseKey = await pseudonyms.ofCase(search.caseNumber, search.administration);
      const ofCase = await cases.ofCase(caseKey, onUnreadable);
      return [...new Set(ofCase.map(({ personKey }) => personKey))];
    }
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
