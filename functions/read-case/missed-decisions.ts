import { type CaseKey, type CaseNow, correlationIdOf, type OnUnreadable } from "@hemvist/casework";

/** Keeps which decisions a search found and does not show, each once. */
export function missedDecisions() {
  const unread = new Map<string, Parameters<OnUnreadable>>();
  const noRoom = new Map<string, CaseKey>();
  return {
    onUnreadable: (key: CaseKey, error: unknown): void => void unread.set(correlationIdOf(key), [key, error]),
    onNoRoom: (key: CaseKey): void => void noRoom.set(correlationIdOf(key), key),
    unread: (): readonly Parameters<OnUnreadable>[] => [...unread.values()],
    /** A decision that the case number had no room for may have been found by its person, or cannot be read. */
    noRoomBeside(found: readonly CaseNow[]): readonly CaseKey[] {
      const shown = new Set(found.map(correlationIdOf));
      return [...noRoom].flatMap(([id, key]) => (shown.has(id) || unread.has(id) ? [] : [key]));
    },
  };
}
