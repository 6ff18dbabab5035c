/** What a party is. An administration is an executor too, of its own sub-areas. A trial is hemvist's own party. */
export const partyKinds = ["administration", "executor", "listener", "trial"] as const;

export type PartyKind = (typeof partyKinds)[number];

/** How far an operation reaches for a party. What lies outside does not exist for it. */
export const reaches = [
  /** What concerns no person: the models. */
  "all",
  /** Decisions that the party itself has made, with their assignments. */
  "own-decisions",
  /** Assignments that the party has now. */
  "present-assignments",
  /** Assignments that the party has now or has had, as they were when it had them. */
  "assignments-then",
  /** Everything of a person for whom the party has an ongoing case. */
  "persons-with-ongoing-case",
] as const;

export type Reach = (typeof reaches)[number];

/** What a party asks its token for. */
export const scopes = [
  "decisions.send",
  "decisions.read",
  "assignments.read",
  "assignments.report",
  "persons.search",
  "models.read",
] as const;

export type Scope = (typeof scopes)[number];

/** An operation of the API, and who may use it on what. */
export interface Access {
  /** Its `operationId` in the OpenAPI document. */
  readonly operation: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  /** The scope that a token must have. An operation without one needs no token. */
  readonly scope?: Scope;
  /** A kind of party that is left out may not use the operation at all. */
  readonly by: Readonly<Partial<Record<PartyKind, Reach>>>;
}

/**
 * Who may what: party × operation × resource. The HTTP functions, the OpenAPI document, the clients that the
 * infrastructure makes, and docs/security/who-may-what.md all come from here. Operations staff have no line: they are no
 * party, and see no person.
 *
 * > Socialförvaltningarna ansvarar för helheten i ärenden
 * > Anvisning styrmodell, Samordning
 */
export const accessMatrix = [
  {
    operation: "receiveDecision",
    method: "POST",
    path: "/v1/decisions",
    scope: "decisions.send",
    by: { administration: "own-decisions", trial: "own-decisions" },
  },
  {
    operation: "checkDecision",
    method: "POST",
    path: "/v1/decision-checks",
    scope: "decisions.send",
    by: { administration: "own-decisions" },
  },
  {
    operation: "answerProposal",
    method: "POST",
    path: "/v1/assignments/{assignmentId}/proposals/{proposalId}/answer",
    scope: "decisions.send",
    by: { administration: "own-decisions" },
  },
  {
    operation: "readDecision",
    method: "GET",
    path: "/v1/decisions/{administration}/{decisionId}",
    scope: "decisions.read",
    by: { administration: "own-decisions", trial: "own-decisions" },
  },
  {
    operation: "readAssignment",
    method: "GET",
    path: "/v1/assignments/{assignmentId}",
    scope: "assignments.read",
    by: { administration: "own-decisions", executor: "assignments-then", trial: "own-decisions" },
  },
  {
    operation: "reportProgress",
    method: "POST",
    path: "/v1/assignments/{assignmentId}/progress",
    scope: "assignments.report",
    by: { executor: "present-assignments", trial: "present-assignments" },
  },
  {
    operation: "makeProposal",
    method: "POST",
    path: "/v1/assignments/{assignmentId}/proposals",
    scope: "assignments.report",
    by: { executor: "present-assignments" },
  },
  {
    operation: "withdrawProposal",
    method: "POST",
    path: "/v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal",
    scope: "assignments.report",
    by: { executor: "assignments-then" },
  },
  {
    operation: "searchPerson",
    method: "POST",
    path: "/v1/person-searches",
    scope: "persons.search",
    by: { administration: "persons-with-ongoing-case" },
  },
  {
    operation: "listModels",
    method: "GET",
    path: "/v1/models",
    scope: "models.read",
    by: { administration: "all", executor: "all", listener: "all" },
  },
  {
    operation: "readModel",
    method: "GET",
    path: "/v1/models/{name}",
    scope: "models.read",
    by: { administration: "all", executor: "all", listener: "all" },
  },
  { operation: "readApiInfo", method: "GET", path: "/v1/api-info", by: {} },
  { operation: "readOpenApi", method: "GET", path: "/v1/openapi.yaml", by: {} },
  { operation: "readKeys", method: "GET", path: "/v1/jwks.json", by: {} },
] as const satisfies readonly Access[];
