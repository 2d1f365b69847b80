import type { ComponentProps } from 'preact';
import type { ApprovalForm } from './approval-form.tsx';
import type { StrategyProps } from './sign-in-bridge.tsx';

type Basics = Pick<
  ComponentProps<typeof ApprovalForm>,
  'settings' | 'cards' | 'count' | 'chosen' | 'onChoose' | 'now' | 'onCancel'
>;

/** What every way to sign in says in the same place of its approval: with which e.firma, and no. */
export function approvalBasics(props: StrategyProps): Basics {
  const { snapshot, cards, card, now, onChoose, onClose } = props;
  return {
    settings: snapshot.settings,
    cards,
    count: snapshot.count,
    chosen: card,
    onChoose,
    now,
    onCancel: onClose,
  };
}
