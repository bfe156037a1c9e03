/**
 * A phone number as this dialect sends it: a JSON number where every digit survives that, else the string as entered
 * (leading zeros, "+", more digits than a number holds), null where none was given.
 */
export function phoneNumber(phone: string): number | string | null {
  const digits = phone.replace(/[ ()./-]/g, '');
  if (digits === '') return null;
  const number = Number(digits);
  return Number.isSafeInteger(number) && String(number) === digits ? number : phone.trim();
}
