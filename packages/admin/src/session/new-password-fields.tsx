import { useText } from "#admin/i18n/use-text.ts";
import { TextField } from "#admin/ui/field.tsx";

export function NewPasswordFields() {
  const text = useText();
  return (
    <>
      <TextField
        name="newPassword"
        type="password"
        label={text("session.newPassword")}
        help={text("session.newPassword.help")}
        autoComplete="new-password"
      />
      <TextField name="again" type="password" label={text("session.again")} autoComplete="new-password" />
    </>
  );
}
