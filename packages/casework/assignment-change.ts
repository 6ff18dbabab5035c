import type { Assignment } from "./assignment.ts";

/** What happens to one assignment, and which messages it causes. */
export interface AssignmentChange {
  readonly assignment: Assignment;
  readonly cancels?: Assignment;
  readonly amends?: Assignment;
  readonly requests?: Assignment;
}
