// Loaded before the program: its Date jumps an hour ahead after two seconds and an hour back after four. Timers go on, as they do
// when a machine's clock is set.

const startedAt = performance.now();
const hourMs = 3_600_000;
const realNow = Date.now;

function jump(): number {
  const ms = performance.now() - startedAt;
  if (ms < 2000) return 0;
  return ms < 4000 ? hourMs : -hourMs;
}

Date.now = () => realNow() + jump();
