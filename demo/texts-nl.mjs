/** The shop in Dutch: English sentence → Dutch sentence. */
export const dutch = {
  'Skip to the content': 'Naar de inhoud',
  Tables: 'Tafels',
  Doors: 'Deuren',
  Blinds: 'Rolgordijnen',
  Parts: 'Onderdelen',
  Cart: 'Winkelwagen',
  'Your cart': 'Uw winkelwagen',
  'Holt & Pane, made to measure in Utrecht. A shop that does not exist.':
    'Holt & Pane, maatwerk uit Utrecht. Een winkel die niet bestaat.',
  'Message listener': 'Berichten beluisteren',
  'Without a server': 'Zonder server',
  'Webhook receiver': 'Webhook-ontvanger',
  Range: 'Assortiment',
  Language: 'Taal',
  'For developers': 'Voor ontwikkelaars',
  'Made for the space you have.': 'Gemaakt voor de ruimte die u hebt.',
  'Tables, doors, blinds and parts that fit because they were made to. Choose, see the price move, and order or ask us for a quotation.':
    'Tafels, deuren, gordijnen en onderdelen die passen omdat ze daarvoor gemaakt zijn. Kies, zie de prijs meebewegen, en bestel of vraag een offerte aan.',
  'Start with a table': 'Begin met een tafel',
  'What we make': 'Wat we maken',
  'Oak table': 'Eiken tafel',
  'Any length up to three metres, with the legs you like.':
    'Elke lengte tot drie meter, met de poten die u mooi vindt.',
  'Lift-and-slide door': 'Hefschuifdeur',
  'Several panels, your colours in and out.': 'Meerdere panelen, uw kleuren binnen en buiten.',
  'Roller blind': 'Rolgordijn',
  'Cut to the millimetre, in mm or inches.': 'Op de millimeter gesneden, in mm of inches.',
  'Printed part': 'Geprint onderdeel',
  'From one prototype to a thousand pieces.': 'Van één prototype tot duizend stuks.',
  'Made to measure': 'Op maat',
  'A wall of glass that moves with one hand': 'Een glazen wand die u met één hand beweegt',
  'Lift-and-slide doors in as many panels as you need, made to the millimetre, in any pair of colours, with the fitting included if you like.':
    'Hefschuifdeuren met zo veel panelen als u nodig hebt, op de millimeter gemaakt, in elk paar kleuren, desgewenst inclusief montage.',
  'Ask us for a quotation by e-mail': 'Vraag een offerte aan per e-mail',
  'Measured twice': 'Twee keer gemeten',
  'You order from a drawing; our fitter measures again before a profile is cut.':
    'U bestelt vanaf een tekening; onze monteur meet nog eens na voordat er een profiel wordt gezaagd.',
  'Warm in winter': 'Warm in de winter',
  'Triple glazing and a thermally broken sill keep the whole door at 0.8 W/m²K.':
    'Drievoudig glas en een thermisch onderbroken dorpel houden de hele deur op 0,8 W/m²K.',
  'Ten years tight': 'Tien jaar dicht',
  'Seals, rollers and glass are ours to look after for ten years.':
    'Voor rubbers, rollen en glas staan wij tien jaar in.',
  'Good to know': 'Goed om te weten',
  'A bare message listener': 'Niets dan een luisteraar',
  'This page has one listener for message events and knows nothing else about the configurator. What it hears is printed below, each message once.':
    'Deze pagina luistert naar berichten en weet verder niets van de configurator. Wat ze hoort staat hieronder, elk bericht één keer.',
  'Heard so far': 'Tot nu toe gehoord',
  'Nothing yet. Press one of the buttons of the configurator.':
    'Nog niets. Druk op een van de knoppen van de configurator.',
  'The oak table, cut for your room': 'De eiken tafel, gezaagd voor uw kamer',
  'Solid European oak, sawn to the centimetre and oiled by hand. Tell us the length, the edge and the legs; the price follows as you go.':
    'Massief Europees eiken, op de centimeter gezaagd en met de hand geolied. Kies lengte, rand en poten; de prijs gaat met u mee.',
  'Wood with a name': 'Hout met een naam',
  'Every board comes from one forest in the Ardennes and is dried for two years before we touch it.':
    'Elke plank komt uit één bos in de Ardennen en droogt twee jaar voordat wij eraan beginnen.',
  'Brought indoors': 'Naar binnen gebracht',
  'Two people carry it in, put it on its legs and take the packaging with them.':
    'Twee mensen dragen hem naar binnen, zetten hem op zijn poten en nemen de verpakking mee.',
  'Thirty years': 'Dertig jaar',
  'If a joint opens in the next thirty years, we come and close it.':
    'Gaat er de komende dertig jaar een verbinding open, dan komen we die dichtmaken.',
  'Parts, printed by Thursday': 'Onderdelen, donderdag geprint',
  'One piece or a thousand, in the material it needs. Give us the size of the part and how many; the price per piece falls as the number grows.':
    'Eén stuk of duizend, in het materiaal dat erbij past. Geef de maat en het aantal; de prijs per stuk daalt als het er meer zijn.',
  'Looked at by people': 'Door mensen bekeken',
  'An engineer reads every order and calls when a wall looks too thin.':
    'Een engineer leest elke bestelling en belt als een wand te dun lijkt.',
  'Within 0.2 mm': 'Binnen 0,2 mm',
  'Measured on the first piece of every batch; the report is in the parcel.':
    'Gemeten aan het eerste stuk van elke serie; het rapport zit in het pakket.',
  'No set-up above a minimum': 'Geen opstartkosten boven een minimum',
  'Larger orders carry no start-up cost at all.': 'Grotere bestellingen hebben helemaal geen opstartkosten.',
  'Roller blinds, to the millimetre': 'Rolgordijnen, op de millimeter',
  'Choose a cloth, give us the width and the drop, in millimetres or in inches. We weave, cut and test every blind in the workshop.':
    'Kies een doek, geef breedte en hoogte, in millimeters of inches. Elk gordijn wordt in de werkplaats gesneden en getest.',
  'Safe with children': 'Veilig met kinderen',
  'Every chain has a tensioner or a break link, as the rules ask.':
    'Elke ketting heeft een spanner of een breekschakel, zoals de regels vragen.',
  'Five minutes': 'Vijf minuten',
  'Two brackets, four screws, click. A paper template is in the box.':
    'Twee steunen, vier schroeven, klik. Een papieren mal zit in de doos.',
  'Wrong size? Ours': 'Verkeerde maat? Van ons',
  'Measured wrongly once? We make the first one again at half the price.':
    'Een keer verkeerd gemeten? Het eerste maken we opnieuw voor de halve prijs.',
  'A house sign, with no server at all': 'Een naambord, zonder enige server',
  'This page, its product file and the configurator lie on a static host. The button tells the page, and the page fills its cart.':
    'Deze pagina, haar productbestand en de configurator staan op een statische host. De knop vertelt het de pagina, en de pagina vult haar winkelwagen.',
  'View cart': 'Naar de winkelwagen',
  'in your cart.': 'in uw winkelwagen.',
  Remove: 'Verwijderen',
  Quantity: 'Aantal',
  Total: 'Totaal',
  'On request': 'Op aanvraag',
  'Nothing in it yet.': 'Er zit nog niets in.',
  'Ways to embed': 'Inbedden',
  'The same configurator, every way it gets onto a page. The companion answers at one origin; this shop has another, so that each way shows where browsers draw the line.':
    'Dezelfde configurator, op elke manier waarop hij op een pagina komt. De companion antwoordt op de ene oorsprong, deze winkel heeft een andere, zodat elke manier laat zien waar browsers de grens trekken.',
  'Element in the page': 'Element in de pagina',
  'Part of the page: its font, its colours, its events.':
    'Deel van de pagina: haar lettertype, haar kleuren, haar gebeurtenissen.',
  'Isolated element': 'Afgeschermd element',
  'The same element behind an iframe, where no style or script of the page reaches it.':
    'Hetzelfde element achter een iframe, waar geen stijl of script van de pagina bij kan.',
  'Bare iframe': 'Kaal iframe',
  'For systems that take an iframe and nothing else. A plain message listener fills the cart.':
    'Voor systemen die een iframe aannemen en verder niets. Een gewone luisteraar vult de winkelwagen.',
  'Listeners of other systems': 'Luisteraars van andere systemen',
  'What a shop wrote for iConfigure, Quote3D or Elfsquad goes on working.':
    'Wat een winkel voor iConfigure, Quote3D of Elfsquad schreef, blijft werken.',
  'Four at once': 'Vier tegelijk',
  'Any number on a page, two of the same product included.':
    'Zo veel op een pagina als u wilt, ook twee van hetzelfde product.',
  'Static files': 'Statische bestanden',
  'No server: the product file, the configurator and, if you like, the frame lie on a static host.':
    'Geen server: het productbestand, de configurator en desgewenst het frame staan op een statische host.',
  'Static frame': 'Statisch frame',
  'The same in an iframe.': 'Hetzelfde in een iframe.',
  'Same origin': 'Zelfde oorsprong',
  'Another origin': 'Andere oorsprong',
  'The same element, behind an iframe': 'Hetzelfde element, achter een iframe',
  'One word more in the tag, and the configurator runs in a frame of its own. The page keeps its events, methods and properties, and no style or script of one side reaches the other.':
    'Eén woord meer in de tag, en de configurator draait in een eigen frame. De pagina houdt de gebeurtenissen, methoden en eigenschappen, en geen stijl of script van de ene kant komt bij de andere.',
  'Events of the element': 'Gebeurtenissen van het element',
  'Nothing yet.': 'Nog niets.',
  'Nothing but an iframe': 'Niets dan een iframe',
  'No script of the configurator runs on this page. One listener gives the frame its height and fills the cart; it looks at the window and the origin a message comes from before it believes a word.':
    'Op deze pagina draait geen script van de configurator. Eén luisteraar geeft het frame zijn hoogte en vult de winkelwagen; hij kijkt naar het venster en de oorsprong van een bericht voordat hij er een woord van gelooft.',
  'Messages of the frame': 'Berichten van het frame',
  'Listeners written for other systems': 'Luisteraars, geschreven voor andere systemen',
  'Three listeners as shops have had them for years, one each for iConfigure, Quote3D and Elfsquad. Not a line of them knows this configurator; each prints what it took.':
    'Drie luisteraars zoals winkels ze al jaren hebben, elk een voor iConfigure, Quote3D en Elfsquad. Geen regel ervan kent deze configurator; elk toont wat hij opnam.',
  'Two tables, one in the page and one behind an iframe, a blind behind an iframe, and a part in a bare one. Each minds its own business; all fill the same cart.':
    'Twee tafels, de ene in de pagina en de andere achter een iframe, een rolgordijn achter een iframe en een onderdeel in een kaal iframe. Elk let op zijn eigen zaken; alle vullen dezelfde winkelwagen.',
  'Oak table, in the page': 'Eiken tafel, in de pagina',
  'Oak table, isolated': 'Eiken tafel, afgeschermd',
  'Roller blind, isolated': 'Rolgordijn, afgeschermd',
  'Printed part, bare iframe': 'Geprint onderdeel, kaal iframe',
  'Who put what into the cart': 'Wie wat in de winkelwagen deed',
  'A frame of static files': 'Een frame van statische bestanden',
  'The document in this iframe is a file, as are its scripts and the product. Any static host will do; the product file says which other pages may show it.':
    'Het document in dit iframe is een bestand, net als de scripts en het product. Elke statische host voldoet; het productbestand zegt welke andere pagina’s het mogen tonen.',
};
