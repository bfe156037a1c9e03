// Runs before anything is shown: the page's language decides the configurator's. `?lang=` is remembered by the links.
document.documentElement.lang =
  ['en', 'nl', 'de'].find((language) => language === new URLSearchParams(location.search).get('lang')) ??
  'en';
