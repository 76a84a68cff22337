import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { InEnglish } from "#admin/testing/in-english.tsx";
import { InRouter } from "#admin/testing/in-router.tsx";
import { DataTable } from "./data-table.tsx";
import type { Column } from "./table-column.ts";

interface Place {
  readonly id: string;
  readonly name: string;
  readonly residents: number | null;
}

const places: readonly Place[] = [
  { id: "1", name: "Bexley", residents: 900 },
  { id: "2", name: "Akron", residents: 1200 },
  { id: "3", name: "Canton", residents: null },
];

const columns: readonly Column<Place>[] = [
  { id: "name", header: "Name", value: (row) => row.name },
  { id: "residents", header: "Residents", value: (row) => row.residents, format: "number" },
];

function show(at = "/") {
  render(
    <InEnglish>
      <InRouter at={at}>
        <DataTable
          name="places"
          caption="Places"
          columns={columns}
          rows={places}
          rowKey={(row) => row.id}
          rowTo={(row) => `/places/${row.id}?tab=plan`}
        />
      </InRouter>
    </InEnglish>,
  );
}

async function names(): Promise<(string | null)[]> {
  const table = await screen.findByRole("table", { name: "Places" });
  return within(table)
    .getAllByRole("rowheader")
    .map((cell) => cell.textContent);
}

test("keeps the order in which the rows come until a column is chosen, and links each row to its page", async () => {
  show();
  expect(await names()).toEqual(["Bexley", "Akron", "Canton"]);
  expect(screen.getByRole("link", { name: "Akron" })).toHaveAttribute("href", "/places/2?tab=plan");
});

test("sorts as the address says, with missing values last either way", async () => {
  show("/?places-sort=-residents");
  expect(await names()).toEqual(["Akron", "Bexley", "Canton"]);
});

test("sorts by a press on a header and says so to who hears it", async () => {
  show();
  await names();
  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  expect(await names()).toEqual(["Akron", "Bexley", "Canton"]);
  expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
});

test("a column that is taken away is gone, and a missing value is a dash", async () => {
  show();
  expect(await screen.findByText("–")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Columns" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Residents" }));
  expect(screen.queryByText("1,200")).toBeNull();
});
