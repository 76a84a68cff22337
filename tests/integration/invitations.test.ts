import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ACCEPT,
  type AccessWorld,
  type Browser,
  INVITE,
  MEMBERS,
  openAccessWorld,
  PASSWORD,
  type Person,
  tokenOf,
} from "../support/access-world.ts";

let world: AccessWorld;
let steward: Browser;
let dayton: string;
let administrator: Person;

beforeAll(async () => {
  world = await openAccessWorld();
  ({ steward, dayton, administrator } = world);
});
afterAll(() => world.close());

describe("an invitation", () => {
  test("makes the actor that it offered, with the permissions of the role", async () => {
    const { actor } = await administrator.browser.get(
      "{ actor { email hat hats permissions roles { role placeName jurisdictionId } } }",
    );
    expect(actor).toMatchObject({ email: administrator.email, hat: "city", hats: ["city"] });
    expect(actor.permissions).toContain("site.open");
    expect(actor.roles).toEqual([
      { role: "CITY_ADMINISTRATOR", placeName: "Dayton", jurisdictionId: dayton },
    ]);
  });

  test("works once", async () => {
    const input = {
      token: tokenOf(world.newestLetterTo(administrator.email)),
      name: "Someone Else",
      password: PASSWORD,
    };
    const { acceptInvitation } = await world.newBrowser().get(ACCEPT, { input });
    expect(acceptInvitation.findings).toEqual([{ code: "INVITATION_USED_UP" }]);
  });

  test("is accepted by one of two who open it at the same moment", async () => {
    const email = `${randomUUID()}@example.org`;
    await administrator.browser.get(INVITE, {
      input: { email, role: "CITY_VIEWER", jurisdictionId: dayton },
    });
    const input = { token: tokenOf(world.newestLetterTo(email)), name: "Twice", password: PASSWORD };
    const answers = await Promise.all([1, 2, 3].map(() => world.newBrowser().ask(ACCEPT, { input })));
    const accepted = answers.filter(({ data }) => data?.acceptInvitation.__typename === "InvitationAccepted");
    expect(accepted).toHaveLength(1);
  });

  test("shows whoever holds its link what it offers, and nothing to anybody else", async () => {
    const email = `${randomUUID()}@example.org`;
    await administrator.browser.get(INVITE, {
      input: { email, role: "CITY_VIEWER", jurisdictionId: dayton, language: "es" },
    });
    expect(world.newestLetterTo(email)).toContain("Acepte la invitación");
    const offer = "query ($token: String!) { invitation(token: $token) { email role invitedBy hasAccount } }";
    const { invitation } = await world
      .newBrowser()
      .get(offer, { token: tokenOf(world.newestLetterTo(email)) });
    expect(invitation).toMatchObject({ email, role: "CITY_VIEWER", hasAccount: false });
    expect(await world.newBrowser().get(offer, { token: "guessed" })).toEqual({ invitation: null });
  });

  test("asks for a name and a password that is not everybody's", async () => {
    const email = `${randomUUID()}@example.org`;
    await administrator.browser.get(INVITE, {
      input: { email, role: "CITY_VIEWER", jurisdictionId: dayton },
    });
    const token = tokenOf(world.newestLetterTo(email));
    const codes = async (name: string, password: string) => {
      const { acceptInvitation } = await world.newBrowser().get(ACCEPT, { input: { token, name, password } });
      return acceptInvitation.findings.map(({ code }) => code);
    };
    expect(await codes("", PASSWORD)).toEqual(["ACCOUNT_NAME_MISSING"]);
    expect(await codes("Ada", "short")).toContain("PASSWORD_TOO_SHORT");
    expect(await codes("Ada", "password123456")).toEqual(["PASSWORD_TOO_COMMON"]);
  });

  test("gives a known account another role only after it signs in", async () => {
    await steward.get(INVITE, {
      input: { email: administrator.email, role: "STATE_OFFICIAL", stateCode: "OH" },
    });
    const input = { token: tokenOf(world.newestLetterTo(administrator.email)) };
    const { acceptInvitation } = await world.newBrowser().get(ACCEPT, { input });
    expect(acceptInvitation.findings).toEqual([{ code: "INVITATION_NEEDS_SIGN_IN" }]);
    const { acceptInvitation: accepted } = await administrator.browser.get(ACCEPT, { input });
    expect(accepted.__typename).toBe("InvitationAccepted");
    const { actor } = await administrator.browser.get("{ actor { hat hats } }");
    expect(actor).toEqual({ hat: "city", hats: ["city", "state"] });
    administrator.browser.hat = "state";
    expect(
      (await administrator.browser.get("{ actor { hat permissions } }")).actor.permissions,
    ).not.toContain("roster.read");
    expect(await administrator.browser.code(MEMBERS)).toBe("FORBIDDEN");
    administrator.browser.hat = "steward";
    expect(await administrator.browser.code("{ jurisdictions { totalCount } }")).toBe("FORBIDDEN");
    administrator.browser.hat = "";
  });

  test("is taken back, and a newer one for the same role takes the place of the older", async () => {
    const email = `${randomUUID()}@example.org`;
    const invite = () =>
      administrator.browser.get(INVITE, { input: { email, role: "CITY_EDITOR", jurisdictionId: dayton } });
    await invite();
    const older = tokenOf(world.newestLetterTo(email));
    const { inviteMember } = await invite();
    const accept = async (token: string) =>
      (await world.newBrowser().get(ACCEPT, { input: { token, name: "Ada", password: PASSWORD } }))
        .acceptInvitation.findings;
    expect(await accept(older)).toEqual([{ code: "INVITATION_USED_UP" }]);
    const revoke = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { revision } }`;
    const input = {
      invitationId: inviteMember.invitation.id,
      expectedRevision: inviteMember.invitation.revision,
    };
    expect(await administrator.browser.code(revoke, { input: { ...input, expectedRevision: 7 } })).toBe(
      "STALE_REVISION",
    );
    await administrator.browser.get(revoke, { input });
    expect(await accept(tokenOf(world.newestLetterTo(email)))).toEqual([{ code: "INVITATION_USED_UP" }]);
    expect(await administrator.browser.code(revoke, { input })).toBe("NOT_FOUND");
  });

  test("stands when its letter could not be sent, and says so", async () => {
    world.mail.isDown = true;
    const input = { email: `${randomUUID()}@example.org`, role: "CITY_VIEWER", jurisdictionId: dayton };
    const { inviteMember } = await administrator.browser.get(INVITE, { input });
    world.mail.isDown = false;
    expect(inviteMember.isMailSent).toBe(false);
  });

  test("repeated under one idempotency key is one invitation and one letter", async () => {
    const email = `${randomUUID()}@example.org`;
    const input = { email, role: "CITY_VIEWER", jurisdictionId: dayton, idempotencyKey: randomUUID() };
    const [first, second] = [
      await administrator.browser.get(INVITE, { input }),
      await administrator.browser.get(INVITE, { input }),
    ];
    expect(second.inviteMember.invitation.id).toBe(first.inviteMember.invitation.id);
    expect(world.letters.filter(({ to }) => to === email)).toHaveLength(1);
    const other = { ...input, role: "CITY_EDITOR" };
    expect(await administrator.browser.code(INVITE, { input: other })).toBe("IDEMPOTENCY_KEY_REUSED");
  });
});
