/** The shell's own status for what Ctrl-C ended. */
export const interrupted = 130;

/**
 * Calls `stop` at the first Ctrl-C, so that what was begun is put away. A second one ends the process at once, as
 * without this.
 * @returns takes it back
 */
export function onInterrupt(stop: () => void): () => void {
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
}
