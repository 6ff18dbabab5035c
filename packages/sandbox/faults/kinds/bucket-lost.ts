import { refusedByS3 } from "../aws-refusals.ts";
import type { Fault } from "../fault.ts";
import { administration, type Scene } from "../scene.ts";
import { deployAgain } from "../steps.ts";

const bucket = "hemvist-access-log-000000000000";

const look = (scene: Scene): Promise<number> =>
  scene
    .party(administration)
    .call(`/v1/decisions/${administration}/SFC-2026-000001`)
    .then(({ status }) => status);

/** The bucket is made anew, and is empty. */
async function emptied({ system }: Scene): Promise<void> {
  const headers = {
    authorization: "AWS4-HMAC-SHA256 Credential=sandbox/20260101/eu-north-1/s3/aws4_request",
  };
  const listed = await (await fetch(`${system.awsEndpoint}/${bucket}?list-type=2`, { headers })).text();
  for (const [, key = ""] of listed.matchAll(/<Key>([^<]+)<\/Key>/g))
    await fetch(`${system.awsEndpoint}/${bucket}/${encodeURI(key)}`, { method: "DELETE", headers });
}

export const bucketLost: Fault = {
  name: "bucket-lost",
  says: {
    sv: "Åtkomstloggens bucket är borta. hemvist lämnar inga uppgifter som inte kan loggas.",
    en: "The bucket of the access log is gone. hemvist gives no data that it cannot log.",
  },
  provoke: async (scene) => {
    await look(scene);
    await emptied(scene);
    scene.interfere(({ service, url }) =>
      service === "s3" && url.includes(bucket) ? refusedByS3(404, "NoSuchBucket") : undefined,
    );
    scene.drift(scene.endInterference);
    await look(scene);
    await scene.decide("SFC-2026-000002");
  },
  alarm: "hemvist-read-case-access-not-logged",
  within: 1,
  runbook: "access-log",
  steps: [
    deployAgain,
    {
      says: { sv: "SF Centrum läser sitt beslut igen.", en: "SF Centrum reads its decision again." },
      act: async (scene) => {
        const status = await look(scene);
        if (status !== 200) throw new Error(`the API still answers ${status}`);
      },
    },
    // Its status is 2: the entries from before are missing, and the function's own log has their hashes.
    { run: "npm run --silent ops -- audit verify", ends: [2] },
  ],
};
