// Common names of places in Sweden and some beyond, from general knowledge: a short list of our own.

const words = (list: string): ReadonlySet<string> =>
  new Set(list.toLowerCase().trim().split(/\s+/u));

/** Municipalities, towns, districts, regions and countries of one word, in lower case. */
export const places = words(`
  Ale Alingsås Alvesta Aneby Angered Arboga Arjeplog Arvidsjaur Arvika Askersund Avesta Bengtsfors Bergsjön
  Biskopsgården Bjurholm Bjuv Boden Bollebygd Bollnäs Borgholm Borlänge Borås Botkyrka Boxholm Bromma Bromölla
  Bräcke Burlöv Båstad Dalarna Dalsland Dals-Ed Danderyd Degerfors Djursholm Dorotea Eda Eksjö Ekerö Emmaboda
  Enköping Eskilstuna Eslöv Essunga Fagersta Falkenberg Falköping Falun Farsta Filipstad Finspång Flemingsberg Flen
  Forshaga Fosie Fruängen Färgelanda Gagnef Gamlestaden Gislaved Gnesta Gnosjö Gotland Grums Grästorp Gullspång
  Gällivare Gävle Gästrikland Göteborg Götene Habo Hagfors Hallsberg Hallstahammar Halland Halmstad Hammarby
  Hammarkullen Hammarö Handen Haninge Haparanda Heby Hedemora Helsingborg Herrljunga Hisingen Hjo Hofors Huddinge
  Hudiksvall Hultsfred Husby Hylte Hyllie Hägersten Hälsingland Hällefors Härjedalen Härnösand Härryda Hässelby
  Hässleholm Hjällbo Höganäs Högsby Hökarängen Hörby Höör Jakobsberg Jokkmokk Järfälla Järva Jämtland Jönköping
  Kalix Kalmar Karlsborg Karlshamn Karlskoga Karlskrona Karlstad Katrineholm Kil Kinda Kiruna Kista Klippan
  Knivsta Kramfors Kristianstad Kristinehamn Krokom Kumla Kungsbacka Kungsholmen Kungsör Kungälv Kävlinge Köping
  Laholm Landskrona Lappland Laxå Lekeberg Leksand Lerum Lessebo Lidingö Lidköping Liljeholmen Lindesberg Linköping
  Ljungby Ljusdal Ljusnarsberg Lomma Ludvika Luleå Lund Lycksele Lysekil Majorna Malmö Malung Mariestad Markaryd
  Medelpad Mellerud Mjölby Mora Motala Mullsjö Munkedal Munkfors Mölndal Mönsterås Mörbylånga Nacka Nora Norberg
  Norrbotten Norrköping Norrland Norrmalm Norrtälje Norsborg Norsjö Nybro Nyköping Nykvarn Nynäshamn Nässjö Ockelbo
  Olofström Orsa Orust Osby Oskarshamn Ovanåker Oxelösund Pajala Partille Perstorp Piteå Ragunda Rinkeby Robertsfors
  Ronneby Rosengård Råneå Rågsved Rättvik Sala Salem Sandviken Sigtuna Simrishamn Sjöbo Skara Skarpnäck Skellefteå
  Skinnskatteberg Skurup Skåne Skärholmen Skövde Smedjebacken Smedstad Småland Sollefteå Sollentuna Solna Sorsele
  Sotenäs Spånga Staffanstorp Stenungsund Stockholm Storfors Storuman Strängnäs Strömstad Strömsund Sundbyberg
  Sundsvall Sunne Surahammar Svalöv Svedala Svenljunga Säffle Säter Sävsjö Söderhamn Söderköping Södermalm
  Södermanland Södertälje Sölvesborg Tanum Tensta Tibro Tidaholm Tierp Timrå Tingsryd Tjörn Tomelilla Torsby Torsås
  Tranemo Tranås Trelleborg Trollhättan Trosa Tyresö Täby Töreboda Uddevalla Ulricehamn Umeå Uppland Upplands-Bro
  Uppsala Uppvidinge Vadstena Vaggeryd Valdemarsvik Vallentuna Vansbro Vara Varberg Vasastan Vaxholm Vellinge
  Vetlanda Vilhelmina Vimmerby Vindeln Vingåker Vårgårda Vällingby Vänersborg Vännäs Värmdö Värmland Värnamo
  Västerbotten Västerås Västergötland Västmanland Västervik Växjö Ydre Ystad Åkersberga Åmål Ånge Ångermanland Åre
  Årjäng Årsta Åsele Åstorp Åtvidaberg Älmhult Älvdalen Älvkarleby Älvsbyn Älvsjö Ängelholm Öckerö Ödeshög Öland
  Örebro Örkelljunga Örnsköldsvik Östermalm Östergötland Östersund Österåker Östhammar Övertorneå
  Afghanistan Bosnien Chile Danmark Eritrea England Etiopien Finland Frankrike Grekland Helsingfors Indien Irak Iran
  Island Italien Jugoslavien Kabul Kina Kosovo Kroatien Köpenhamn Kurdistan Libanon London Marocko Norge Oslo
  Pakistan Palestina Polen Rumänien Ryssland Serbien Somalia Spanien Sudan Syrien Thailand Turkiet Tyskland Ukraina
  Ungern Vietnam Åbo
`);

/** What a place's name is joined with in one word: Malmöbo, Stockholmsområdet, Borlängetrakten. */
export const afterPlaces = words(`
  are bo bon bor borna bornas bos bygden bygd centrum distriktet enheten fängelset förorten gatan gruppen gården hallen
  hemmet hållet kommun kommunen kontoret kliniken länet lasarettet mottagningen museet området områdets polisen
  regionen sidan sjukhus sjukhuset skolan skolans stationen tidningen trakten universitet universitetet varbergare
  vården vägen
`);
