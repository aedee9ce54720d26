/** Country | capital | its people and adjective. General knowledge, written for this project. */
const countries = `Afghanistan|Kabul|Afghan,Afghans;Albania|Tirana|Albanian;Algeria|Algiers|Algerian;Angola|Luanda|Angolan;Argentina|Buenos Aires|Argentine,Argentinian;Armenia|Yerevan|Armenian;Australia|Canberra|Australian;Austria|Vienna|Austrian;Azerbaijan|Baku|Azerbaijani;Bahrain|Manama|Bahraini;Bangladesh|Dhaka|Bangladeshi;Belarus|Minsk|Belarusian;Belgium|Brussels|Belgian;Bolivia|La Paz|Bolivian;Bosnia|Sarajevo|Bosnian;Botswana|Gaborone|Botswanan;Brazil|Brasilia|Brazilian;Britain|London|British,Briton,Britons;Bulgaria|Sofia|Bulgarian;Burkina Faso|Ouagadougou|Burkinabe;Burundi|Bujumbura|Burundian;Cambodia|Phnom Penh|Cambodian;Cameroon|Yaounde|Cameroonian;Canada|Ottawa|Canadian;Chad|N'Djamena|Chadian;Chile|Santiago|Chilean;China|Beijing|Chinese;Colombia|Bogota|Colombian;Congo|Kinshasa|Congolese;Costa Rica|San Jose|Costa Rican;Croatia|Zagreb|Croatian;Cuba|Havana|Cuban;Cyprus|Nicosia|Cypriot;Czech Republic|Prague|Czech;Denmark|Copenhagen|Danish,Dane;Ecuador|Quito|Ecuadorian;Egypt|Cairo|Egyptian;El Salvador|San Salvador|Salvadoran;England||English;Eritrea|Asmara|Eritrean;Estonia|Tallinn|Estonian;Ethiopia|Addis Ababa|Ethiopian;Fiji|Suva|Fijian;Finland|Helsinki|Finnish,Finn;France|Paris|French;Gabon|Libreville|Gabonese;Gambia|Banjul|Gambian;Georgia|Tbilisi|Georgian;Germany|Berlin|German;Ghana|Accra|Ghanaian;Greece|Athens|Greek;Guatemala|Guatemala City|Guatemalan;Guinea|Conakry|Guinean;Guyana|Georgetown|Guyanese;Haiti|Port-au-Prince|Haitian;Honduras|Tegucigalpa|Honduran;Hungary|Budapest|Hungarian;Iceland|Reykjavik|Icelandic;India|New Delhi|Indian;Indonesia|Jakarta|Indonesian;Iran|Tehran|Iranian;Iraq|Baghdad|Iraqi;Ireland|Dublin|Irish;Israel|Jerusalem|Israeli;Italy|Rome|Italian;Ivory Coast|Abidjan|Ivorian;Jamaica|Kingston|Jamaican;Japan|Tokyo|Japanese;Jordan|Amman|Jordanian;Kazakhstan|Astana|Kazakh;Kenya|Nairobi|Kenyan;Kosovo|Pristina|Kosovar;Kuwait|Kuwait City|Kuwaiti;Kyrgyzstan|Bishkek|Kyrgyz;Laos|Vientiane|Laotian;Latvia|Riga|Latvian;Lebanon|Beirut|Lebanese;Liberia|Monrovia|Liberian;Libya|Tripoli|Libyan;Lithuania|Vilnius|Lithuanian;Luxembourg||Luxembourgish;Madagascar|Antananarivo|Malagasy;Malawi|Lilongwe|Malawian;Malaysia|Kuala Lumpur|Malaysian;Maldives|Male|Maldivian;Mali|Bamako|Malian;Malta|Valletta|Maltese;Mauritania|Nouakchott|Mauritanian;Mauritius|Port Louis|Mauritian;Mexico|Mexico City|Mexican;Moldova|Chisinau|Moldovan;Mongolia|Ulaanbaatar|Mongolian;Montenegro|Podgorica|Montenegrin;Morocco|Rabat|Moroccan;Mozambique|Maputo|Mozambican;Myanmar|Naypyidaw|Burmese;Namibia|Windhoek|Namibian;Nepal|Kathmandu|Nepalese,Nepali;Netherlands|Amsterdam|Dutch;New Zealand|Wellington|New Zealander;Nicaragua|Managua|Nicaraguan;Niger|Niamey|Nigerien;Nigeria|Abuja|Nigerian;North Korea|Pyongyang|North Korean;Norway|Oslo|Norwegian;Oman|Muscat|Omani;Pakistan|Islamabad|Pakistani;Palestine|Ramallah|Palestinian;Panama|Panama City|Panamanian;Papua New Guinea|Port Moresby|Papuan;Paraguay|Asuncion|Paraguayan;Peru|Lima|Peruvian;Philippines|Manila|Philippine,Filipino;Poland|Warsaw|Polish,Pole,Poles;Portugal|Lisbon|Portuguese;Qatar|Doha|Qatari;Romania|Bucharest|Romanian;Russia|Moscow|Russian;Rwanda|Kigali|Rwandan;Saudi Arabia|Riyadh|Saudi;Scotland|Edinburgh|Scottish,Scot;Senegal|Dakar|Senegalese;Serbia|Belgrade|Serbian,Serb;Sierra Leone|Freetown|Sierra Leonean;Singapore||Singaporean;Slovakia|Bratislava|Slovak;Slovenia|Ljubljana|Slovenian;Somalia|Mogadishu|Somali;South Africa|Pretoria|South African;South Korea|Seoul|South Korean;South Sudan|Juba|South Sudanese;Spain|Madrid|Spanish,Spaniard;Sri Lanka|Colombo|Sri Lankan;Sudan|Khartoum|Sudanese;Sweden|Stockholm|Swedish,Swede;Switzerland|Bern|Swiss;Syria|Damascus|Syrian;Taiwan|Taipei|Taiwanese;Tajikistan|Dushanbe|Tajik;Tanzania|Dodoma|Tanzanian;Thailand|Bangkok|Thai;Togo|Lome|Togolese;Tunisia|Tunis|Tunisian;Turkey|Ankara|Turkish,Turk;Turkmenistan|Ashgabat|Turkmen;Uganda|Kampala|Ugandan;Ukraine|Kyiv|Ukrainian;United Arab Emirates|Abu Dhabi|Emirati;United Kingdom|London|British;United States|Washington|American;Uruguay|Montevideo|Uruguayan;Uzbekistan|Tashkent|Uzbek;Vatican City||Vatican;Venezuela|Caracas|Venezuelan;Vietnam|Hanoi|Vietnamese;Wales|Cardiff|Welsh;Yemen|Sanaa|Yemeni;Zambia|Lusaka|Zambian;Zimbabwe|Harare|Zimbabwean`;

const otherPlaces = `Lombardy Tuscany Sicily Sardinia Veneto Piedmont Liguria Umbria Calabria Apulia Campania Lazio Emilia-Romagna Saxony Hesse Thuringia Brandenburg Lower_Saxony Rhineland-Palatinate North_Rhine-Westphalia Saarland Brittany Normandy Provence Burgundy Alsace Lorraine Corsica Picardy Andalusia Galicia Aragon Castile Extremadura Basque_Country Flanders Wallonia Tyrol Carinthia Styria Silesia Pomerania Transylvania Moravia Bohemia Punjab Sindh Balochistan Gujarat Maharashtra Kerala Karnataka Tamil_Nadu Bihar Uttar_Pradesh Madhya_Pradesh Rajasthan Assam West_Bengal Odisha Haryana Guangdong Sichuan Yunnan Hunan Hubei Hokkaido Okinawa Kyushu Mindanao Luzon Sumatra Bali Borneo Papua Dagestan Tatarstan Kursk Belgorod Zaporizhzhia Darfur Tigray Amhara Oromia Biafra Kano Gauteng KwaZulu-Natal Western_Cape Jalisco Sinaloa Oaxaca Chiapas Baja_California Patagonia Amazonas Yorkshire Lancashire Cornwall Devon Kent Essex Sussex Surrey Norfolk Suffolk Cumbria Merseyside Midlands
Africa Asia Europe America Americas Antarctica Oceania Middle_East Latin_America South_America North_America Central_America Southeast_Asia West_Bank Gaza Gaza_Strip Crimea Donbas Catalonia Bavaria Siberia Kashmir Tibet Hong_Kong Macau Xinjiang Kurdistan Chechnya Balkans Caribbean Scandinavia Caucasus Sahel Sahara Arctic Atlantic Pacific Mediterranean Baltic Black_Sea Persian_Gulf Red_Sea
US U.S. USA U.S.A. UK U.K. UAE USSR Soviet_Union Great_Britain Northern_Ireland Republic_of_Ireland Mainland_China Macedonia North_Macedonia Burma Holland Greenland Puerto_Rico Bermuda
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming D.C. Washington_D.C. Washington,_D.C.
Ontario Quebec Alberta Manitoba Saskatchewan Nova_Scotia British_Columbia New_South_Wales Victoria Queensland Tasmania Western_Australia South_Australia Northern_Territory
New_York_City Los_Angeles Chicago Houston Phoenix Philadelphia San_Antonio San_Diego Dallas Austin San_Francisco Seattle Denver Boston Detroit Atlanta Miami Minneapolis Cleveland New_Orleans Las_Vegas Baltimore Pittsburgh St._Louis Salt_Lake_City Honolulu Brooklyn Manhattan Queens Harlem Hollywood Silicon_Valley Wall_Street
Toronto Montreal Vancouver Calgary Sydney Melbourne Brisbane Perth Adelaide Auckland Christchurch Mumbai Delhi Kolkata Chennai Bangalore Bengaluru Hyderabad Karachi Lahore Shanghai Guangzhou Shenzhen Wuhan Chongqing Osaka Kyoto Hiroshima Nagasaki Fukushima Busan Istanbul Izmir Dubai Mecca Medina Jeddah Basra Mosul Kirkuk Fallujah Tikrit Ramadi Aleppo Homs Raqqa Idlib Tel_Aviv Haifa Benghazi Alexandria Casablanca Lagos Johannesburg Cape_Town Durban Mombasa Timbuktu Kandahar Herat Peshawar
Birmingham Manchester Liverpool Leeds Sheffield Bristol Glasgow Belfast Oxford Cambridge Newcastle Nottingham Leicester Southampton Brighton York Munich Hamburg Frankfurt Cologne Stuttgart Dresden Leipzig Lyon Marseille Nice Toulouse Strasbourg Bordeaux Calais Barcelona Valencia Seville Bilbao Milan Naples Turin Venice Florence Genoa Bologna Palermo Geneva Zurich Basel Rotterdam The_Hague Antwerp Krakow Gdansk Odessa Odesa Kharkiv Kherson Mariupol Donetsk Luhansk Lviv St._Petersburg Kiev Gothenburg Bergen Porto Salonika Thessaloniki Rio_de_Janeiro Sao_Paulo São_Paulo Medellin Cali Guadalajara Tijuana Monterrey Cancun`;

const places = new Set<string>();
const demonyms = new Map<string, string>();

for (const line of countries.split(';')) {
  const [country = '', capital = '', people = ''] = line.split('|');
  places.add(country.toLowerCase());
  if (capital) places.add(capital.toLowerCase());
  for (const name of people.split(',')) demonyms.set(name.toLowerCase(), country);
}
for (const place of otherPlaces.split(/\s+/)) places.add(place.replaceAll('_', ' ').toLowerCase());
for (const [name, country] of Object.entries({
  american: 'United States',
  'u.s.': 'United States',
  us: 'United States',
  'u.k.': 'United Kingdom',
  uk: 'United Kingdom',
  european: 'Europe',
  african: 'Africa',
  asian: 'Asia',
  western: 'the West',
  arab: 'the Arab world',
  kurdish: 'Kurdistan',
})) {
  demonyms.set(name, country);
}

/** True for a country, capital, large city, state or region of the world. */
export function isKnownPlace(name: string): boolean {
  return places.has(name.toLowerCase().replace(/^the /, ''));
}

/** The country or region an adjective or a people's name stands for: "Iraqi" gives "Iraq", "Russians" gives "Russia". */
export function countryOfDemonym(word: string): string | undefined {
  const lower = word.toLowerCase();
  return demonyms.get(lower) ?? (lower.endsWith('s') ? demonyms.get(lower.slice(0, -1)) : undefined);
}

const otherNames: Record<string, string> = {
  us: 'United States',
  'u.s.': 'United States',
  usa: 'United States',
  'u.s.a.': 'United States',
  america: 'United States',
  uk: 'United Kingdom',
  'u.k.': 'United Kingdom',
  britain: 'United Kingdom',
  'great britain': 'United Kingdom',
  holland: 'Netherlands',
  burma: 'Myanmar',
  uae: 'United Arab Emirates',
  kiev: 'Kyiv',
};

/** One name for a country that has several: "U.S." and "America" give "United States"; any other name is given back. */
export function mainNameOfPlace(name: string): string {
  return otherNames[name.toLowerCase().replace(/^the /, '')] ?? name;
}
