/** An id as locale keys spell it: they have no dots and no hyphens. */
export type Underscored<Id extends string> = Id extends `${infer Head}.${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Id extends `${infer Head}-${infer Tail}`
    ? `${Head}_${Underscored<Tail>}`
    : Id;

export function underscored<Id extends string>(id: Id): Underscored<Id> {
  return id.replaceAll(/[.-]/g, '_') as Underscored<Id>;
}
