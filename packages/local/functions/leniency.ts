/**
 * How many times longer a function may take here than on Lambda. Lambda's limits are for Lambda's machines: this one
 * may be slow or busy, and then a limit of 20 seconds would end what does its work. A function that hangs is still
 * ended, only later.
 */
export const LENIENCY = 30;
