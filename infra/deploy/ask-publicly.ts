import { get } from "node:https";
import { rootCertificates } from "node:tls";

/** What an address answers, without its body. */
export interface Answered {
  readonly status: number;
  readonly type: string;
}

/** Ours: a new deployment's first answer takes some seconds. */
const patience = 30_000;

/**
 * Asks an address as a stranger's system does. It trusts the authorities that Node brings with it, which are Mozilla's.
 * It does not trust an authority that this machine has beside them, and no setting of the shell turns the check off.
 */
export const askPublicly = (url: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    get(
      url,
      { ca: [...rootCertificates], rejectUnauthorized: true, signal: AbortSignal.timeout(patience) },
      (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "" });
      },
    ).on("error", reject);
  });
