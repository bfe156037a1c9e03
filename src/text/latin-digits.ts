/**
 * A typed number with the digits and separators that are read: "۱۲۳٫۵" is "123.5". Keyboards and other pages use the digits of
 * their script, and put invisible marks around a number to keep its sign in front.
 */
export const latinDigits = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, digit)
    .replace(/[٫．]/g, '.')
    .replace(/[٬，]/g, ',');

/** Every script has its ten digits in a row, from 0 to 9. */
function digit(character: string): string {
  let zero = character.codePointAt(0)!;
  const value = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return `${(value - zero) % 10}`;
}
