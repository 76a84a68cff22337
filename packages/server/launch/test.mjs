import { runChecks } from "./check.mjs";
import { runPlaywright, runVitest } from "./layers.mjs";
import { prepare } from "./prepare.mjs";
import { say, Stop } from "./say.mjs";

/** `npm test`: every check and every test. The last line says how many passed and failed. */
export async function test() {
  const total = { passed: 0, failed: 0 };
  const layers = [
    ["Checks", runChecks],
    ["Unit and component tests", (tools) => runVitest(tools, ["unit", "component"])],
    ["Integration tests", (tools) => runVitest(tools, ["integration"])],
    ["End-to-end tests", (tools) => runPlaywright(tools)],
  ];
  try {
    const tools = await prepare();
    for (const [name, run] of layers) {
      const began = Date.now();
      say(`\n${name}\n`);
      const { passed, failed } = await run(tools);
      total.passed += passed;
      total.failed += failed;
      say(`\n${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - began) / 1000)} s`);
    }
  } catch (error) {
    total.failed += 1;
    say(`\n${error instanceof Stop ? error.message : error.stack}`);
  }
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  say(`\n${total.passed} passed, ${total.failed} failed`);
}
