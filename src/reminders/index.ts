/** What the person is told of later: a portal that answers again, a time that is over. */
export { afterLook, isAnswering, isDue, reminderAt } from './after-look.ts';
export type { Reminder } from './reminder.ts';
