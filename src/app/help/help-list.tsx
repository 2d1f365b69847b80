import type { Topic } from '../../help/index.ts';
import { HelpItem } from './help-item.tsx';

export function HelpList({ topics }: { topics: readonly Topic[] }) {
  return (
    <ul class="procedures help-list">
      {topics.map((topic) => (
        <HelpItem key={topic.id} topic={topic} />
      ))}
    </ul>
  );
}
