import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { SiteReleases } from "./site-releases.tsx";

const withdrawal = {
  reasonCode: "LEGAL",
  reason: "Go on with the agreement of 2025.",
  withdrawnBy: "Robin Vale",
  withdrawnAt: "2026-11-20T15:00:00.000Z",
};
const site = {
  id: "s1",
  release: { version: "3.3.0" },
  releaseWithdrawal: null,
  newerReleases: [],
  offers: [],
  upgrades: [],
  retiredItems: [],
};

function show(changes: object) {
  return render(
    <InApp answers={{ site: { ...site, ...changes } }} permissions={["site.upgrade"]}>
      <SiteReleases siteId="s1" />
    </InApp>,
  );
}

test("a site on a withdrawn release is told by whom, when and why, and what it means here", async () => {
  show({ releaseWithdrawal: withdrawal });
  expect(await screen.findByText("Release 3.3.0 was withdrawn by Robin Vale on Nov 20, 2026")).toBeVisible();
  expect(screen.getByText("A law or an agreement stands against it.")).toBeVisible();
  expect(screen.getByText("Go on with the agreement of 2025.")).toBeVisible();
  expect(
    screen.getByText(/Nothing changes at this site by itself, and there is no newer release yet/),
  ).toBeVisible();
  expect(screen.queryByText(/is the newest of its template/)).not.toBeInTheDocument();
});

test("where a newer release is there, the site is led to it", async () => {
  const newer = { id: "r4", version: "3.4.0", publishedAt: "2026-11-24T15:00:00.000Z" };
  show({ releaseWithdrawal: withdrawal, newerReleases: [newer] });
  expect(await screen.findByText(/A newer release is there/)).toBeVisible();
  expect(screen.getByRole("link", { name: "See what 3.4.0 would change here" })).toHaveAttribute(
    "href",
    "/sites/s1/upgrade/r4",
  );
});
