import { Field, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "What the authors of a release say that it changes." })
export class ReleaseNotes {
  @Field(() => String)
  version!: string;

  @Field(() => [String])
  changes!: string[];
}
