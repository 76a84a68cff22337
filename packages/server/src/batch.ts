import DataLoader from "dataloader";

import type { RequestContext } from "./context.ts";

/**
 * A loader for each request: what the rows of a list ask for one by one is loaded in one go.
 * Nothing is kept once it is loaded, so that what a mutation changed is read anew.
 */
export function batched<Key, Value>(
  load: (ctx: RequestContext, keys: readonly Key[]) => Promise<readonly Value[]>,
): (ctx: RequestContext, key: Key) => Promise<Value> {
  const loaders = new WeakMap<RequestContext, DataLoader<Key, Value>>();
  return (ctx, key) => {
    const loader =
      loaders.get(ctx) ?? new DataLoader<Key, Value>((keys) => load(ctx, keys), { cache: false });
    loaders.set(ctx, loader);
    return loader.load(key);
  };
}
