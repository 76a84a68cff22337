import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { InEnglish } from "#admin/testing/in-english.tsx";
import { EntityForm } from "./entity-form.tsx";
import { TextField } from "./field.tsx";

function show() {
  return render(
    <InEnglish>
      <EntityForm
        schema={z.object({ name: z.string() })}
        defaultValues={{ name: "" }}
        draft="a-form"
        saveLabel="Save it"
        save={() => Promise.resolve([])}
        isUnguarded
      >
        <TextField name="name" label="Name" />
      </EntityForm>
    </InEnglish>,
  );
}

beforeEach(() => {
  localStorage.clear();
});

test("what is typed is kept, that is said, and it is there when the form is shown again", async () => {
  const { unmount } = show();
  expect(screen.queryByText("Kept on this computer")).toBeNull();
  await userEvent.type(screen.getByLabelText("Name"), "Juniper");
  expect(await screen.findByText("Kept on this computer")).toBeVisible();
  unmount();
  show();
  expect(screen.getByLabelText("Name")).toHaveValue("Juniper");
});

test("a page that is closed at once after the last key has lost nothing", async () => {
  show();
  await userEvent.type(screen.getByLabelText("Name"), "Juniper Court");
  window.dispatchEvent(new Event("pagehide"));
  expect(localStorage.getItem("frontstep.draft.a-form")).toContain("Juniper Court");
});

test("once it is saved nothing is kept, not even when the page is left at once", async () => {
  const { unmount } = show();
  await userEvent.type(screen.getByLabelText("Name"), "Juniper");
  await userEvent.click(screen.getByRole("button", { name: "Save it" }));
  unmount();
  expect(localStorage.getItem("frontstep.draft.a-form")).toBeNull();
});
