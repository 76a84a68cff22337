import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { IndicatorPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { FactList } from "#admin/ui/fact-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import "./templates.css";

const indicatorPageQuery = graphql(`
  query IndicatorPage($code: String!) {
    indicator(code: $code) {
      code
      name
      theme
      class
      measure {
        kind
        per
        from
        to
      }
      unit
      numerator
      denominator
      direction
      cadence
      cadenceNote
      source
      caveats
      countsPersons
      isHiddenForSites
      mayBeGoal
      basis
      restsOn
      usedBy {
        templateKey
        templateName
        goalKey
        goalTitle
      }
    }
  }
`);

type Indicator = NonNullable<IndicatorPageQuery["indicator"]>;

/** One indicator: what it measures, how it is read, and where it is a goal. */
export function IndicatorPage() {
  const text = useText();
  const data = loaded(useQuery(indicatorPageQuery, { variables: { code: usePathParam("code") } }));
  if (!data) return <PageSkeleton />;
  const { indicator } = data;
  if (!indicator) {
    return (
      <Page title={text("indicators.missing.title")}>
        <Notice kind="note">{text("indicators.missing.text")}</Notice>
      </Page>
    );
  }
  return (
    <Page
      title={indicator.name}
      sentence={text(`indicators.class.${indicator.class}.sentence`)}
      facts={[
        { term: text("indicators.code"), value: indicator.code },
        { term: text("indicators.unit"), value: indicator.unit },
        { term: text("indicators.direction"), value: text(`indicators.direction.${indicator.direction}`) },
      ]}
    >
      <Warnings indicator={indicator} />
      <Definition indicator={indicator} />
      <Uses indicator={indicator} />
    </Page>
  );
}

function Warnings({ indicator }: { indicator: Indicator }) {
  const text = useText();
  return (
    <>
      {!indicator.mayBeGoal && (
        <Notice kind="warning" title={text("indicators.neverGoal.title")}>
          {text("indicators.neverGoal.text")}
        </Notice>
      )}
      {indicator.isHiddenForSites && <Notice kind="note">{text("indicators.hidden")}</Notice>}
      {indicator.countsPersons && <Notice kind="note">{text("indicators.persons")}</Notice>}
    </>
  );
}

function Definition({ indicator }: { indicator: Indicator }) {
  const text = useText();
  const { measure } = indicator;
  return (
    <FactList
      facts={[
        {
          term: text(indicator.denominator ? "indicators.numerator" : "indicators.counted"),
          value: indicator.numerator,
        },
        { term: text("indicators.denominator"), value: indicator.denominator },
        {
          term: text("indicators.measure"),
          value: text(`indicators.measure.${measure.kind}`, {
            per: measure.per,
            from: measure.from,
            to: measure.to,
          }),
        },
        {
          term: text("indicators.cadence"),
          value: indicator.cadenceNote ?? text(`indicators.cadence.${indicator.cadence}`),
        },
        { term: text("indicators.source"), value: indicator.source },
        { term: text("indicators.caveats"), value: indicator.caveats },
        { term: text("indicators.theme"), value: text(`indicators.theme.${indicator.theme}`) },
        { term: text(`indicators.basis.${indicator.basis}`), value: indicator.restsOn },
      ].filter(({ value }) => Boolean(value))}
    />
  );
}

function Uses({ indicator }: { indicator: Indicator }) {
  const text = useText();
  return (
    <section className="fs-stack fs-stack--tight" aria-labelledby="indicator-uses">
      <h2 id="indicator-uses">{text("indicators.uses")}</h2>
      {indicator.usedBy.length === 0 && <p className="fs-soft">{text("indicators.uses.none")}</p>}
      <ul className="fs-plain fs-stack fs-stack--tight">
        {indicator.usedBy.map(({ templateKey, templateName, goalKey, goalTitle }) => (
          <li key={`${templateKey} ${goalKey}`}>
            <Link to={`/templates/${templateKey}`} hash="goals">
              {goalKey} {goalTitle}
            </Link>{" "}
            <span className="fs-soft">{templateName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
