import { Command, InvalidArgumentError, Option } from "commander";
import { startHemvist } from "./hemvist.ts";
import { companyOf } from "./parties/company.ts";
import { opening, play } from "./samples/play.ts";
import { readSamples, tryItFile } from "./samples/samples.ts";
import { summarise } from "./samples/summary.ts";
import { tellThreeYears } from "./story/three-years.ts";
import { bad, detail, heading } from "./voice/printed.ts";

interface Options {
  readonly exit?: true;
  readonly port: number;
  readonly story?: "three-years";
}

const port = (text: string): number => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError("a port is 0 to 65535");
  return number;
};

const {
  exit,
  port: wanted,
  story,
} = new Command("npm start --")
  .description(
    "Runs hemvist on this machine, as it would be deployed, with sample decisions and played providers",
  )
  .option(
    "--exit",
    "end when the samples have been played; the status tells whether all came out as they should",
  )
  .option("--port <port>", "where the API listens, on 127.0.0.1; 0 takes any", port, 0)
  .addOption(
    new Option("--story <name>", "tells one case instead of playing the samples").choices(["three-years"]),
  )
  .parse()
  .opts<Options>();

heading("hemvist, on this machine");
detail("synthesising the CDK app, and starting what its templates declare …");
const system = await startHemvist({
  port: wanted,
  startsAt: opening,
  onTrouble: (trouble) => detail(bad(trouble)),
});
detail(
  `${system.queueNames().length} queues, a table, a stream, a schedule, and the API at ${system.apiUrl}`,
);

const ends = new Promise<void>((resolve) => {
  process.once("SIGINT", resolve);
  process.once("SIGTERM", resolve);
});

const company = companyOf(system);
const allGood = story
  ? await tellThreeYears(company)
  : await summarise(company, await play(company, readSamples()));

if (!exit) {
  heading(`The API is at ${system.apiUrl} and stays up until Ctrl-C`);
  detail("Post a decision yourself, and read what became of it at the Location it answers:");
  console.log(
    `\ncurl -i -H 'Content-Type: application/json' -d @${tryItFile} ${system.apiUrl}/v1/decisions\n`,
  );
  const { endpoint, region, credentials } = system.clientFor("you");
  detail("Operations, in another terminal:");
  console.log(
    `\nexport AWS_ENDPOINT_URL=${endpoint} AWS_REGION=${region} AWS_ACCESS_KEY_ID=${credentials.accessKeyId} AWS_SECRET_ACCESS_KEY=${credentials.secretAccessKey}\nnpm run --silent ops -- dead-letters\n`,
  );
  await ends;
}
await system.stop();
process.exitCode = allGood ? 0 : 1;
