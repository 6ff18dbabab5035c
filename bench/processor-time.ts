/**
 * Microseconds that the processor has spent on this process, all its threads. What other programs get is not in it.
 * It is also what a Lambda function waits for: it gets a share of a processor, by its memory.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
