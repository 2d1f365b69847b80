export { terms } from './terms.ts';
export { keysOf, topics, wordsOfTopic, type Topic } from './topics.ts';
export { helpPartsOf, type HelpGroup } from './help-parts.ts';
