// Common names in Sweden, from general knowledge: short lists of our own that no register was copied for. A name that is
// missing is still found as a capitalised word.

const words = (list: string): ReadonlySet<string> =>
  new Set(list.toLowerCase().trim().split(/\s+/u));

/** In lower case. */
export const firstNames = words(`
  Agnes Agneta Aina Alexandra Alice Alicia Alma Alva Amanda Amina Amira Andrea Anette Angelica Anita Anja Ann Anna
  Anne Annette Annica Annie Annika Ann-Charlotte Ann-Christin Ann-Marie Ann-Sofie Anna-Karin Anna-Lena Anna-Maria
  Anneli Anni Asta Astrid Barbro Beatrice Berit Birgit Birgitta Bodil Brita Britt Britt-Marie Camilla Carin Carina
  Carolina Caroline Cassandra Catarina Cecilia Charlotta Charlotte Christina Clara Cornelia Dagmar Daniella Diana
  Ebba Edith Elena Eleonora Elin Elina Elisabet Elisabeth Elise Ella Ellen Ellinor Elsa Elsie Elvira Emelie Emilia
  Emily Emma Emmy Erica Erika Ester Esther Eva Evelina Evelyn Fanny Fatima Felicia Filippa Freja Frida Fredrika
  Gabriella Gerd Gertrud Greta Gudrun Gun Gunborg Gunhild Gunilla Gunnel Gunvor Hanna Hannah Harriet Hedda Hedvig
  Helen Helena Helene Helga Henrietta Hilda Hillevi Ida Iman Inez Inga Inga-Lill Ingeborg Ingegerd Ingela Inger
  Ingrid Irene Iris Isabella Isabelle Jasmin Jasmine Jeanette Jennie Jenny Jessica Johanna Josefin Josefina
  Josefine Joline Julia Juni Karin Karolina Katarina Katja Kerstin Klara Kristin Kristina Laila Laura Lea Leena
  Leila Lena Leya Lilian Lilly Lina Linda Linnea Linnéa Lisa Lisbet Lisbeth Liselott Louise Lova Lovisa Lovis
  Lucia Lydia Madeleine Magdalena Maj Maj-Britt Maja Malin Margareta Margaretha Margit Mari Maria Mariam Mariana
  Marianne Marie Marika Marina Marita Marlene Marta Martina Maryam Matilda Melissa Meja Mia Michaela Mikaela
  Mimmi Minna Mira Miriam Moa Molly Mona Monica Monika Märta Märit Nadja Natalie Nathalie Nellie Nelly Nicole
  Nina Nora Noor Nova Olivia Olga Paula Paulina Pernilla Petra Pia Ragnhild Rakel Ramona Rebecca Rebecka Regina
  Renata Ronja Rosa Rose-Marie Rut Ruth Sabina Saga Samira Sandra Sanna Sara Sarah Selma Sigrid Signe Sigun Siri
  Siv Sofia Sofie Solveig Sonja Stella Stina Sunniva Susanna Susanne Svea Sylvia Tanja Tea Teresa Teresia Terese
  Therese Thea Tilda Tilde Tindra Tova Tove Tuva Tyra Ulla Ulla-Britt Ulrica Ulrika Ursula Valborg Vanja Vega
  Vendela Vera Veronica Veronika Victoria Viktoria Viola Virpi Viveka Vivi Wilhelmina Wilma Vilma Yasmin Ylva
  Yvonne Zahra Zainab Zeinab Åsa Åse
  Abbe Abdi Abdullah Adam Adrian Ahmad Ahmed Albert Albin Alex Alexander Alf Alfons Alfred Ali Allan Alvar Alvin
  Amir Anders Andreas André Anton Antonio Aron Arne Aron Arthur Artur Arvid Assar August Axel Bengt Benjamin Bernt
  Bert Bertil Birger Bjarne Björn Bo Boris Bosse Bror Bruno Börje Carl Carl-Johan Carlos Casper Charlie Christer
  Christian Christoffer Christopher Claes Claus Conny Crister Dag Dan Daniel Dante David Dennis Dick Dominic Ebbe
  Eddie Edgar Edvin Edward Einar Elias Elis Ellis Elliot Elof Elton Elvin Emanuel Emil Enock Erik Eric Erland
  Erling Ernst Eskil Esbjörn Evert Fabian Felix Filip Folke Frank Frans Fred Fredrik Fritz Frode Gabriel Georg
  George Gert Glenn Greger Gunnar Gustaf Gustav Gösta Göran Göte Habib Hadi Halvar Hampus Hamza Hans Harald Harry
  Harris Hasse Hassan Helge Helmer Henning Henric Henrik Henry Herbert Herman Hilding Hilmer Hjalmar Holger Hugo
  Håkan Hussein Ibrahim Igor Ingemar Ingmar Ingvar Isak Isac Ismail Ivan Ivar Jack Jacob Jakob James Jamal Jan
  Jan-Erik Jan-Olof Janne Jarl Jens Jerker Jerry Jesper Jim Jimmie Jimmy Joakim Joel Johan John Johnny Jon Jonas
  Jonathan Jonny Jorge Josef Joseph José Juan Julian Julius Jörgen Kaj Kalle Karim Karl Karl-Erik Kennet Kenneth
  Kent Kevin Khaled Kim Kjell Klas Knut Konrad Krister Kristian Kristoffer Kurt Lage Lars Lars-Erik Lasse Leif
  Lennart Leo Leon Leonard Leopold Levi Liam Linus Loke Loui Love Lucas Ludvig Lukas Magnus Malte Manfred Manuel
  Marcus Marco Mario Markus Martin Mathias Mats Matteo Mattias Matts Max Maximilian Mehdi Mehmet Melker Melvin
  Melwin Michael Michel Miguel Mikael Milan Milo Milton Mohamad Mohamed Mohammad Mohammed Morgan Morris Morten
  Muhammad Mustafa Måns Mårten Nasser Nick Niclas Nicklas Nils Niklas Noa Noah Nore Ola Olaf Ole Olle Oliver Olof
  Olov Omar Orvar Oscar Osama Oskar Osman Otto Ove Owe Patric Patrik Paul Peder Pelle Per Per-Erik Per-Olof Peter
  Petter Philip Pierre Pontus Pär Ragnar Ralf Rasmus Reine Reza Richard Rickard Rikard Robert Robin Roger Roland
  Rolf Ronny Roy Ruben Rune Said Salim Salvador Sam Sami Samir Samuel Sebastian Set Severin Sigge Sigurd Sigvard
  Simon Sivert Sixten Stefan Stellan Sten Stig Sture Svante Sven Sven-Erik Sverker Sören Tage Tariq Ted Tobias
  Tom Tomas Thomas Tommy Tony Tor Torbjörn Tord Tore Torgny Torkel Torsten Truls Ture Ulf Urban Uno Vidar Viggo
  Viktor Victor Ville Vilgot Vilhelm Vincent Walter Werner Wilhelm William Wilmer Yngve Yousef Yusuf Åke Örjan
  Östen
`);

/** In lower case; those in -sson, -ström, -gren, -qvist and -kvist are known by their ending as well. */
export const surnames = words(`
  Abdi Abrahamsson Ahlberg Ahlgren Ahlström Ahmed Ali Alm Almgren Almqvist Andersen Andersson Appelgren Arvidsson
  Asplund Axelsson Backlund Backman Bengtsson Berg Berggren Berglund Bergman Bergqvist Bergström Bergvall Blom
  Blomberg Blomqvist Blomkvist Boman Borg Brandt Bäckman Bäckström Carlsson Carlberg Cederberg Claesson Dahl
  Dahlberg Dahlgren Dahlin Dahlqvist Dahlström Danielsson Davidsson Edlund Edman Ek Eklund Ekman Ekström Eliasson
  Engström Engdahl Engman Ericsson Eriksson Fagerlund Falk Forsberg Forslund Forsman Franzén Fransson Fredriksson
  Friberg Frisk Fröberg Garcia Granath Granberg Granlund Granqvist Gunnarsson Gustafsson Gustavsson Haglund Hall
  Hallberg Hallgren Hammar Hansen Hansson Hassan Hedberg Hedin Hedlund Hedman Hedström Hellberg Hellgren Hellman
  Hellström Henriksson Hermansson Holm Holmberg Holmgren Holmqvist Holmström Hult Hultgren Håkansson Hägg Häggström
  Höglund Ibrahim Isaksson Ivarsson Jakobsson Jansson Johannesson Johansson Johnsson Jonasson Jonsson Josefsson
  Jönsson Karlsson Kjellberg Klasson Knutsson Kovacs Kristensen Kristiansson Källström Larsen Larsson Lindahl Lind
  Lindberg Lindblad Lindblom Lindell Lindgren Lindh Lindholm Lindkvist Lindman Lindmark Lindqvist Lindroth
  Lindstrand Lindström Linder Ljung Ljungberg Ljunggren Ljungqvist Lopez Lund Lundberg Lundblad Lundell Lundgren
  Lundh Lundholm Lundin Lundkvist Lundmark Lundqvist Lundström Löfgren Löfqvist Lövgren Magnusson Malm Malmberg
  Malmgren Malmqvist Malmström Martinsson Mattsson Melin Moberg Modig Mohamed Mohammed Molin Månsson Mårtensson
  Möller Nguyen Nielsen Nilsson Norberg Nord Nordgren Nordin Nordlund Nordqvist Nordström Norén Norling Norrman
  Nyberg Nygren Nyholm Nylander Nyman Nyqvist Nyström Näslund Oskarsson Olofsson Olsen Olsson Omar Osman Palm
  Palmgren Paulsson Persson Petersson Pettersson Pålsson Rask Rosén Rosenberg Rosenqvist Rydberg Rönnberg Salomonsson
  Samuelsson Sandberg Sandell Sandgren Sandin Sandström Selin Simonsson Sjöberg Sjödin Sjögren Sjölund Sjöstrand
  Sjöström Skog Skoglund Sköld Stenberg Stenström Strand Strandberg Ström Strömberg Stålhammar Ståhl Sundberg
  Sundin Sundqvist Sundström Svahn Svanberg Svedberg Svensson Söderberg Södergren Söderlund Söderström Thorsson
  Tran Ulfsson Viklund Wahlberg Wahlström Wallin Wallgren Wennberg Westberg Westerberg Westerlund Westlund Westman
  Wiberg Wikström Viklund Åberg Ågren Åhlund Åkerberg Åkerlund Åkerström Åkesson Åström Öberg Öhman Öhrn Östberg
  Östlund Östman
`);

/** Names, in lower case, that begin many sentences as other words, or as the other kind of name: heeded there only when they also stand inside one. */
export const alsoOtherWords = words(`
  Alla Alm Ask Berg Björk Björn Blom Bo Boden Borg Bror Dag Dal Dan Ed Ek Falk Frank Frisk Gerd Glad Gun Habo Hall
  Hans Hjo Holm Hult Hägg Kaj Kil Kim Klas Liv Ljung Lova Love Lovis Lund Maj Malm Mari Mark Max Mora My Nord Nova
  Noor Ole Palm Per Rask Ros Rosa Rut Saga Sala Sam Sanna Set Siv Skog Sköld Sol Sten Stig Strand Ström Ståhl Tage
  Tom Tor Torsten Ture Uno Urban Vara Vega Vera Ville Viola Åre Åsa
`);
