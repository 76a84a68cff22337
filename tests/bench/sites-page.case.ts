import type { BenchCase } from "./bench-case.ts";
import { compareWithSql } from "./compare-with-sql.ts";

const QUERY = `query SitesPage {
  sites(first: 50) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      id name kind stage launchOn daysToLaunch phase { label }
      jurisdiction { name stateCode }
      release { templateName version }
    } }
  }
}`;

const STATEMENT = `
  select json_build_object('sites', json_build_object(
    'totalCount', count(*),
    'edges', json_agg(json_build_object('node', json_build_object(
      'id', s.id, 'name', s.name, 'kind', s.kind, 'launchOn', s.launch_on,
      'daysToLaunch', s.launch_on - current_date, 'closedOn', s.closed_on,
      'jurisdiction', json_build_object('name', j.name, 'stateCode', j.state_code),
      'release', json_build_object('templateName', t.name, 'version', r.version),
      'items', i.items)) order by s.name)))::text as page
  from site s
  join jurisdiction j on j.id = s.jurisdiction_id
  join release r on r.id = s.release_id
  join template t on t.id = s.template_id
  cross join lateral (
    select json_build_object('done', count(*) filter (where status = 'done'), 'all', count(*)) as items
    from checklist_item c where c.jurisdiction_id = s.jurisdiction_id and c.site_id = s.id
  ) i
  where j.state_code = $1`;

/** The state official's list of sites. */
export const sitesPage: BenchCase = async (product) => {
  const session = await product.signIn("state@sample.example.org");
  const { rows } = await product.database.query<{ state: string }>(
    "select j.state_code as state from site s join jurisdiction j on j.id = s.jurisdiction_id limit 1",
  );
  return compareWithSql(product, {
    name: "Sites page",
    session,
    query: QUERY,
    variables: {},
    statement: STATEMENT,
    values: [rows[0]?.state ?? ""],
  });
};
