/**
 * How many milliseconds have passed since AWS got something. It is for the log and the metrics. Nothing is decided by
 * it (ADR 55).
 */
export const elapsedSince = (received: number): number => Math.max(0, Date.now() - received);
