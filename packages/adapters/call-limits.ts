/**
 * How long each call to AWS waits for an answer, and how often it is tried. Ours: the shortest limit of a function is 20
 * seconds, and three attempts take 15. Without it the SDK waits for 300 seconds, or 900 for SQS. A call without an answer
 * would then take all of its function's time, and each other message of the batch with it.
 */
export const callLimits = {
  maxAttempts: 3,
  requestHandler: {
    /** From the first byte that is sent to the head of the answer. */
    requestTimeout: 5000,
    throwOnRequestTimeout: true,
    /** Between two parts of an answer. */
    socketTimeout: 5000,
  },
} as const;

/** The same for a call that a function answers: as long as `hand-off` may take, which is a minute. */
export const invokeLimits = {
  ...callLimits,
  requestHandler: { requestTimeout: 65_000, throwOnRequestTimeout: true, socketTimeout: 65_000 },
} as const;
