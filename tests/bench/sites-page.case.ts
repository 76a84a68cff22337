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
      'daysToLaunch', s.launch_on - days.today, 'phases', s.outline -> 'phases',
      'stage', case when s.launch_on > days.today then 'preparing' when i.gates > i.met then 'heldAtGates' else 'launched' end,
      'jurisdiction', json_build_object('name', j.name, 'stateCode', j.state_code),
      'release', json_build_object('templateName', t.name, 'version', r.version))) order by s.name)))::text as page
  from site s
  join jurisdiction j on j.id = s.jurisdiction_id
  join release r on r.id = s.release_id
  join template t on t.id = s.template_id
  cross join lateral (select (now() at time zone s.time_zone)::date as today) days
  cross join lateral (
    select count(*) filter (where is_launch_gate) as gates,
      count(*) filter (where is_launch_gate and status = 'done' and signed_off_at is not null) as met
    from checklist_item c where c.jurisdiction_id = s.jurisdiction_id and c.site_id = s.id and not c.is_left_out
  ) i
  where j.state_code = $1 and s.closed_on is null`;

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
