import { log } from "./log.ts";
import { count } from "./measure.ts";

/** Where an access stands in the access log. */
interface Logged {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Writes each access, and then its place and hash in the function's own log. The two logs have different keys, and no
 * role of hemvist's can delete in either. So the function's log shows whether the newest entries are still there.
 * @throws what `write` throws. Then the caller gets no answer, and an alarm counts it
 */
export const loggedAccess =
  <Access>({ write }: { readonly write: (access: Access) => Promise<Logged> }) =>
  async (access: Access): Promise<void> => {
    try {
      const { chain, sequence, hash } = await write(access);
      log.info("access logged", { chain, sequence, hash });
    } catch (error) {
      count("AccessesNotLogged");
      throw error;
    }
  };
