import type { MessageKey } from '../i18n.ts';
import { causePlaces, placeOfCause } from './cause-places.ts';
import type { Topic } from './topics.ts';

/** Topics that are opened together. */
export interface HelpGroup {
  /** None where it is the whole part. */
  heading?: MessageKey;
  topics: readonly Topic[];
}

/** A part of the help. */
export interface HelpPart {
  heading: MessageKey;
  groups: readonly HelpGroup[];
}

/** The parts that hold any of these topics, in the order in which they are shown. */
export function helpPartsOf(topics: readonly Topic[]): readonly HelpPart[] {
  const causes = causePlaces.map((place): HelpGroup => {
    const isThere = ({ kind, id }: Topic) => kind === 'cause' && placeOfCause(id) === place;
    return {
      heading: place === 'person' ? 'help_place_person' : `check_group_${place}`,
      topics: topics.filter(isThere),
    };
  });
  const wholeOf = (kind: Topic['kind']): HelpGroup => ({
    topics: topics.filter((topic) => topic.kind === kind),
  });
  const parts: readonly HelpPart[] = [
    { heading: 'help_kind_cause', groups: causes },
    { heading: 'help_kind_procedure', groups: [wholeOf('procedure')] },
    { heading: 'help_kind_term', groups: [wholeOf('term')] },
  ];
  return parts
    .map(({ heading, groups }) => ({ heading, groups: groups.filter(hasAny) }))
    .filter(({ groups }) => groups.length > 0);
}

function hasAny({ topics }: HelpGroup): boolean {
  return topics.length > 0;
}
