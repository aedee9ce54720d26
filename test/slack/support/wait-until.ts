/** Turns the event loop until it is so; the test's own time limit ends it otherwise. */
export async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
