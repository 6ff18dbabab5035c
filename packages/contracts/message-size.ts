/** Ours: a decision of twenty interventions is some 10 KB. The same for a request's body and a queue's message. */
export const largestMessage = 64 * 1024;

/** Whether a message is larger than is read here, counted in bytes of UTF-8. */
export const isTooLarge = (text: string): boolean =>
  text.length > largestMessage || Buffer.byteLength(text) > largestMessage;
