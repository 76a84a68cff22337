import { expect, test } from "./fixtures.ts";

const launchOn = new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10);
const header = "name,template,release,launch_date,address,owner:CL";

test("a city administrator opens two sites from a spreadsheet, after putting a row right", async ({
  page,
  visitor,
}) => {
  const mark = String(Date.now() % 100_000);
  const row = (name: string, day: string) =>
    `${name} ${mark},csp-public-housing,3.2.0,${day},1 Main Street,Rosa Delgado`;
  const sites = page.getByLabel("Table of sites", { exact: true });
  const choose = async (...rows: string[]) => {
    await sites.setInputFiles({
      name: "sites.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([header, ...rows].join("\n")),
    });
  };
  await visitor.signIn("cityAdministrator");
  await visitor.visit("/sites");
  await page.getByRole("link", { name: "Open several from a file" }).click();
  await visitor.checkPage();

  await choose(row("Linden Court", launchOn), row("Linden Homes", "next year"));
  await expect(page.getByText("Nothing can be opened yet")).toBeVisible();
  await expect(page.getByText("row 3, launch_date")).toBeVisible();
  await visitor.checkPage();

  await choose(row("Linden Court", launchOn), row("Linden Homes", launchOn));
  await page.getByLabel("Table of differences").setInputFiles({
    name: "adaptations.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `site,section,key,change,field,value,reason_code,reason,steering_decided_on\nLinden Homes ${mark},positions,SGT,changed,commitmentMonths,36,localLaw,The contract of the city allows three years.,2026-02-02\n`,
    ),
  });
  await expect(page.getByRole("rowheader", { name: `Linden Homes ${mark}` })).toBeVisible();
  await expect(page.getByText("adaptations row 2, positions.SGT")).toBeVisible();
  await visitor.checkPage();

  await page.getByRole("button", { name: "Open 2 sites" }).click();
  await expect(page.getByText("2 sites are open")).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("link", { name: `Linden Homes ${mark}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Linden Homes ${mark}` })).toBeVisible();
});
