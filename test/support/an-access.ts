import type { Access } from "@hemvist/casework";

/** A look at one decision, by its own administration. */
export const anAccess = (change: Partial<Access> = {}): Access => ({
  at: "2026-11-02T09:00:00Z",
  party: "sf-centrum",
  act: "read-decision",
  asked: "sf-centrum.SFC-2026-004711",
  persons: ["pseudonym-of-a-person"],
  protectedPersons: [],
  shown: 1,
  ...change,
});
