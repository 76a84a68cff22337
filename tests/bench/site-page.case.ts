import type { BenchCase } from "./bench-case.ts";
import { compareWithSql } from "./compare-with-sql.ts";

const QUERY = `query SiteOverview($id: ID!) {
  site(id: $id) {
    id name kind stage address latitude longitude
    residentPopulation residentPopulationYear residentPopulationSource
    launchOn openedOn daysToLaunch timeZone
    jurisdiction { id name stateCode }
    release { templateKey templateName version }
    readiness { itemCount doneCount notApplicableCount overdueCount percentDone gateCount gatesMet gatesAwaitingSignOff gatesFailing }
    ownerRoles { key title owner { name email } }
    adaptations { id section key title change field touchesCore reasonCode reason decidedOn }
  }
}`;

const STATEMENT = `
  select json_build_object('site', json_build_object(
    'id', s.id, 'name', s.name, 'kind', s.kind, 'address', s.address,
    'latitude', s.latitude, 'longitude', s.longitude,
    'residentPopulation', s.resident_population, 'residentPopulationYear', s.resident_population_year,
    'residentPopulationSource', s.resident_population_source, 'launchOn', s.launch_on,
    'openedOn', s.opened_on, 'daysToLaunch', s.launch_on - days.today, 'timeZone', s.time_zone,
    'stage', case when s.launch_on > days.today then 'preparing' when i.gates > i.met then 'heldAtGates' else 'launched' end,
    'jurisdiction', json_build_object('id', j.id, 'name', j.name, 'stateCode', j.state_code),
    'release', json_build_object('templateKey', t.key, 'templateName', t.name, 'version', r.version),
    'readiness', i.readiness,
    'ownerRoles', s.outline->'ownerRoles', 'coreComponents', s.outline->'coreComponents', 'owners', o.owners, 'adaptations', a.adaptations))::text as page
  from site s
  join jurisdiction j on j.id = s.jurisdiction_id
  join release r on r.id = s.release_id
  join template t on t.id = s.template_id
  cross join lateral (select (now() at time zone s.time_zone)::date as today) days
  cross join lateral (
    select count(*) filter (where is_launch_gate) as gates,
      count(*) filter (where is_launch_gate and status = 'done' and signed_off_at is not null) as met,
      json_build_object(
      'itemCount', count(*), 'doneCount', count(*) filter (where status = 'done'),
      'notApplicableCount', count(*) filter (where status = 'notApplicable'),
      'overdueCount', count(*) filter (where status not in ('done', 'notApplicable') and due_on < days.today),
      'gateCount', count(*) filter (where is_launch_gate),
      'gatesMet', count(*) filter (where is_launch_gate and status = 'done' and signed_off_at is not null),
      'gatesAwaitingSignOff', count(*) filter (where is_launch_gate and status = 'done' and signed_off_at is null),
      'gatesFailing', count(*) filter (where is_launch_gate and status <> 'done' and (due_on < days.today or due_on > s.launch_on))) as readiness
    from checklist_item c where c.jurisdiction_id = s.jurisdiction_id and c.site_id = s.id and not c.is_left_out
  ) i
  cross join lateral (
    select json_agg(json_build_object('key', owner_role_key, 'name', name, 'email', email)) as owners
    from site_owner w where w.jurisdiction_id = s.jurisdiction_id and w.site_id = s.id
  ) o
  cross join lateral (
    select json_agg(to_json(d)) as adaptations
    from adaptation d where d.jurisdiction_id = s.jurisdiction_id and d.site_id = s.id
  ) a
  where s.id = $1::uuid`;

/** A city administrator's page of one site. */
export const sitePage: BenchCase = async (product) => {
  const session = await product.signIn("admin@port-averly.example.org");
  const { sites } = await session.ask<{ sites: { edges: { node: { id: string } }[] } }>(
    "{ sites(first: 1) { edges { node { id } } } }",
  );
  const id = sites.edges[0]?.node.id ?? "";
  return compareWithSql(product, {
    name: "Site page",
    session,
    query: QUERY,
    variables: { id },
    statement: STATEMENT,
    values: [id],
  });
};
