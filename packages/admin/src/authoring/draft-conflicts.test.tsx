import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { DraftConflicts } from "./draft-conflicts.tsx";
import type { DraftConflict, DraftEdits } from "./use-draft-edits.ts";

const bothChanged: DraftConflict = {
  __typename: "DraftConflict",
  kind: "BOTH_CHANGED",
  edit: 0,
  section: "checklistItems",
  key: "B01",
  field: "dueOffsetDays",
  title: "Name leads",
  label: "due",
  theirs: -400,
  yours: -380,
  theirsInWords: "400 days before launch",
  yoursInWords: "380 days before launch",
};

function show(conflicts: readonly DraftConflict[]) {
  const send = vi.fn<DraftEdits["send"]>().mockResolvedValue([]);
  const settle = vi.fn<DraftEdits["settle"]>();
  render(
    <InApp answers={{}}>
      <DraftConflicts edits={{ send, settle, conflicts, isBusy: false }} />
    </InApp>,
  );
  return { send, settle, person: userEvent.setup() };
}

test("both values stand side by side, and taking one's own says that the other's was seen", async () => {
  const { send, settle, person } = show([bothChanged]);
  expect(await screen.findByText("400 days before launch")).toBeVisible();
  expect(screen.getByText("380 days before launch")).toBeVisible();
  await person.click(screen.getByRole("button", { name: "Take mine" }));
  const place = { section: "checklistItems", key: "B01" };
  expect(send).toHaveBeenCalledWith([
    { kind: "SET", ...place, field: "dueOffsetDays", seen: -400, value: -380 },
  ]);
  await vi.waitFor(() => {
    expect(settle).toHaveBeenCalledWith(bothChanged);
  });
});

test("leaving the draft as it is sends nothing", async () => {
  const { send, settle, person } = show([bothChanged]);
  await person.click(await screen.findByRole("button", { name: "Leave the draft as it is" }));
  expect(send).not.toHaveBeenCalled();
  expect(settle).toHaveBeenCalledWith(bothChanged);
});

test("a part that is gone can only be left as it is, and shows what was wanted so that it is not lost", async () => {
  show([{ ...bothChanged, kind: "PART_GONE", theirs: null, theirsInWords: null }]);
  expect(await screen.findByText("380 days before launch")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Take mine" })).not.toBeInTheDocument();
});

test("nothing is shown while no other author is in the way", () => {
  show([]);
  expect(screen.queryByText(/Another author/)).not.toBeInTheDocument();
});
