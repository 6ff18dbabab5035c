import type { System } from "../system.ts";

/** Whether an operator means this id: as it is, or as a log or the journal shows it. */
export const isMeant = (asked: string, id: string | undefined, { shown }: Pick<System, "shown">): boolean =>
  id !== undefined && (asked === id || asked === shown(id));
