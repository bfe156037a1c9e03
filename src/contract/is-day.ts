/** Whether a value is a day that exists, as `YYYY-MM-DD`. */
export const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d/.test(value) && new Date(value).toJSON()?.slice(0, 10) === value;
