import type { RosterMapping } from "./parse-roster-mapping.ts";
import { plainHeader } from "./roster-private-columns.ts";
import type { TableSample } from "./table.ts";

/** The keys of a roster's mapping that name a column. */
export type RosterColumn = Extract<keyof RosterMapping, `${string}Column`>;

const known: readonly (readonly [RosterColumn, RegExp])[] = [
  [
    "numberColumn",
    /^(officer|employee|agency|star|badge|serial|person) (id|no|number|#)$|^(id|number|badge|unique internal identifier)$|^(numero|placa|legajo|numero de (empleado|placa|oficial))$|^unit history .*id$/,
  ],
  ["firstNameColumn", /^(first|given) name$|^nombres?$/],
  ["lastNameColumn", /^(last|family) name$|^surname$|^apellidos?$/],
  ["nameColumn", /^((full|officer) )?name$|^(nombre completo|nombre y apellidos?)$/],
  ["rankColumn", /^(rank|job title|title|grado|rango|cargo)$/],
  ["languagesColumn", /^(languages?|idiomas?)$/],
  ["siteColumn", /^(site|site name|unit|unit id|sitio|lugar|unidad)$/],
  ["positionColumn", /^(position|position key|role|puesto|posicion)$/],
  ["slotColumn", /^(slot|slot number|plaza)$/],
  [
    "startColumn",
    /^(unit )?(start|from|starts on|start date|since)( date)?$|^(inicio|desde|fecha (de )?inicio)$/,
  ],
  [
    "endColumn",
    /^(unit )?(end|to|until|ends on|end date|resign date|last day)( date)?$|^(fin|hasta|fecha (de )?(fin|termino))$/,
  ],
  ["exitReasonColumn", /^(exit )?reason( for leaving)?$|^(motivo|razon)( de salida)?$/],
  ["shareColumn", /^(share|fte|full time share|share of full time|jornada|dedicacion)$/],
];

/** The mapping to propose for a roster, whatever the order of its columns; each column gets one meaning. */
export function guessRosterMapping(sample: TableSample): RosterMapping {
  const taken = new Set<string>();
  const columns: Partial<Record<RosterColumn, string>> = {};
  for (const [meaning, pattern] of known) {
    const found = sample.columns.find(({ name }) => !taken.has(name) && pattern.test(plainHeader(name)));
    if (found === undefined) continue;
    taken.add(found.name);
    columns[meaning] = found.name;
  }
  return { issuer: "Police department", counts: "from1900", namesakes: "listed", places: [], ...columns };
}
