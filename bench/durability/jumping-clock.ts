// Loaded before the program: its Date jumps an hour ahead at the first SIGUSR2, and at the second to an hour behind. Timers go on,
// as they do when a machine's clock is set.

const hourMs = 3_600_000;
const realNow = Date.now;
let ahead = 0;

process.on('SIGUSR2', () => {
  ahead = ahead === 0 ? hourMs : -hourMs;
});
Date.now = () => realNow() + ahead;
