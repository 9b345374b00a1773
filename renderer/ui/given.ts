type Given<Props> = { [Key in keyof Props]?: Exclude<Props[Key], undefined> };

/** The props that have a value: under exactOptionalPropertyTypes an absent prop must not be passed as undefined. */
export function given<Props extends object>(props: Props): Given<Props>;
export function given(props: object): object {
  return Object.fromEntries(
    Object.entries(props).filter(([, value]) => value !== undefined),
  );
}

/** Class names in one string, leaving out what is false or absent. */
export function classes(
  ...names: readonly (string | false | null | undefined)[]
): string {
  return names.filter(Boolean).join(' ');
}
