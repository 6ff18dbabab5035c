import {
  type CaseStore,
  decisionOf,
  decisionsByPerson,
  type Pseudonyms,
  type Receipts,
  wholePersons,
} from "@hemvist/casework";
import { type PersonSearch, readPersonSearch } from "@hemvist/contracts";
import { civilDateAt, type Municipality, modelNamed } from "@hemvist/rules";
import { type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import { assignmentView, decisionView, modelSummary, modelView } from "./views.ts";

export interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly pseudonyms: Pseudonyms;
  readonly receipts: Pick<Receipts, "deliveredAt">;
}

const found = (body: unknown): HttpAnswer => ({ status: 200, body });

/** GET /v1/decisions/{administration}/{decisionId}. */
export const readDecision =
  ({ municipality, cases }: Pick<Ports, "municipality" | "cases">) =>
  async ({ parameters: { administration = "", decisionId = "" } }: HttpRequest): Promise<HttpAnswer> => {
    const record = await cases.find({ administration, decisionId });
    return record ? found(decisionView(record, municipality)) : refusal("not-found");
  };

/** GET /v1/assignments/{assignmentId}. */
export const readAssignment =
  ({ cases, receipts }: Pick<Ports, "cases" | "receipts">) =>
  async ({ parameters: { assignmentId = "" } }: HttpRequest): Promise<HttpAnswer> => {
    const key = decisionOf(assignmentId);
    const record = key && (await cases.find(key));
    const assignment = record?.assignments.find((one) => one.assignmentId === assignmentId);
    if (record === undefined || assignment === undefined) return refusal("not-found");
    return found(assignmentView(record, assignment, await receipts.deliveredAt(assignmentId)));
  };

/** POST /v1/person-searches: a POST that reads, since what it searches by may stand in no URL. */
export const searchPerson =
  ({ municipality, cases, pseudonyms }: Pick<Ports, "municipality" | "cases" | "pseudonyms">) =>
  async ({ body, receivedAt }: HttpRequest): Promise<HttpAnswer> => {
    const read = readPersonSearch(body, { receivedOn: civilDateAt(receivedAt), municipality });
    if (!read.ok) return refusal("unreadable", { faults: read.faults });
    const personKeys = await personsFoundBy(read.value, { cases, pseudonyms });
    return found(wholePersons(await decisionsByPerson(cases, personKeys)));
  };

/** The pseudonyms of whom a search is about: a case number may be several persons'. */
async function personsFoundBy(
  search: PersonSearch,
  { cases, pseudonyms }: Pick<Ports, "cases" | "pseudonyms">,
): Promise<readonly string[]> {
  switch (search.by) {
    case "identity-number":
      return [await pseudonyms.ofNumber(search.identityNumber)];
    case "reference":
      return [await pseudonyms.ofReference(search.reference, search.administration)];
    case "case-number": {
      const caseKey = await pseudonyms.ofCase(search.caseNumber, search.administration);
      const ofCase = await cases.ofCase(caseKey);
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
