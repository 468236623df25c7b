/** What the text of a method says: that it writes to its instance. Seen by a call, that is a mutation like any other. */
export const RECEIVER_SMELL = 'a write to its receiver';
