/** Whether a text is a day that exists, as `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;
