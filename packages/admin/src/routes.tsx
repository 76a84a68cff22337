import { lazyRouteComponent } from "@tanstack/react-router";
import type { PageRoute } from "#admin/shell/page-route.ts";

/**
 * The site map: every path of the admin, its page (loaded when shown), who may open it, and its
 * place in the menu. To add a page, add a row; messages are ids of the feature's message files.
 */
export const routes: readonly PageRoute[] = [
  {
    path: "/",
    page: lazyRouteComponent(() => import("#admin/home/home-page.tsx"), "HomePage"),
    access: "signedIn",
    title: "home.title",
    menu: 10,
  },
  {
    path: "/sites",
    page: lazyRouteComponent(() => import("#admin/sites/sites-page.tsx"), "SitesPage"),
    access: "site.read",
    title: "sites.title",
    menu: 20,
  },
  {
    path: "/sites/open",
    page: lazyRouteComponent(() => import("#admin/sites/open-site-page.tsx"), "OpenSitePage"),
    access: "site.open",
    title: "sites.open.title",
    parent: "/sites",
  },
  {
    path: "/sites/$siteId",
    page: lazyRouteComponent(() => import("#admin/sites/site-page.tsx"), "SitePage"),
    access: "site.read",
    title: "sites.record",
    parent: "/sites",
  },
  {
    path: "/sites/$siteId/describe",
    page: lazyRouteComponent(() => import("#admin/sites/describe-site-page.tsx"), "DescribeSitePage"),
    access: "site.plan",
    title: "sites.describe.title",
    parent: "/sites",
  },
  {
    path: "/sites/$siteId/adapt",
    page: lazyRouteComponent(() => import("#admin/sites/adapt-site-page.tsx"), "AdaptSitePage"),
    access: "site.adapt",
    title: "sites.adapt.page",
    parent: "/sites",
  },
  {
    path: "/sites/$siteId/launch-date",
    page: lazyRouteComponent(() => import("#admin/onboarding/launch-date-page.tsx"), "LaunchDatePage"),
    access: "site.plan",
    title: "onboarding.launchDate.title",
    parent: "/sites",
  },
  {
    path: "/sites/$siteId/checklist/$itemKey",
    page: lazyRouteComponent(() => import("#admin/onboarding/item-page.tsx"), "ItemPage"),
    access: "checklist.read",
    title: "onboarding.item.record",
    parent: "/sites",
  },
  {
    path: "/jurisdictions",
    page: lazyRouteComponent(
      () => import("#admin/jurisdictions/jurisdictions-page.tsx"),
      "JurisdictionsPage",
    ),
    access: "jurisdiction.read",
    title: "jurisdictions.title",
    menu: 80,
  },
  {
    path: "/jurisdictions/new",
    page: lazyRouteComponent(
      () => import("#admin/jurisdictions/jurisdiction-form-page.tsx"),
      "JurisdictionFormPage",
    ),
    access: "jurisdiction.manage",
    title: "jurisdictions.add",
    parent: "/jurisdictions",
  },
  {
    path: "/jurisdictions/$jurisdictionId",
    page: lazyRouteComponent(() => import("#admin/jurisdictions/jurisdiction-page.tsx"), "JurisdictionPage"),
    access: "jurisdiction.read",
    title: "jurisdictions.record",
    parent: "/jurisdictions",
  },
  {
    path: "/jurisdictions/$jurisdictionId/change",
    page: lazyRouteComponent(
      () => import("#admin/jurisdictions/jurisdiction-form-page.tsx"),
      "JurisdictionFormPage",
    ),
    access: "jurisdiction.manage",
    title: "jurisdictions.change.title",
    parent: "/jurisdictions",
  },
  {
    path: "/compare",
    page: lazyRouteComponent(() => import("#admin/comparisons/compare-page.tsx"), "ComparePage"),
    access: "comparison.read",
    title: "comparisons.title",
    menu: 60,
  },
  {
    path: "/sign-in",
    page: lazyRouteComponent(() => import("#admin/session/sign-in-page.tsx"), "SignInPage"),
    access: "public",
    title: "session.signIn.title",
  },
  {
    path: "/forgot-password",
    page: lazyRouteComponent(() => import("#admin/session/forgot-password-page.tsx"), "ForgotPasswordPage"),
    access: "public",
    title: "session.forgot.title",
  },
  {
    path: "/accept-invitation",
    page: lazyRouteComponent(
      () => import("#admin/session/accept-invitation-page.tsx"),
      "AcceptInvitationPage",
    ),
    access: "public",
    title: "session.invitation.title",
  },
  {
    path: "/reset-password",
    page: lazyRouteComponent(() => import("#admin/session/reset-password-page.tsx"), "ResetPasswordPage"),
    access: "public",
    title: "session.reset.title",
  },
  {
    path: "/templates",
    page: lazyRouteComponent(() => import("#admin/templates/templates-page.tsx"), "TemplatesPage"),
    access: "template.read",
    title: "templates.title",
    menu: 60,
  },
  {
    path: "/templates/$templateKey",
    page: lazyRouteComponent(() => import("#admin/templates/template-page.tsx"), "TemplatePage"),
    access: "template.read",
    title: "templates.record",
    parent: "/templates",
  },
  {
    path: "/indicators",
    page: lazyRouteComponent(() => import("#admin/templates/indicators-page.tsx"), "IndicatorsPage"),
    access: "template.read",
    title: "indicators.title",
    parent: "/templates",
  },
  {
    path: "/indicators/$code",
    page: lazyRouteComponent(() => import("#admin/templates/indicator-page.tsx"), "IndicatorPage"),
    access: "template.read",
    title: "indicators.record",
    parent: "/indicators",
  },
];
