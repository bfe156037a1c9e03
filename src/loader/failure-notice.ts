const texts: Record<string, readonly [string, string]> = {
  en: ['This configurator could not be loaded.', 'Try again'],
  nl: ['Deze configurator kon niet worden geladen.', 'Opnieuw proberen'],
  de: ['Dieser Konfigurator konnte nicht geladen werden.', 'Erneut versuchen'],
};

/** What the shopper reads below the fallback when the widget did not come: a sentence and a button. */
export function failureNotice(language: string, retry: () => void): HTMLElement {
  const [sentence, label] = texts[language.slice(0, 2)] ?? texts['en']!;
  const notice = document.createElement('p');
  const button = document.createElement('button');
  notice.setAttribute('role', 'alert');
  notice.setAttribute('part', 'failure');
  button.type = 'button';
  button.textContent = label;
  button.onclick = retry;
  notice.append(sentence, ' ', button);
  return notice;
}
