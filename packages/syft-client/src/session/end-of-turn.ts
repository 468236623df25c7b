/**
 * Runs a task when the current turn of the event loop is over, its promise continuations included: everything that a
 * program starts in one turn is there by then. Costs no timer's delay.
 */
export const atEndOfTurn: (task: () => void) => void = typeof setImmediate === 'function' ? setImmediate : createChannelTurn();

/** Browsers have no `setImmediate`; a message to oneself is the next task there. */
function createChannelTurn(): (task: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const tasks: (() => void)[] = [];
  port1.onmessage = () => tasks.shift()?.();
  return (task) => {
    tasks.push(task);
    port2.postMessage(0);
  };
}
