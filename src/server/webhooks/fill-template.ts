/**
 * Fills `${NAME}` and `${NAME:-default}` from the environment, as a shell does: an empty variable counts as unset.
 *
 * @throws Error where a name has neither a value nor a default.
 */
export function fillTemplate(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return text.replace(
    /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g,
    (_, name: string, fallback?: string) => {
      const value = environment[name] || fallback;
      if (value === undefined) throw new Error(`the environment variable ${name} is not set`);
      return value;
    },
  );
}
