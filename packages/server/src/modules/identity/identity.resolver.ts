import type { MembershipScope } from "@frontstep/domain/access";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import type { Page } from "#server/paging.ts";

import { acceptInvitation } from "./accept-invitation.ts";
import { changeRole } from "./change-role.ts";
import {
  AcceptInvitationInput,
  AcceptInvitationOutcome,
  Actor,
  ChangeRoleInput,
  ChangeRoleOutcome,
  InvitablePlace,
  Invitation,
  InvitationConnection,
  InvitationOffer,
  InviteMemberInput,
  InviteMemberOutcome,
  Member,
  MemberConnection,
  MembersArgs,
  RemoveMemberInput,
  RemoveMemberOutcome,
  RevokeInvitationInput,
  Role,
} from "./identity.graphql.ts";
import {
  actor,
  invitablePlaces,
  invitation,
  invitations,
  member,
  members,
  named,
  type OfferView,
} from "./identity.reads.ts";
import { inviteMember } from "./invite-member.ts";
import { columnsOf, type PlaceColumns } from "./place.ts";
import { removeMember } from "./remove-member.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

@Resolver()
export class IdentityResolver {
  @Query(() => Actor, { nullable: true, description: "Who is signed in; null for nobody." })
  async actor(@Ctx() ctx: RequestContext): Promise<object | null> {
    const view = await actor(ctx);
    return view && { ...view, roles: view.roles.map(placed) };
  }

  @Query(() => MemberConnection, { description: "Who holds a role, by name." })
  async members(@Args(() => MembersArgs) args: MembersArgs, @Ctx() ctx: RequestContext): Promise<object> {
    return placedPage(await members(ctx, args));
  }

  @Query(() => Member, { nullable: true, description: "One role that somebody holds." })
  async member(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<object | null> {
    const found = await member(ctx, id);
    return found && placed(found);
  }

  @Query(() => [InvitablePlace], {
    description: "Where the actor may offer a role: the first fifty places, by name.",
  })
  async invitablePlaces(
    @Arg("role", () => Role) role: string,
    @Arg("search", () => String, { nullable: true }) search: string | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<object[]> {
    return (await invitablePlaces(ctx, role, search ?? "")).map(placed);
  }

  @Query(() => InvitationConnection, { description: "Which invitations wait to be accepted, newest first." })
  async invitations(@Args(() => MembersArgs) args: MembersArgs, @Ctx() ctx: RequestContext): Promise<object> {
    return placedPage(await invitations(ctx, args));
  }

  @Query(() => InvitationOffer, {
    nullable: true,
    description: "What a link offers; null when it no longer works.",
  })
  invitation(
    @Arg("token", () => String) token: string,
    @Ctx() ctx: RequestContext,
  ): Promise<OfferView | null> {
    return invitation(ctx, token);
  }

  @Mutation(() => InviteMemberOutcome, {
    description: "Invites a person to a role at a place, by a link in a letter.",
  })
  async inviteMember(
    @Arg("input", () => InviteMemberInput) input: InviteMemberInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return await inviteMember(ctx, input);
  }

  @Mutation(() => Invitation, { description: "Takes an invitation back: its link no longer works." })
  async revokeInvitation(
    @Arg("input", () => RevokeInvitationInput) input: RevokeInvitationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return await revokeInvitation(ctx, input);
  }

  @Mutation(() => AcceptInvitationOutcome, { description: "Takes up the role that an invitation offers." })
  acceptInvitation(
    @Arg("input", () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return acceptInvitation(ctx, input);
  }

  @Mutation(() => ChangeRoleOutcome, { description: "Gives somebody another role at the same place." })
  async changeRole(
    @Arg("input", () => ChangeRoleInput) input: ChangeRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return await changeRole(ctx, input);
  }

  @Mutation(() => RemoveMemberOutcome, { description: "Takes a role away from somebody." })
  async removeMember(
    @Arg("input", () => RemoveMemberInput) input: RemoveMemberInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return await removeMember(ctx, input);
  }
}

interface Scoped {
  readonly scope: MembershipScope;
}

function placed<T extends Scoped>(row: T): T & PlaceColumns {
  return { ...row, ...columnsOf(row.scope) };
}

function placedPage(page: Page<Scoped>): object {
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: placed(node) })) };
}

/** A list brings the names of its places along; one row alone looks its own up. */
async function nameOf(row: Scoped & { readonly placeName?: string }, ctx: RequestContext): Promise<string> {
  return row.placeName ?? (await named(ctx, [row]))[0]?.placeName ?? "";
}

@Resolver(() => Member)
export class MemberResolver {
  @FieldResolver(() => String)
  placeName(@Root() row: object, @Ctx() ctx: RequestContext): Promise<string> {
    return nameOf(row as Scoped, ctx);
  }

  @FieldResolver(() => ID, { nullable: true })
  jurisdictionId(@Root() row: object): string | null {
    return columnsOf((row as Scoped).scope).jurisdictionId;
  }
}

@Resolver(() => Invitation)
export class InvitationResolver {
  @FieldResolver(() => String)
  placeName(@Root() row: object, @Ctx() ctx: RequestContext): Promise<string> {
    return nameOf(row as Scoped, ctx);
  }
}
