import { addMonths, daysBetween, type PlainDate } from "@frontstep/domain/shared";

import type { OpenedSite } from "./open-sample-site.ts";
import type { SampleCity } from "./sample-places.ts";
import { type SampleRandom, sampleRandom } from "./sample-random.ts";

/** How many months of figures a site has, before and after its launch together. */
const MONTHS = 60;

/** A figure of a month, told from how the site stands in it; undefined where nothing was collected. */
type Figure = (month: SiteMonth) => number | undefined;

interface SiteMonth {
  readonly site: OpenedSite;
  readonly random: SampleRandom;
  /** Months since launch, negative before it. */
  readonly sinceLaunch: number;
  /** 1 to 12. */
  readonly monthOfYear: number;
}

/** What is measured of a site each month; the columns of its file. */
const monthly: readonly (readonly [indicator: string, figure: Figure])[] = [
  ["CR-VIOL", (month) => month.random.count(violentIn(month))],
  ["CR-AGG", (month) => month.random.count(violentIn(month) * 0.6)],
  ["CR-ROB", (month) => month.random.count(violentIn(month) * 0.3)],
  ["CR-HOM", (month) => month.random.count(violentIn(month) * 0.012)],
  ["CR-SHOT", (month) => month.random.count(violentIn(month) * 0.08)],
  ["CR-SFC", (month) => month.random.count(violentIn(month) * 1.8)],
  ["PA-ARR", (month) => month.random.count(month.site.monthlyViolent * (month.sinceLaunch < 0 ? 2 : 1.5))],
  [
    "PA-UOF-A",
    (month) => month.random.count(month.site.monthlyViolent * (month.sinceLaunch < 0 ? 0.14 : 0.09)),
  ],
  ["PR-EVT", afterLaunch(({ random }) => random.count(9))],
  ["PR-HRS", afterLaunch(({ random }) => 90 + random.between(0, 70))],
  [
    "PR-SP",
    ({ site, ...month }) =>
      site.template === "csp-park" || isSummer(month)
        ? undefined
        : afterLaunch(({ random }) => 88 + random.between(0, 11))({ site, ...month }),
  ],
  [
    "PR-QOL",
    afterLaunch(({ random, sinceLaunch }) =>
      Math.min(98, 62 + Math.min(sinceLaunch, 12) * 2 + random.between(-5, 6)),
    ),
  ],
  ["ST-FILL", afterLaunch(({ site, random }) => 100 - site.vacant.length * 9 - random.between(0, 4))],
  ["ST-DED", afterLaunch(({ random }) => 80 + random.between(0, 14))],
];

/** What each wave of a survey finds: the share before, and what it gains in the first two years. */
const surveyed: readonly (readonly [indicator: string, before: number, gain: number])[] = [
  ["TR-TRU", 48, 13],
  ["TR-SAFN", 36, 9],
  ["TR-NAME", 18, 34],
];

/** Months from launch at which residents are asked. */
const waves = [-2, 6, 13, 25, 37] as const;

function afterLaunch(figure: Figure): Figure {
  return (month) => (month.sinceLaunch < 0 ? undefined : figure(month));
}

function isSummer({ monthOfYear }: Pick<SiteMonth, "monthOfYear">): boolean {
  return monthOfYear === 7 || monthOfYear === 8;
}

/** Fewer after launch, slowly, and more in summer. */
function violentIn({ site, sinceLaunch, monthOfYear }: SiteMonth): number {
  const sinceInYears = Math.max(0, Math.min(sinceLaunch, 36)) / 12;
  const season = 1 + 0.15 * Math.cos(((monthOfYear - 7) / 6) * Math.PI);
  return site.monthlyViolent * season * (1 - 0.07 * sinceInYears);
}

/** Five years of monthly figures of a city's sites as CSV, with a column an indicator and gaps where nothing came. */
export function siteFiguresCsv(sites: readonly OpenedSite[], today: PlainDate): string {
  const header = ["site", "period", ...monthly.map(([indicator]) => indicator)].join(",");
  const rows = sites.flatMap((site) => [...siteRows(site, today), ...areaRows(site, today)]);
  return [header, ...rows].join("\n").concat("\n");
}

/** What is counted in a comparison area: crime alone, a little of it fewer from year to year and no program behind it. */
function areaRows(site: OpenedSite, today: PlainDate): string[] {
  if (site.comparedWith === undefined) return [];
  const random = sampleRandom(`${site.comparedWith} figures`);
  return Array.from({ length: MONTHS }, (_, index) => {
    const first = addMonths(firstOfMonth(today), index - MONTHS);
    const violent = random.count(site.monthlyViolent * 1.1 * (1 - (0.02 * index) / 12));
    const cells = monthly.map(([indicator]) => (indicator === "CR-VIOL" ? String(violent) : ""));
    return [site.comparedWith, first.slice(0, 7), ...cells].join(",");
  });
}

function siteRows(site: OpenedSite, today: PlainDate): string[] {
  const random = sampleRandom(`${site.name} figures`);
  const gapAt = random.between(8, MONTHS - 20);
  return Array.from({ length: MONTHS }, (_, index) => {
    const first = addMonths(firstOfMonth(today), index - MONTHS);
    const month: SiteMonth = {
      site,
      random,
      sinceLaunch: Math.floor(daysBetween(site.launchOn, first) / 30.44),
      monthOfYear: Number(first.slice(5, 7)),
    };
    const isGap = index === gapAt || index === gapAt + 1;
    const cells = monthly.map(([, figure]) => {
      const value = figure(month);
      return value === undefined || isGap || random.next() < 0.012 ? "" : String(value);
    });
    return [site.name, first.slice(0, 7), ...cells].join(",");
  });
}

/** What residents said in each wave of the survey up to today, as CSV. */
export function surveyCsv(sites: readonly OpenedSite[], today: PlainDate): string {
  const header = ["site", "period", "population", ...surveyed.map(([indicator]) => indicator)].join(",");
  const rows = sites.flatMap((site) => {
    const random = sampleRandom(`${site.name} survey`);
    const answers = sampleRandom(`${site.name} answers`);
    const held = waves.map((wave) => ({ wave, first: addMonths(firstOfMonth(site.launchOn), wave) }));
    return held
      .filter(({ first }) => first < firstOfMonth(today))
      .map(({ wave, first }) => {
        const progress = Math.max(0, Math.min(wave, 24)) / 24;
        const shares = surveyed.map(
          ([, before, gain]) => before + gain * Math.sqrt(progress) + random.between(-25, 25) / 10,
        );
        // How many answered, which is what a share is of.
        const asked = answers.between(320, 410);
        return [site.name, first.slice(0, 7), asked, ...shares.map((share) => share.toFixed(1))].join(",");
      });
  });
  return [header, ...rows].join("\n").concat("\n");
}

/** The last five full years of a whole city, as CSV; in some cities one year covers eleven months only. */
export function cityFiguresCsv(city: SampleCity, today: PlainDate): string {
  const random = sampleRandom(`${city.name} figures`);
  const lastYear = Number(today.slice(0, 4)) - 1;
  const partialYear = random.next() < 0.4 ? lastYear - random.between(1, 3) : undefined;
  const rows = Array.from({ length: 5 }, (_, index) => {
    const year = lastYear - 4 + index;
    const population = Math.round(city.population * (1 + 0.004 * (index - 4)));
    const months = year === partialYear ? 11 : 12;
    const violent = random.count(
      ((population * city.violentPer100k) / 100_000) * (1 - 0.02 * index) * (months / 12),
    );
    const [homicide, robbery, rape] = [
      random.count(violent * 0.011),
      Math.round(violent * 0.27),
      Math.round(violent * 0.09),
    ];
    const assault = Math.max(0, violent - homicide - robbery - rape);
    const property = random.count(violent * 5.2);
    return [city.ori, year, population, months, violent, homicide, rape, robbery, assault, property].join(
      ",",
    );
  });
  const header = "ori,year,population,months_reported,CR-VIOL,CR-HOM,CR-RAPE,CR-ROB,CR-AGG,CR-PROP";
  return [header, ...rows].join("\n").concat("\n");
}

function firstOfMonth(date: PlainDate): PlainDate {
  return `${date.slice(0, 7)}-01` as PlainDate;
}
