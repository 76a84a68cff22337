import "@apollo/client";
import type { GraphQLCodegenDataMasking } from "@apollo/client/masking";

declare module "@apollo/client" {
  // Apollo's documented way to say that codegen's types are masked types.
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}
