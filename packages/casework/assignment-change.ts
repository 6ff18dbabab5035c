import type { Assignment } from "./assignment.ts";

/** What becomes of one assignment, and what of it must be told. */
export interface AssignmentChange {
  readonly assignment: Assignment;
  readonly cancels?: Assignment;
  readonly amends?: Assignment;
  readonly requests?: Assignment;
}
