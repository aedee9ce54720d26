// Bodies that news names without saying what they are. General knowledge, written for this project.
const companies = `Google Alphabet Facebook Meta Instagram WhatsApp Twitter YouTube TikTok ByteDance Snapchat LinkedIn Reddit Wikipedia
  Wikimedia Microsoft Apple Amazon Netflix Disney Sony Nintendo Samsung Huawei Xiaomi Tencent Alibaba Baidu Intel AMD Nvidia IBM Oracle
  Cisco Dell HP Nokia Ericsson Siemens Bosch Philips Toshiba Panasonic Hitachi Toyota Honda Nissan Mazda Hyundai Kia Volkswagen BMW
  Mercedes-Benz Daimler Audi Porsche Renault Peugeot Citroen Fiat Ferrari Ford Chrysler General_Motors Tesla SpaceX Boeing Airbus
  Lockheed_Martin Raytheon Northrop_Grumman Rolls-Royce Uber Lyft Airbnb PayPal Visa Mastercard Walmart Tesco Ikea Lidl Aldi Starbucks
  McDonald's Coca-Cola Pepsi PepsiCo Nestle Unilever Procter_&_Gamble Pfizer Moderna AstraZeneca Novartis Roche Bayer Merck
  GlaxoSmithKline Johnson_&_Johnson Exxon ExxonMobil Shell BP Chevron Total Gazprom Rosneft Lukoil Aramco Petrobras Halliburton Enron
  Goldman_Sachs JPMorgan Citigroup Barclays HSBC Lloyds UBS Credit_Suisse Santander Lehman_Brothers BlackRock Foxconn OpenAI Adobe
  Mozilla Ubuntu Yahoo AOL eBay Spotify Skype Zoom Verizon AT&T Vodafone Comcast Lufthansa Ryanair easyJet Qantas Aeroflot Emirates`;
const media = `Reuters AFP Bloomberg Xinhua TASS Interfax Yonhap Kyodo Wikinews Politico Newsweek Time BuzzFeed Vox Axios HuffPost Gawker
  Slate Salon Wired Forbes Fortune Haaretz Ynet Spiegel Zeit Bild Tagesspiegel Handelsblatt Monde Figaro Libération Mediapart País Mundo
  Repubblica Stampa Corriere Asahi Mainichi Yomiuri Dawn Al_Jazeera Al-Jazeera Al_Arabiya BBC CNN NBC CBS ABC PBS NPR ITV MSNBC CNBC ESPN
  Fox_News Sky_News Deutsche_Welle Radio_Free_Europe RT Sputnik Globo Associated_Press New_York_Times Washington_Post
  Wall_Street_Journal Financial_Times Economist Guardian Telegraph Independent Observer`;
const bodies = `UN EU NATO OPEC WHO IMF WTO UNESCO UNICEF UNHCR IAEA OECD ASEAN OSCE FIFA UEFA IOC NASA ESA CERN FBI CIA NSA IRS EPA FDA
  CDC FAA FEMA NOAA NYPD LAPD MI5 MI6 KGB FSB Interpol Europol Mossad Greenpeace Oxfam Amnesty Hamas Hezbollah Fatah Taliban Al-Qaeda
  al-Qaeda Al_Qaeda al_Qaida Al-Shabaab al-Shabab Boko_Haram ISIS ISIL Likud Labour Tories Smithsonian Harvard Yale Princeton MIT
  Stanford Caltech Eton United_Nations European_Union European_Commission World_Bank World_Health_Organization World_Health_Organisation
  World_Trade_Organization International_Monetary_Fund African_Union Arab_League Red_Cross Red_Crescent Human_Rights_Watch
  Amnesty_International Doctors_Without_Borders Liberal_Democrats Republicans Democrats Tea_Party Sinn_Fein Manchester_United
  Manchester_City Liverpool_FC Arsenal Chelsea Tottenham Everton Juventus Bayern_Munich Real_Madrid Yankees Mets Lakers NBA NFL NHL MLB`;
const groups = new Set([
  'hamas',
  'hezbollah',
  'taliban',
  'al-qaeda',
  'al qaeda',
  'al qaida',
  'al-shabaab',
  'al-shabab',
  'boko haram',
  'isis',
  'isil',
  'islamic state',
]);
const governments = `White_House Kremlin Pentagon Downing_Street Whitehall Capitol Congress Senate House_of_Representatives House_of_Commons
  House_of_Lords Bundestag Bundesrat Bundeswehr Knesset Duma Diet Politburo State_Department Justice_Department Treasury Home_Office
  Foreign_Office Supreme_Court High_Court Federal_Reserve Bank_of_England European_Central_Bank Scotland_Yard Coast_Guard Border_Force`;

const toNames = (list: string): string[] => list.split(/\s+/).map((name) => name.replaceAll('_', ' ').toLowerCase());
const organisations = new Set([companies, media, bodies].flatMap(toNames));
const newsrooms = new Set(toNames(media));
const states = new Set(toNames(governments));

/** What a well-known body is; undefined for any other name. */
export function kindOfKnownBody(name: string): 'organisation' | 'government' | 'group' | undefined {
  const lower = name.toLowerCase().replace(/^the /, '').replaceAll('’', "'");
  if (groups.has(lower)) return 'group';
  if (states.has(lower)) return 'government';
  return organisations.has(lower) ? 'organisation' : undefined;
}

/** True for a newspaper, a broadcaster or an agency: it tells of the story and is seldom part of it. */
export function isNewsroom(name: string): boolean {
  const lower = name.toLowerCase().replace(/^the /, '');
  return (
    newsrooms.has(lower) ||
    /\b(?:news|news agency|times|post|herald|tribune|gazette|telegraph|journal|broadcasting corporation)$/.test(lower)
  );
}
