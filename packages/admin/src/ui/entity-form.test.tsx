import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { InEnglish } from "#admin/testing/in-english.tsx";
import { EntityForm, type EntityFormProps } from "./entity-form.tsx";
import { TextField } from "./field.tsx";

const schema = z.object({
  name: z.string().min(1, "ui.form.required"),
  email: z.email("session.email.invalid"),
});
type Values = z.infer<typeof schema>;

function show(save: EntityFormProps<Values>["save"], onSaved?: () => void) {
  window.scrollTo = vi.fn();
  render(
    <InEnglish>
      <EntityForm
        schema={schema}
        defaultValues={{ name: "", email: "" }}
        saveLabel="Keep it"
        save={save}
        onSaved={onSaved}
        isUnguarded
      >
        <TextField name="name" label="Name" help="As on the door." />
        <TextField name="email" label="E-mail" />
      </EntityForm>
    </InEnglish>,
  );
}

async function fill() {
  await userEvent.type(screen.getByLabelText("Name"), "Ada");
  await userEvent.type(screen.getByLabelText("E-mail"), "ada@city.gov");
}

test("says what is missing beside each field and on top, with a link to the field, and does not save", async () => {
  const save = vi.fn();
  show(save);
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(screen.getByText("2 things to fix")).toBeVisible();
  await userEvent.click(screen.getByRole("link", { name: "Name: Fill this in" }));
  expect(screen.getByLabelText("Name")).toHaveFocus();
  expect(screen.getByLabelText("Name")).toHaveAccessibleDescription("As on the door. Fill this in");
  expect(save).not.toHaveBeenCalled();
});

test("puts the server's finding beside the field that it names, and keeps what was typed", async () => {
  const onSaved = vi.fn();
  show(
    () =>
      Promise.resolve([{ code: "TAKEN", severity: "ERROR", path: "name", message: "This name is taken." }]),
    onSaved,
  );
  await fill();
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(screen.getByLabelText("Name")).toHaveAccessibleDescription("As on the door. This name is taken.");
  expect(screen.getByLabelText("Name")).toHaveValue("Ada");
  expect(onSaved).not.toHaveBeenCalled();
});

test("a server that cannot be reached loses nothing, and saving again saves", async () => {
  const onSaved = vi.fn();
  const save = vi.fn().mockRejectedValueOnce(new Error("no way")).mockResolvedValueOnce([]);
  show(save, onSaved);
  await fill();
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(screen.getByRole("alert")).toHaveTextContent("could not be reached");
  expect(screen.getByLabelText("E-mail")).toHaveValue("ada@city.gov");
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(onSaved).toHaveBeenCalledOnce();
});
