/** A setting is missing or malformed. Its message names each variable and what it should be, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
