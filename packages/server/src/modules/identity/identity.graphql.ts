import { roleKeys } from "@frontstep/domain/access";
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar } from "#server/graphql/scalars.ts";

/** CITY_EDITOR for cityEditor, and so on. */
export const Role = Object.fromEntries(
  roleKeys.map((key) => [key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(), key]),
);
registerEnumType(Role, { name: "Role", description: "What a person may do, held at a place." });

@ObjectType({ simpleResolvers: true, description: "A role that the actor holds." })
class ActorRole {
  @Field(() => Role)
  role!: string;

  @Field(() => String, { description: "The name of the place where it is held." })
  placeName!: string;

  @Field(() => ID, { nullable: true })
  jurisdictionId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID, { nullable: true })
  organizationId!: string | null;

  @Field(() => String, { nullable: true })
  stateCode!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Who is signed in, and what the hat worn now allows." })
export class Actor {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The capacity in which this request acts: city, organization, state or steward; null without a role.",
  })
  hat!: string | null;

  @Field(() => [String], { description: "The hats held; send one in the header x-frontstep-hat." })
  hats!: string[];

  @Field(() => [String], { description: "What the hat worn now allows somewhere." })
  permissions!: string[];

  @Field(() => [ActorRole], { description: "The roles held under the hat worn now." })
  roles!: ActorRole[];

  @Field(() => [Role], { description: "The roles that the actor may give to others somewhere." })
  rolesToGive!: string[];
}

@ObjectType({ simpleResolvers: true, description: "A place at which a role can be offered." })
export class InvitablePlace {
  @Field(() => String)
  name!: string;

  @Field(() => ID, { nullable: true })
  jurisdictionId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID, { nullable: true })
  organizationId!: string | null;

  @Field(() => String, { nullable: true })
  stateCode!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A role that somebody holds." })
export class Member {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => Role)
  role!: string;

  @Field(() => String, { description: "The name of the place where it is held." })
  placeName!: string;

  @Field(() => ID, { nullable: true })
  jurisdictionId!: string | null;

  @Field(() => DateTimeScalar)
  since!: Date;

  @Field(() => Int, { description: "Send it back with a change, so that nobody's work is overwritten." })
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "An invitation to a role that waits to be accepted." })
export class Invitation {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  email!: string;

  @Field(() => Role)
  role!: string;

  @Field(() => String, { description: "The name of the place where the role would be held." })
  placeName!: string;

  @Field(() => String)
  invitedBy!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "After this its link no longer works." })
  expiresAt!: Date;

  @Field(() => Int, { description: "Send it back with a change, so that nobody's work is overwritten." })
  revision!: number;
}

export const MemberConnection = connectionOf(Member, "Member");
export const InvitationConnection = connectionOf(Invitation, "Invitation");

@ArgsType()
export class MembersArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "Only this jurisdiction's and its sites'." })
  jurisdictionId?: string;

  @Field(() => ID, { nullable: true, description: "Only this organization's." })
  organizationId?: string;

  @Field(() => String, { nullable: true, description: "Only this state's." })
  stateCode?: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "What the link of an invitation offers to whoever holds it.",
})
export class InvitationOffer {
  @Field(() => String)
  email!: string;

  @Field(() => Role)
  role!: string;

  @Field(() => String)
  invitedBy!: string;

  @Field(() => DateTimeScalar)
  expiresAt!: Date;

  @Field(() => Boolean, {
    description: "Whether the address has an account already, which must then be signed in to.",
  })
  hasAccount!: boolean;
}

@InputType({
  description:
    "Whom to invite, to which role, and at which place. Name the one place where the role is held.",
})
export class InviteMemberInput {
  @Field(() => String)
  email!: string;

  @Field(() => Role)
  role!: string;

  @Field(() => ID, { nullable: true })
  jurisdictionId?: string;

  @Field(() => ID, { nullable: true, description: "With its jurisdiction, for a site coordinator." })
  siteId?: string;

  @Field(() => ID, { nullable: true })
  organizationId?: string;

  @Field(() => String, { nullable: true })
  stateCode?: string;

  @Field(() => String, {
    nullable: true,
    description: "The letter's language, en or es; the inviter's own unless said.",
  })
  language?: string;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "Which invitation to take back." })
export class RevokeInvitationInput {
  @Field(() => ID)
  invitationId!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "Whose role to change, and to which." })
export class ChangeRoleInput {
  @Field(() => ID)
  membershipId!: string;

  @Field(() => Role)
  role!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => String, { nullable: true })
  reason?: string;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "Whose role to take away." })
export class RemoveMemberInput {
  @Field(() => ID)
  membershipId!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => String, { nullable: true })
  reason?: string;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "The secret of the link, and for somebody new a name and a password." })
export class AcceptInvitationInput {
  @Field(() => String)
  token!: string;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => String, { nullable: true, description: "12 to 128 characters." })
  password?: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class AccessRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

@ObjectType({ simpleResolvers: true, description: "The person was invited." })
class MemberInvited {
  @Field(() => Invitation)
  invitation!: Invitation;

  @Field(() => Boolean, {
    description: "Whether the letter could be handed over; if not, invite again once mail works.",
  })
  isMailSent!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "The role was changed." })
class RoleChanged {
  @Field(() => Member)
  member!: Member;
}

@ObjectType({ simpleResolvers: true, description: "The role was taken away." })
class MemberRemoved {
  @Field(() => Member)
  member!: Member;
}

@ObjectType({ simpleResolvers: true, description: "The role was taken up." })
class InvitationAccepted {
  @Field(() => String, { description: "The address to sign in with." })
  email!: string;
}

export const InviteMemberOutcome = outcomeUnion("InviteMemberOutcome", {
  invited: MemberInvited,
  refused: AccessRefused,
});
export const ChangeRoleOutcome = outcomeUnion("ChangeRoleOutcome", {
  changed: RoleChanged,
  refused: AccessRefused,
});
export const RemoveMemberOutcome = outcomeUnion("RemoveMemberOutcome", {
  removed: MemberRemoved,
  refused: AccessRefused,
});
export const AcceptInvitationOutcome = outcomeUnion("AcceptInvitationOutcome", {
  accepted: InvitationAccepted,
  refused: AccessRefused,
});
