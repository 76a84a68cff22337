import type { BenchCase } from "./bench-case.ts";
import { compareWithSql } from "./compare-with-sql.ts";

const QUERY = `query Comparison($indicator: String!, $places: [ID!]!, $years: [Int!]!) {
  comparison(indicator: $indicator, places: $places, years: $years) {
    indicator { code name unit measureKind per }
    places { id name figures {
      period state value numerator denominator compared lower upper
      monthsCovered marks reportingSystem source definitionNotes
    } }
  }
}`;

const STATEMENT = `
  select json_build_object('comparison', json_agg(json_build_object(
    'id', p.id, 'name', p.name, 'figures', f.figures) order by p.name))::text as page
  from (
    select id, name from jurisdiction where id = any ($2::uuid[])
    union all select id, name from site where id = any ($2::uuid[])
  ) p
  cross join lateral (
    select json_agg(to_json(c) order by c.period) as figures
    from comparison_figure c
    where c.indicator_code = $1 and c.place_id = p.id and left(c.period, 4)::int = any ($3::int[])
  ) f`;

/** The state official's comparison of every place that has figures of one indicator, over its years. */
export const comparePage: BenchCase = async (product) => {
  const session = await product.signIn("state@sample.example.org");
  const { rows } = await product.database.query<{ indicator: string; places: string[]; years: number[] }>(
    `select indicator_code as indicator, array_agg(distinct place_id) as places,
       array_agg(distinct left(period, 4)::int) as years
     from comparison_figure group by 1 order by count(*) desc limit 1`,
  );
  const [most] = rows;
  if (most === undefined) throw new Error("The sample state has no figures to compare.");
  const places = most.places.slice(0, 100);
  return compareWithSql(product, {
    name: `Comparison page, ${places.length} places`,
    session,
    query: QUERY,
    variables: { indicator: most.indicator, places, years: most.years },
    statement: STATEMENT,
    values: [most.indicator, `{${places.join(",")}}`, `{${most.years.join(",")}}`],
  });
};
