import { ACCOUNT } from "../templates/physical-names.ts";
import type { Answer } from "./listening.ts";

/** Who STS says is calling, in its XML: here a user by the name of the access key. */
export const callerIdentity = (caller: string): Answer => ({
  status: 200,
  headers: { "content-type": "text/xml" },
  body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::${ACCOUNT}:user/${caller}</Arn><UserId>${caller}</UserId><Account>${ACCOUNT}</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`,
});
