// Runs before anything is shown: the page's language decides the configurator's. `?lang=` is remembered by the links.
document.documentElement.lang =
  /^(en|nl|de)(?![a-z])/i.exec(new URLSearchParams(location.search).get('lang') ?? '')?.[1].toLowerCase() ??
  'en';
