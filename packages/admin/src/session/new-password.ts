import { z } from "zod";

/** A password chosen anew, typed twice. The server also refuses those that many people use. */
export const newPasswordSchema = z
  .object({
    newPassword: z
      .string()
      .min(12, "session.said.PASSWORD_TOO_SHORT")
      .max(128, "session.said.PASSWORD_TOO_SHORT"),
    again: z.string(),
  })
  .refine(({ newPassword, again }) => newPassword === again, {
    path: ["again"],
    message: "session.again.different",
  });
