/** The shop in German: English sentence → German sentence. */
export const german = {
  'Skip to the content': 'Zum Inhalt',
  Tables: 'Tische',
  Doors: 'Türen',
  Blinds: 'Rollos',
  Parts: 'Teile',
  Cart: 'Warenkorb',
  'Your cart': 'Ihr Warenkorb',
  'Holt & Pane, made to measure in Utrecht. A shop that does not exist.':
    'Holt & Pane, Maßarbeit aus Utrecht. Ein Laden, den es nicht gibt.',
  'Message listener': 'Nachrichten mithören',
  'Without a server': 'Ohne Server',
  'Webhook receiver': 'Webhook-Empfänger',
  Range: 'Sortiment',
  Language: 'Sprache',
  'For developers': 'Für Entwickler',
  'Made for the space you have.': 'Gemacht für den Raum, den Sie haben.',
  'Tables, doors, blinds and parts that fit because they were made to. Choose, see the price move, and order or ask us for a quotation.':
    'Tische, Türen, Rollos und Teile, die passen, weil sie dafür gemacht sind. Wählen Sie, sehen Sie den Preis mitgehen, und bestellen Sie oder fragen Sie ein Angebot an.',
  'Start with a table': 'Mit einem Tisch beginnen',
  'What we make': 'Was wir machen',
  'Oak table': 'Eichentisch',
  'Any length up to three metres, with the legs you like.':
    'Jede Länge bis drei Meter, mit den Beinen Ihrer Wahl.',
  'Lift-and-slide door': 'Hebeschiebetür',
  'Several panels, your colours in and out.': 'Mehrere Flügel, Ihre Farben innen und außen.',
  'Roller blind': 'Rollo',
  'Cut to the millimetre, in mm or inches.': 'Auf den Millimeter, in mm oder Zoll.',
  'Printed part': 'Gedrucktes Teil',
  'From one prototype to a thousand pieces.': 'Vom Prototyp bis zu tausend Stück.',
  'Made to measure': 'Nach Maß',
  'A wall of glass that moves with one hand': 'Eine Wand aus Glas, die eine Hand bewegt',
  'Lift-and-slide doors in as many panels as you need, made to the millimetre, in any pair of colours, with the fitting included if you like.':
    'Hebeschiebetüren mit so vielen Flügeln wie nötig, auf den Millimeter gefertigt, in jedem Farbpaar, auf Wunsch mit Montage.',
  'Ask us for a quotation by e-mail': 'Angebot per E-Mail anfragen',
  'Measured twice': 'Zweimal gemessen',
  'You order from a drawing; our fitter measures again before a profile is cut.':
    'Sie bestellen nach Zeichnung; unser Monteur misst nach, bevor ein Profil gesägt wird.',
  'Warm in winter': 'Warm im Winter',
  'Triple glazing and a thermally broken sill keep the whole door at 0.8 W/m²K.':
    'Dreifachglas und eine thermisch getrennte Schwelle halten die ganze Tür bei 0,8 W/m²K.',
  'Ten years tight': 'Zehn Jahre dicht',
  'Seals, rollers and glass are ours to look after for ten years.':
    'Um Dichtungen, Rollen und Glas kümmern wir uns zehn Jahre lang.',
  'Good to know': 'Gut zu wissen',
  'A bare message listener': 'Nichts als ein Zuhörer',
  'This page has one listener for message events and knows nothing else about the configurator. What it hears is printed below, each message once.':
    'Diese Seite hört auf Nachrichten und weiß sonst nichts vom Konfigurator. Was sie hört, steht unten, jede Nachricht einmal.',
  'Heard so far': 'Bisher gehört',
  'Nothing yet. Press one of the buttons of the configurator.':
    'Noch nichts. Drücken Sie einen Knopf des Konfigurators.',
  'The oak table, cut for your room': 'Der Eichentisch, für Ihr Zimmer gesägt',
  'Solid European oak, sawn to the centimetre and oiled by hand. Tell us the length, the edge and the legs; the price follows as you go.':
    'Massive europäische Eiche, auf den Zentimeter gesägt und von Hand geölt. Wählen Sie Länge, Kante und Beine; der Preis geht mit.',
  'Wood with a name': 'Holz mit Namen',
  'Every board comes from one forest in the Ardennes and is dried for two years before we touch it.':
    'Jedes Brett kommt aus einem Wald in den Ardennen und trocknet zwei Jahre, bevor wir es anfassen.',
  'Brought indoors': 'Ins Haus gebracht',
  'Two people carry it in, put it on its legs and take the packaging with them.':
    'Zwei Leute tragen ihn hinein, stellen ihn auf die Beine und nehmen die Verpackung mit.',
  'Thirty years': 'Dreißig Jahre',
  'If a joint opens in the next thirty years, we come and close it.':
    'Geht in dreißig Jahren eine Fuge auf, kommen wir und schließen sie.',
  'Parts, printed by Thursday': 'Teile, bis Donnerstag gedruckt',
  'One piece or a thousand, in the material it needs. Give us the size of the part and how many; the price per piece falls as the number grows.':
    'Ein Stück oder tausend, im passenden Material. Nennen Sie Maße und Anzahl; der Stückpreis sinkt mit der Menge.',
  'Looked at by people': 'Von Menschen geprüft',
  'An engineer reads every order and calls when a wall looks too thin.':
    'Eine Ingenieurin liest jede Bestellung und ruft an, wenn eine Wand zu dünn aussieht.',
  'Within 0.2 mm': 'Auf 0,2 mm genau',
  'Measured on the first piece of every batch; the report is in the parcel.':
    'Gemessen am ersten Stück jeder Serie; der Bericht liegt im Paket.',
  'No set-up above a minimum': 'Keine Rüstkosten ab einem Minimum',
  'Larger orders carry no start-up cost at all.': 'Größere Bestellungen haben gar keine Rüstkosten.',
  'Roller blinds, to the millimetre': 'Rollos, auf den Millimeter',
  'Choose a cloth, give us the width and the drop, in millimetres or in inches. We weave, cut and test every blind in the workshop.':
    'Wählen Sie einen Stoff, nennen Sie Breite und Höhe, in Millimetern oder Zoll. Jedes Rollo wird in der Werkstatt geschnitten und geprüft.',
  'Safe with children': 'Sicher mit Kindern',
  'Every chain has a tensioner or a break link, as the rules ask.':
    'Jede Kette hat einen Spanner oder eine Sollbruchstelle, wie die Regeln es verlangen.',
  'Five minutes': 'Fünf Minuten',
  'Two brackets, four screws, click. A paper template is in the box.':
    'Zwei Halter, vier Schrauben, klick. Eine Papierschablone liegt bei.',
  'Wrong size? Ours': 'Falsches Maß? Unsere Sache',
  'Measured wrongly once? We make the first one again at half the price.':
    'Einmal falsch gemessen? Das erste machen wir neu, zum halben Preis.',
  'A house sign, with no server at all': 'Ein Hausschild, ganz ohne Server',
  'This page, its product file and the configurator lie on a static host. The button tells the page, and the page fills its cart.':
    'Diese Seite, ihre Produktdatei und der Konfigurator liegen auf einem statischen Host. Der Knopf sagt es der Seite, und die Seite füllt ihren Warenkorb.',
  'View cart': 'Zum Warenkorb',
  'in your cart.': 'im Warenkorb.',
  Remove: 'Entfernen',
  Quantity: 'Menge',
  Total: 'Summe',
  'On request': 'Auf Anfrage',
  'Nothing in it yet.': 'Noch nichts darin.',
  'Ways to embed': 'Einbetten',
  'The same configurator, every way it gets onto a page. The companion answers at one origin; this shop has another, so that each way shows where browsers draw the line.':
    'Derselbe Konfigurator, auf jedem Weg, auf dem er auf eine Seite kommt. Der Companion antwortet unter einem Ursprung, dieser Laden hat einen anderen, damit jeder Weg zeigt, wo Browser die Grenze ziehen.',
  'Element in the page': 'Element in der Seite',
  'Part of the page: its font, its colours, its events.':
    'Teil der Seite: ihre Schrift, ihre Farben, ihre Ereignisse.',
  'Isolated element': 'Abgeschirmtes Element',
  'The same element behind an iframe, where no style or script of the page reaches it.':
    'Dasselbe Element hinter einem iframe, wo kein Stil und kein Skript der Seite hinkommt.',
  'Bare iframe': 'Bloßes iframe',
  'For systems that take an iframe and nothing else. A plain message listener fills the cart.':
    'Für Systeme, die ein iframe annehmen und sonst nichts. Ein einfacher Zuhörer füllt den Warenkorb.',
  'Listeners of other systems': 'Zuhörer anderer Systeme',
  'What a shop wrote for iConfigure, Quote3D or Elfsquad goes on working.':
    'Was ein Laden für iConfigure, Quote3D oder Elfsquad geschrieben hat, läuft weiter.',
  'Four at once': 'Vier auf einmal',
  'Any number on a page, two of the same product included.':
    'Beliebig viele auf einer Seite, auch zwei mit demselben Produkt.',
  'Static files': 'Statische Dateien',
  'No server: the product file, the configurator and, if you like, the frame lie on a static host.':
    'Kein Server: Produktdatei, Konfigurator und auf Wunsch der Rahmen liegen auf einem statischen Host.',
  'Static frame': 'Statischer Rahmen',
  'The same in an iframe.': 'Dasselbe in einem iframe.',
  'Same origin': 'Selber Ursprung',
  'Another origin': 'Anderer Ursprung',
  'The same element, behind an iframe': 'Dasselbe Element, hinter einem iframe',
  'One word more in the tag, and the configurator runs in a frame of its own. The page keeps its events, methods and properties, and no style or script of one side reaches the other.':
    'Ein Wort mehr im Tag, und der Konfigurator läuft in einem eigenen Rahmen. Die Seite behält Ereignisse, Methoden und Eigenschaften, und kein Stil oder Skript der einen Seite erreicht die andere.',
  'Events of the element': 'Ereignisse des Elements',
  'Nothing yet.': 'Noch nichts.',
  'Nothing but an iframe': 'Nichts als ein iframe',
  'No script of the configurator runs on this page. One listener gives the frame its height and fills the cart; it looks at the window and the origin a message comes from before it believes a word.':
    'Auf dieser Seite läuft kein Skript des Konfigurators. Ein Zuhörer gibt dem Rahmen seine Höhe und füllt den Warenkorb; er sieht auf Fenster und Ursprung einer Nachricht, bevor er ihr ein Wort glaubt.',
  'Messages of the frame': 'Nachrichten des Rahmens',
  'Listeners written for other systems': 'Zuhörer, für andere Systeme geschrieben',
  'Three listeners as shops have had them for years, one each for iConfigure, Quote3D and Elfsquad. Not a line of them knows this configurator; each prints what it took.':
    'Drei Zuhörer, wie Läden sie seit Jahren haben, je einer für iConfigure, Quote3D und Elfsquad. Keine Zeile davon kennt diesen Konfigurator; jeder zeigt, was er aufnahm.',
  'Two tables, one in the page and one behind an iframe, a blind behind an iframe, and a part in a bare one. Each minds its own business; all fill the same cart.':
    'Zwei Tische, einer in der Seite und einer hinter einem iframe, ein Rollo hinter einem iframe und ein Teil in einem bloßen. Jeder kümmert sich um sich selbst; alle füllen denselben Warenkorb.',
  'Oak table, in the page': 'Eichentisch, in der Seite',
  'Oak table, isolated': 'Eichentisch, abgeschirmt',
  'Roller blind, isolated': 'Rollo, abgeschirmt',
  'Printed part, bare iframe': 'Gedrucktes Teil, bloßes iframe',
  'Who put what into the cart': 'Wer was in den Warenkorb legte',
  'A frame of static files': 'Ein Rahmen aus statischen Dateien',
  'The document in this iframe is a file, as are its scripts and the product. Any static host will do; the product file says which other pages may show it.':
    'Das Dokument in diesem iframe ist eine Datei, ebenso seine Skripte und das Produkt. Jeder statische Host genügt; die Produktdatei sagt, welche anderen Seiten es zeigen dürfen.',
};
