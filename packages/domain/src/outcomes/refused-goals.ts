import type { Goal } from "./goal.ts";
import type { Indicator, PoliceAct } from "./indicator.ts";

/** Why an indicator or a goal is refused. */
export type GoalRefusal = PoliceAct | "perOfficer";

const actsInWords: readonly [PoliceAct, RegExp][] = [
  ["arrests", /\barrests?\b|\barrestos?\b|\bdetenciones\b/i],
  ["citations", /\bcitations?\b|\btickets (issued|written)\b|\bmultas\b|\bcitatorios\b|\binfracciones\b/i],
  [
    "stops",
    /\b(traffic|pedestrian|vehicle|police|terry) stops?\b|\bstops (made|conducted|by (police|officers))\b|\bstops?[- ]and[- ]frisks?\b|^stops$|\bparadas (policiales|de tr[aá]nsito)\b/i,
  ],
  ["fieldInterviews", /\bfield[- ](interviews?|contacts? cards?)\b|\bentrevistas? de campo\b/i],
  [
    "gangDatabaseEntries",
    /\bgang[- ](data ?bases?|files?|entr(y|ies))\b|\bbases? de datos de pandillas\b|\bcalgang\b/i,
  ],
];

const perOfficerInWords =
  /\b(per|each|every|by)[- ](individual[- ])?(police[- ])?officer\b|\/\s*officer\b|\bpor (cada )?(agente|oficial|polic[ií]a)\b|\/\s*(agente|oficial)\b/i;

const actsByCode: Readonly<Record<string, PoliceAct>> = {
  "PA-ARR": "arrests",
  "PA-ARRY": "arrests",
  "PA-STOP": "stops",
};

function refusalInWords(texts: readonly (string | undefined)[]): GoalRefusal | undefined {
  const words = texts.filter((text) => text !== undefined);
  if (words.some((text) => perOfficerInWords.test(text))) return "perOfficer";
  return actsInWords.find(([, pattern]) => words.some((text) => pattern.test(text)))?.[0];
}

/**
 * Why an indicator may never be a goal: it counts arrests, citations, stops, field interviews or
 * gang-database entries, or it measures officer by officer. `undefined` when it may be one.
 *
 * It is read from what the indicator says of itself, from its code, and from the words of its name and
 * unit in both languages, so that leaving a mark out does not open the door. The team of a Community
 * Safety Partnership is judged on trust, not on arrests.
 */
export function refusedAsGoal(
  indicator: Pick<Indicator, "key" | "name" | "unit" | "policeAct" | "isPerOfficer">,
): GoalRefusal | undefined {
  if (indicator.isPerOfficer) return "perOfficer";
  const { key, name, unit } = indicator;
  return indicator.policeAct ?? actsByCode[key] ?? refusalInWords([name.en, name.es, unit.en, unit.es]);
}

/** Why the words of a goal's own title are refused, whatever indicator it names. */
export function refusedByTitle(goal: Pick<Goal, "title">): GoalRefusal | undefined {
  return refusalInWords([goal.title.en, goal.title.es]);
}

/** The code of a known act of policing, for goals whose indicator is not described anywhere. */
export function refusedByCode(code: string): GoalRefusal | undefined {
  return actsByCode[code];
}
