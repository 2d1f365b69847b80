import { useId } from 'preact/hooks';

interface OptionCardsProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; text: string }[];
  chosen: Value | undefined;
  onChoose: (value: Value) => void;
  /** A word or two each: more of them side by side. */
  areShort?: boolean;
}

/** One of several, each large enough to be pressed with a thumb. */
export function OptionCards<Value extends string>(props: OptionCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset class="options" data-short={props.areShort}>
      <legend>{props.legend}</legend>
      {props.options.map(({ value, text }) => (
        <label key={value} class="option">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
