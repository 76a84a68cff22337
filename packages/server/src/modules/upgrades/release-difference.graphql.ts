import { ArgsType, Field, Int, ObjectType } from "type-graphql";

import { ReleaseNotes } from "./release-notes.graphql.ts";
import { ReleaseNumber, UpgradeChange, UpgradeCount } from "./upgrade.graphql.ts";

@ArgsType()
export class ReleaseDifferenceArgs {
  @Field(() => String)
  templateKey!: string;

  @Field(() => String, { description: "The number of the release that one comes from." })
  from!: string;

  @Field(() => String, { description: "The number of the release that one goes to." })
  to!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "What one release has differently from another of the same template.",
})
export class ReleaseDifference {
  @Field(() => ReleaseNumber)
  from!: ReleaseNumber;

  @Field(() => ReleaseNumber)
  to!: ReleaseNumber;

  @Field(() => Boolean, { description: "Whether the first is the newer one." })
  isBackwards!: boolean;

  @Field(() => [UpgradeChange], {
    description:
      "Section by section; local is the value in the first release, merged the one in the second. Of a renamed part, its keys. The section about is what stands above the parts.",
  })
  changes!: UpgradeChange[];

  @Field(() => [UpgradeCount])
  counts!: UpgradeCount[];

  @Field(() => Int, { description: "How many parts differ, however many of their fields do." })
  partCount!: number;

  @Field(() => [ReleaseNotes], {
    description:
      "What the authors say of each release after the older one up to the newer one, oldest first.",
  })
  notes!: ReleaseNotes[];
}
