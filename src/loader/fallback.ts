const texts: Record<string, string> = {
  nl: 'Laden is mislukt. Opnieuw proberen',
  de: 'Laden fehlgeschlagen. Erneut versuchen',
};

/**
 * Shows the element's light-DOM content while the widget is loading, and reserves room for the widget, so that what follows
 * the element does not jump. A page sets `--quotelet-min-height` to the height it expects; the default is a whole screen,
 * because what follows is then out of sight.
 */
export function waitingSlot(): HTMLElement {
  const slot = document.createElement('slot');
  slot.style.cssText = 'display:block;min-height:var(--quotelet-min-height,100svh)';
  return slot;
}

/** The same when loading has failed: without the room, and with a button to try again. */
export function failedSlot(language: string, retry: () => void): HTMLElement[] {
  const notice = document.createElement('p');
  const button = document.createElement('button');
  notice.role = 'alert';
  button.textContent = texts[language.slice(0, 2)] ?? 'This could not be loaded. Try again';
  button.onclick = retry;
  notice.append(button);
  return [document.createElement('slot'), notice];
}
