/** The exit status that shells give a command that Ctrl-C ended. */
export const interrupted = 130;

/**
 * Calls `stop` at the first Ctrl-C, so that the command can clean up. A second Ctrl-C ends the process at once.
 * @returns a function that removes it again
 */
export function onInterrupt(stop: () => void): () => void {
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
}
