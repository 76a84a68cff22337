import type { BenchCase } from "./bench-case.ts";
import type { Session } from "./running-product.ts";

const ROWS = 100_000;
const WORKING = ["CHECKING", "APPLYING"];

/**
 * A hundred thousand figures from one CSV: the months of five hundred sites, which `open-sites` has
 * opened; dry run and bringing in, and the most memory that the server held.
 */
export const importFigures: BenchCase = async (product) => {
  const administrator = await product.signIn("admin@port-averly.example.org");
  const { rows: sites } = await product.database.query<{ name: string; jurisdiction: string }>(
    "select name, jurisdiction_id as jurisdiction from site where name like 'Measured %' order by id limit 500",
  );
  const [first] = sites;
  if (first === undefined) throw new Error("Run open-sites before import-figures: it opens the sites.");
  const before = product.peakMemory();
  const file = csvOf(sites.map(({ name }) => name));
  const sent = await secondsOf(async () => {
    const answer = await administrator.post(
      `/imports?fileName=measured.csv&jurisdictionId=${first.jurisdiction}`,
      file,
      "application/octet-stream",
    );
    return (JSON.parse(answer) as { importId: string }).importId;
  });
  const found = await read(administrator, sent.value);
  const checked = await secondsOf(async () => {
    await begin(administrator, "checkImport", { importId: sent.value, mapping: found.proposedMapping });
    return await settled(administrator, sent.value);
  });
  const applied = await secondsOf(async () => {
    await begin(administrator, "applyImport", {
      importId: sent.value,
      expectedRevision: checked.value.revision,
    });
    return await settled(administrator, sent.value);
  });
  if (applied.value.state !== "APPLIED")
    throw new Error(`The import ended as ${JSON.stringify(applied.value)}`);
  const peak = product.peakMemory();
  return [
    { name: `Import of ${ROWS} rows: upload`, value: sent.seconds, unit: "s" },
    { name: `Import of ${ROWS} rows: dry run`, value: checked.seconds, unit: "s" },
    { name: `Import of ${ROWS} rows: bringing in`, value: applied.seconds, unit: "s" },
    {
      name: `Import of ${ROWS} rows: all`,
      value: sent.seconds + checked.seconds + applied.seconds,
      unit: "s",
      most: 10,
    },
    { name: "Rows added", value: applied.value.summary?.added ?? 0, unit: "rows" },
    ...(peak === undefined
      ? []
      : [{ name: "Server's most memory", value: peak, unit: `MB (${before ?? 0} before)`, most: 400 }]),
  ];
};

function csvOf(names: readonly string[]): string {
  const months = Math.ceil(ROWS / names.length);
  const lines = names.flatMap((name, site) =>
    Array.from({ length: months }, (_none, month) => {
      const year = 2005 + Math.floor(month / 12);
      return `${name},${year},${(month % 12) + 1},${(site * 7 + month * 3) % 40}`;
    }),
  );
  return ["Site,Year,Month,Violent crime", ...lines].join("\n");
}

interface ReadImport {
  readonly state: string;
  readonly revision: number;
  readonly proposedMapping: object;
  readonly summary: { readonly added: number } | null;
}

async function read(session: Session, id: string): Promise<ReadImport> {
  const query = `query ($id: ID!) { import(id: $id) { state revision brokenOff proposedMapping summary { added refused } } }`;
  return (await session.ask<{ import: ReadImport }>(query, { id })).import;
}

async function begin(
  session: Session,
  operation: "checkImport" | "applyImport",
  input: object,
): Promise<void> {
  const type = operation === "checkImport" ? "CheckImportInput" : "ApplyImportInput";
  const answer = await session.ask<Record<string, { findings?: object[] }>>(
    `mutation ($input: ${type}!) { ${operation}(input: $input) {
      ... on ImportWorkBegun { import { id } } ... on ImportWorkRefused { findings { message } } } }`,
    { input },
  );
  const findings = answer[operation]?.findings;
  if (findings !== undefined) throw new Error(JSON.stringify(findings));
}

async function settled(session: Session, id: string): Promise<ReadImport> {
  for (;;) {
    const found = await read(session, id);
    if (!WORKING.includes(found.state)) return found;
    await new Promise((settle) => setTimeout(settle, 50));
  }
}

async function secondsOf<T>(act: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const began = performance.now();
  const value = await act();
  return { seconds: (performance.now() - began) / 1000, value };
}
