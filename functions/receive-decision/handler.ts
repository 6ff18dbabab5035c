/** Wiring; being written. */
export const handler = (): Promise<void> => Promise.resolve();
