import type { Finding } from "../shared/index.ts";
import { normalizeHeader, type TableSample } from "./table.ts";

/** What a roster must not hold of a person, by the words of its header in English and Spanish. */
const prohibited: readonly (readonly [string, RegExp])[] = [
  ["photo", /\b(photos?|pictures?|image|headshot|foto|fotografia|imagen)\b/],
  [
    "contact",
    /\b(address|street|home|residence|zip|postal|phone|telephone|cell|mobile|e ?mail|direccion|domicilio|calle|telefono|celular|correo)\b/,
  ],
  [
    "birth",
    /\b(birth|birthday|born|dob|age|nacimiento|nacido|nacida|edad|ssn|social security|seguro social|passport|pasaporte)\b/,
  ],
  [
    "origin",
    /\b(race|ethnicity|ethnic|gender|sex|religion|marital|nationality|citizenship|raza|etnia|genero|sexo|nacionalidad|estado civil)\b/,
  ],
  [
    "conduct",
    /\b(complaints?|allegations?|force|shootings?|disciplin\w*|suspensions?|sustained|misconduct|lawsuits?|quejas?|denuncias?|fuerza|sancion\w*|faltas?|demandas?)\b/,
  ],
  [
    "appraisal",
    /\b(appraisals?|evaluations?|ratings?|scores?|performance|rank order|grades?|evaluacion\w*|calificacion\w*|puntaje|puntuacion|desempeno|rendimiento)\b/,
  ],
  ["pay", /\b(salary|salaries|pay|wages?|overtime|earnings|sueldo|salario|pago|horas extra)\b/],
  ["health", /\b(health|medical|disability|injur\w*|diagnosis|salud|medico|medica|discapacidad|lesion\w*)\b/],
  ["freeText", /\b(notes?|comments?|remarks?|narrative|descri\w+|notas?|comentarios?|observaciones)\b/],
];

/** An error for each column that says of a person what is never kept. The file is then not kept. */
export function findRosterPrivateColumns(sample: TableSample): readonly Finding[] {
  return sample.columns.flatMap(({ name }) => {
    const content = prohibitedContent(name);
    if (content === undefined) return [];
    return {
      code: "ROSTER_COLUMN_PROHIBITED",
      severity: "error" as const,
      path: `column ${name}`,
      message: `The column "${name}" says what a roster never keeps of a person. Take it out of the file and choose the file again; nothing of this file was kept.`,
      values: { column: name, content },
    };
  });
}

/** What a header says that its column holds of a person and that is never kept; `undefined` for any other. */
export function prohibitedContent(header: string): string | undefined {
  const words = plainHeader(header);
  return prohibited.find(([, rule]) => rule.test(words))?.[0];
}

/** A header in small letters without accents, its words apart: "FechaInicio" is "fecha inicio". */
export function plainHeader(header: string): string {
  return normalizeHeader(header)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}#]+/gu, " ")
    .trim()
    .toLowerCase();
}
