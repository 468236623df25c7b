import { registerHooks } from 'node:module';

const CONDITION = '@syft-libs/source';
let isRegistered = false;

/** Lets this process load our packages from their source, as `--conditions=@syft-libs/source` does: Nx starts without it. */
export function useSources(): void {
  if (isRegistered) return;
  isRegistered = true;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, specifier.startsWith('@syft-libs/') ? { ...context, conditions: [...context.conditions, CONDITION] } : context),
  });
}
