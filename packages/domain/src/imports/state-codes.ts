const names: Readonly<Record<string, string>> = {
  AL: "Alabama",
  AK: "Alaska",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
  AS: "American Samoa",
  GU: "Guam",
  MP: "Northern Mariana Islands",
  PR: "Puerto Rico",
  VI: "Virgin Islands",
};

/** Where police identifiers use other letters than the postal service. */
const policeCodes: Readonly<Record<string, string>> = { NB: "NE", GM: "GU" };

const codesByName = new Map(Object.entries(names).map(([code, name]) => [name.toLowerCase(), code]));

/** The two letters of a state or territory written by name or by its letters; `undefined` when it is none. */
export function stateCodeOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return code in names ? code : codesByName.get(text.trim().toLowerCase());
}

/** The state that the first two letters of a police identifier stand for. Nebraska is `NB` there, Guam `GM`. */
export function stateOfOri(ori: string): string | undefined {
  const letters = ori.slice(0, 2).toUpperCase();
  return stateCodeOf(policeCodes[letters] ?? letters);
}
