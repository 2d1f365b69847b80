import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Lazy<Props> = FunctionComponent<Props> & {
  /** Once it is here, it is shown at once; rejects where it cannot come. */
  arrive: () => Promise<unknown>;
};

/** A part of a screen whose code comes when it is first shown: nothing is there until then. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Lazy<Props> {
  let loaded: ComponentType<Props> | undefined;
  const arrive = async () => (loaded ??= await load());
  return Object.assign(
    (props: Props) => {
      const [View, setView] = useState(() => loaded);
      useEffect(() => {
        if (!View) void arrive().then((view) => setView(() => view));
      }, []);
      return View ? <View {...props} /> : null;
    },
    { arrive },
  );
}
