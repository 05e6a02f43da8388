"""Places that a dateline may name without saying in which state or country they lie."""

_STATES = """
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho
Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi
Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota
Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont
Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico|Guam|American Samoa
Virgin Islands|Washington State|Washington D.C.|D.C.|DC|Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|Del.|Fla.|Ga.
Ill.|Ind.|Kan.|Kans.|Ky.|La.|Mass.|Md.|Mich.|Minn.|Miss.|Mo.|Mont.|N.C.|N.D.|N.H.|N.J.|N.M.|N.Y.|Neb.|Nebr.
Nev.|Okla.|Ore.|Pa.|R.I.|S.C.|S.D.|Tenn.|Tex.|Va.|Vt.|W.Va.|Wash.|Wis.|Wyo.|P.R.|AL|AK|AZ|AR|CA|CO|CT|DE|FL
GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT
VA|WA|WV|WI|WY|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick
Newfoundland|Prince Edward Island|Yukon|England|Scotland|Wales|Northern Ireland|New South Wales|Victoria
Queensland|Tasmania|South Australia|Western Australia|Bavaria|Saxony|Lower Saxony|Brandenburg|Hesse
Catalonia|Andalusia|Sicily|Lagos State|Punjab|Kerala|Tamil Nadu|Maharashtra|West Bengal|West Bank|Gaza Strip
Crimea|Hong Kong|Gauteng|KwaZulu-Natal|Western Cape|Eastern Cape
"""

_COUNTRIES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain
Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Bosnia and Herzegovina|Botswana
Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic
Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark
Djibouti|Dominica|Dominican Republic|East Timor|Ecuador|Egypt|El Salvador|Eritrea|Estonia|Eswatini|Ethiopia
Fiji|Finland|France|Gabon|Gambia|Germany|Ghana|Greece|Greenland|Grenada|Guatemala|Guinea|Guyana|Haiti
Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan
Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania
Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco
Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria
North Korea|North Macedonia|Norway|Oman|Pakistan|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland
Portugal|Qatar|Romania|Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone
Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka
Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad and Tobago
Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine|United Arab Emirates|UAE|United Kingdom|UK|U.K.
United States|USA|U.S.|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe|Gaza
"""

_CITIES = """
New York City|New York|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas
San Jose|Austin|Jacksonville|Fort Worth|Columbus|Charlotte|Indianapolis|San Francisco|Seattle|Denver
Oklahoma City|Nashville|El Paso|Boston|Portland|Las Vegas|Detroit|Memphis|Louisville|Baltimore|Milwaukee
Albuquerque|Tucson|Fresno|Sacramento|Kansas City|Mesa|Atlanta|Omaha|Colorado Springs|Raleigh|Miami
Long Beach|Virginia Beach|Oakland|Minneapolis|Tulsa|Tampa|Arlington|New Orleans|Wichita|Cleveland
Bakersfield|Aurora|Anaheim|Honolulu|Santa Ana|Riverside|Corpus Christi|Lexington|Stockton|St. Louis
Saint Louis|St. Paul|Saint Paul|Cincinnati|Pittsburgh|Greensboro|Anchorage|Lincoln|Plano|Orlando|Irvine
Newark|Toledo|Durham|Chula Vista|Fort Wayne|Jersey City|St. Petersburg|Laredo|Madison|Chandler|Buffalo
Lubbock|Scottsdale|Reno|Glendale|Gilbert|Winston-Salem|North Las Vegas|Norfolk|Chesapeake|Garland|Irving
Hialeah|Fremont|Boise|Richmond|Baton Rouge|Spokane|Des Moines|Tacoma|San Bernardino|Modesto|Fontana
Santa Clarita|Birmingham|Oxnard|Fayetteville|Moreno Valley|Rochester|Huntington Beach|Salt Lake City
Grand Rapids|Amarillo|Yonkers|Montgomery|Akron|Little Rock|Huntsville|Augusta|Port St. Lucie|Grand Prairie
Tallahassee|Overland Park|Tempe|Cape Coral|McKinney|Mobile|Providence|Shreveport|Brownsville|Knoxville
Newport News|Fort Lauderdale|Chattanooga|Vancouver|Santa Rosa|Eugene|Sioux Falls|Springfield|Peoria
Pembroke Pines|Salem|Elk Grove|Corona|Lancaster|Palmdale|Hayward|Salinas|Jackson|Hollywood|Sunnyvale|Macon
Kansas City, Kansas|Pasadena|Escondido|Pomona|Killeen|Joliet|Naperville|Paterson|Bridgeport|Rockford
Bellevue|Savannah|Syracuse|Dayton|Fullerton|McAllen|Hampton|Torrance|Miramar|Denton|Waco|Olathe|Thornton
Gainesville|Charleston|Carrollton|Midland|Surprise|Visalia|Sterling Heights|Murfreesboro|Columbia|Topeka
New Haven|Stamford|Concord|Elizabeth|Athens|Thousand Oaks|Lafayette|Roseville|Simi Valley|Abilene|Hartford
Cedar Rapids|Berkeley|Evansville|Allentown|Norman|Beaumont|Fargo|Independence|Ann Arbor|Provo|Lansing
Santa Fe|Santa Clara|Green Bay|Davenport|Boulder|Duluth|Flint|Billings|Erie|Trenton|Albany|Harrisburg|Dover
Annapolis|Frankfort|Montpelier|Helena|Pierre|Bismarck|Cheyenne|Carson City|Juneau|Olympia|Jefferson City
Joplin|St. Joseph|St. Charles|St. Peters|O’Fallon|O'Fallon|Lee’s Summit|Lee's Summit|Blue Springs|Florissant
Chesterfield|Cape Girardeau|Branson|Sedalia|Rolla|Hannibal|Kirksville|Warrensburg|Liberty|Raytown|Gladstone
Grandview|Belton|Nixa|Ozark|Poplar Bluff|Sikeston|Farmington|Ferguson|Clayton|Kirkwood|Webster Groves
University City|Ballwin|Wentzville|Wildwood|Maryland Heights|Hazelwood|Carthage|Neosho|West Plains|Lebanon
Marshall|Moberly|Mexico|Fulton|Washington|Festus|Arnold|Fort Leonard Wood|Uvalde|Parkland|Selma|Key West
Palm Beach|Ferndale|Lawrence|Manhattan|Salina|Dodge City|Leavenworth|Shawnee|Lenexa|Bentonville|Fort Smith
Carbondale|Belleville|Alton|Edwardsville|London|Paris|Berlin|Madrid|Rome|Vienna|Brussels|Amsterdam|The Hague
Geneva|Zurich|Bern|Lisbon|Dublin|Edinburgh|Glasgow|Cardiff|Belfast|Manchester|Liverpool|Leeds|Bristol
Copenhagen|Stockholm|Oslo|Helsinki|Reykjavik|Warsaw|Krakow|Prague|Budapest|Bucharest|Sofia|Belgrade|Zagreb
Sarajevo|Ljubljana|Skopje|Tirana|Pristina|Istanbul|Ankara|Kyiv|Kiev|Kharkiv|Odesa|Lviv|Moscow|Minsk|Vilnius
Riga|Tallinn|Chisinau|Tbilisi|Yerevan|Baku|Munich|Hamburg|Frankfurt|Cologne|Dresden|Leipzig|Milan|Naples
Turin|Venice|Florence|Barcelona|Valencia|Seville|Lyon|Marseille|Nice|Strasbourg|Luxembourg|Valletta|Nicosia
Vatican City|Jerusalem|Tel Aviv|Haifa|Ramallah|Gaza City|Beirut|Damascus|Amman|Baghdad|Mosul|Tehran|Riyadh
Jeddah|Doha|Dubai|Abu Dhabi|Kuwait City|Muscat|Sanaa|Aden|Cairo|Alexandria|Tripoli|Benghazi|Tunis|Algiers
Rabat|Casablanca|Khartoum|Addis Ababa|Nairobi|Mombasa|Kampala|Kigali|Dar es Salaam|Dodoma|Mogadishu|Lagos
Abuja|Kano|Ibadan|Port Harcourt|Accra|Kumasi|Dakar|Bamako|Niamey|Ouagadougou|Abidjan|Monrovia|Freetown
Kinshasa|Goma|Luanda|Harare|Lusaka|Maputo|Windhoek|Gaborone|Johannesburg|Pretoria|Cape Town|Durban|Kabul
Islamabad|Karachi|Lahore|Peshawar|New Delhi|Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Bangalore|Hyderabad
Srinagar|Dhaka|Kathmandu|Colombo|Yangon|Naypyitaw|Bangkok|Hanoi|Ho Chi Minh City|Phnom Penh|Vientiane
Kuala Lumpur|Singapore|Jakarta|Manila|Beijing|Shanghai|Guangzhou|Shenzhen|Hong Kong|Macau|Taipei|Seoul
Pyongyang|Tokyo|Osaka|Kyoto|Hiroshima|Ulaanbaatar|Tashkent|Almaty|Astana|Sydney|Melbourne|Brisbane|Perth
Adelaide|Canberra|Auckland|Wellington|Christchurch|Suva|Port Moresby|Ottawa|Toronto|Montreal|Calgary
Edmonton|Winnipeg|Quebec City|Halifax|Mexico City|Tijuana|Ciudad Juarez|Monterrey|Guadalajara|Guatemala City
San Salvador|Tegucigalpa|Managua|Panama City|Havana|Port-au-Prince|Santo Domingo|San Juan|Kingston|Bogota
Bogotá|Medellin|Caracas|Quito|Guayaquil|Lima|La Paz|Santiago|Buenos Aires|Montevideo|Asuncion|Brasilia
Sao Paulo|São Paulo|Rio de Janeiro|United Nations|Capitol Hill|White House|Pentagon|Guantanamo Bay|Vatican
Camp David|Cape Canaveral|Air Force One
"""


def _table(text: str) -> frozenset[str]:
    return frozenset(
        name.strip().casefold() for line in text.split("\n") for name in line.split("|") if name.strip()
    )


REGIONS = _table(_STATES + _COUNTRIES)
"""States and countries in every abbreviation that stands behind a city, case-folded."""
PLACES = _table(_STATES + _COUNTRIES + _CITIES)
"""Every place that a dateline names alone, case-folded."""
