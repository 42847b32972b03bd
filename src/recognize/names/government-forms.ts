/**
 * How the names of governments are formed that are in no list: a form a line, each with an example. An organ can only be a
 * government; a place must also stand as a party stands.
 */

export const FORMS: readonly { kind: 'organ' | 'place'; form: RegExp }[] = [
  // "Kajang Municipal Council (MPKj)".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:\p{Lu}[\p{L}'-]{1,20} ){1,3}(?:Municipal|Metropolitan|City|County|District|Town|Borough|Regional|State|Provincial|Local|Combined) (?:Council|Government|Administration|Assembly|Municipality|Authority)(?: \(\p{Lu}{2,8}\))?/gu,
  },
  // "Thủ Đức People's Committee", "Binh Duong provincial People's Committee".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:\p{Lu}[\p{L}'-]{1,20} ){1,3}(?:(?:[Pp]rovincial|[Mm]unicipal|[Dd]istrict|[Cc]ity|[Cc]ommune|[Ww]ard) )?People's Committee(?![\p{L}])/gu,
  },
  // "Gwangyang Free Economic Zone Authority".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:\p{Lu}[\p{L}'-]{2,20} ){1,3}(?:Free|Special|Industrial|Development|Border|Export|Trade|Economic|Technology) (?:(?:Economic|Trade|Processing|Development) )?Zones? (?:Authority|Administration|Commission|Committee)(?![\p{L}])/gu,
  },
  // "Subic Bay Metropolitan Authority (SBMA)", "Eastern Economic Corridor Office", "Union of Kansai Governments".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:\p{Lu}[\p{L}'-]{2,20} ){1,3}(?:Metropolitan Authority|(?:Economic )?Corridor (?:Office|Authority|Commission)|Governorate)(?: \(\p{Lu}{2,8}\))?(?![\p{L}])|(?:Union|Association|League|Federation) of (?:\p{Lu}[\p{L}'-]{2,20} ){1,3}(?:Governments|Municipalities|Prefectures|Communes|Counties)(?![\p{L}])/gu,
  },
  // "the two Niigata cities", "five Tohoku cities".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he )?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Nn]ine|[Tt]en) (?:\p{Lu}[\p{L}'-]{2,20} ){1,2}(?:cities|counties|towns|districts|municipalities|states|provinces|councils)(?![\p{L}])/gu,
  },
  // "Roads and Transport Authority in Sharjah"; a nation's or a trade's authority that only sits there is none.
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!(?:The|National|Federal|General|Ministry|Communications?|Telecommunications?|Information|Media|Regulatory|Civil|Capital) )(?:\p{Lu}[\p{L}&'-]{2,20} (?:(?:and|of|&|for) )?){1,5}(?:Authority|Municipality|Directorate|Department|Council) in \p{Lu}[\p{L}'-]{2,20}(?: \p{Lu}[\p{L}'-]{2,20})?(?![\p{L}])/gu,
  },
  // "League of Vice Governors of the Philippines (LVGP)".
  { kind: 'organ', form: /League of [\p{L} -]{3,40} of the Philippines(?: \(\p{Lu}{2,8}\))?/gu },
  // "Council of Governors".
  { kind: 'organ', form: /Council of Governors/gu },
  // "Premier Lee's government".
  {
    kind: 'organ',
    form: /(?:Premier|Governor|Gov\.?|Chief Minister|Mayor|Menteri Besar) (?:\p{Lu}[\p{L}.'-]+ ){0,2}\p{Lu}[\p{L}-]+'s (?:[a-z]+ )?(?:government|administration|cabinet)(?![a-z])/gu,
  },
  // "Regional Council of Tuscany".
  {
    kind: 'organ',
    form: /(?:Regional )?Council of (?:the )?(?!Engineers|Architects|Ministers|Europe|State|Churches|Scientific|Industrial|Higher|Economic|Nurses|Legal|Social|Foreign|Trade|Medical|Science|Chief|Elders|Presidents|Mortgage|Better)(?:\p{Lu}[\p{L}'-]{2,20} ){0,2}\p{Lu}[\p{L}'-]{2,20}(?: \([^)]{3,30}\))?/gu,
  },
  // "Baguio LGU".
  { kind: 'organ', form: /(?<![\p{L}])(?:\p{Lu}[\p{L}'-]{2,20} ){1,3}(?:LGU|City Hall)(?![a-z])/gu },
  // "Province of Bohol, canton of Zug".
  {
    kind: 'organ',
    form: /(?:[Cc]ity|[Tt]own|[Tt]ownship|[Vv]illage|(?:(?:London|Royal|Metropolitan) )?[Bb]orough|City Government|Local Government|Municipal Government|Provincial Government|County Government|Municipality|Province|City Council|People's Committee|[Cc]anton|[Pp]rovince|[Cc]ounty|[Mm]unicipality|[Dd]istrict|[Gg]overnorate|[Ee]mirate|[Pp]refecture|[Cc]ommune|[Vv]oivodeship|[Oo]blast|[Aa]utonomous [Rr]egion) of (?:\p{Lu}[\p{L}'-]{1,20})(?: \p{Lu}[\p{L}'-]{2,20}){0,2}(?: (?:City|Province|County|District|province|city))?/gu,
  },
  // "the municipality Fjarðabyggð".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Mm]unicipality|[Cc]ommune) (?!Of\b|The\b)\p{Lu}[\p{L}'-]{2,20}(?![\p{L}])/gu,
  },
  // "Herefordshire and Gloucestershire councils".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:\p{Lu}[\p{L}-]{2,20}, ){0,8}\p{Lu}[\p{L}-]{2,20},? and (?:\p{Lu}[\p{L}-]{2,20}|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several|some) (?:other|more|further)) (?:(?:county|city|district|borough|town|regional|provincial|state|municipal|shire) )?(?:councils|governments|shires)(?![a-z])/gu,
  },
  // "Albemarle, Louisa and four other counties".
  {
    kind: 'place',
    form: /(?<![\p{L}])(?:\p{Lu}[\p{L}-]{2,20}, ){0,8}\p{Lu}[\p{L}-]{2,20},? and (?:\p{Lu}[\p{L}-]{2,20}|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several|some) (?:other|more|further)) (?:(?:county|city|district|borough|town|regional|provincial|state|municipal) )?(?:counties|provinces|municipalities|districts|cities|towns|prefectures)(?![a-z])/gu,
  },
  // "Antioquia's regional government".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!(?:The|This|That|Its|Their|Our|Each|Every|Central|National|Federal|Chinese|Indian|Nigerian|Kenyan|Australian|American|German|British) )(?:\p{Lu}[\p{L}-]{2,20} ){0,1}\p{Lu}[\p{L}-]{2,20}(?:'s)? (?:(?:provincial|regional|municipal|city|county|district|prefectural|departmental|cantonal) (?:government|authorities|administration|council)|governorate)(?![a-z])/gu,
  },
  // "Highland Council"; not a council of something, nor of a trade.
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!(?:The|Privy|British|Arts|Security|Governing|National|Federal|European|Nordic|Atlantic|Business|Research|Medical|Judicial|Supreme|State|Student|Academic|Advisory|Executive|Economic|Export|Legislative|Teaching|World|International|Global|Investment|Trade|Cooperation|Media|Press|Industry|Technology|Innovation|Digital|Cyber|Defense|Defence|Workers|Works|Trades|Science|Design|Standards|Skills|Nursing|Bar|Health|Education|Tourism|Film|Sports|Dental|Energy|Chamber|Population|Refugee|Disability|Church|Islamic|Communications|Media|Welfare|Labour|Labor|Monetary|Presidential|Ministerial|Steering|Joint|Regional|Local) )\p{Lu}[\p{L}-]{2,20} Council(?![a-z]| of| for| on)/gu,
  },
  // "Pimpri Chinchwad Municipal Corporation".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:\p{Lu}[\p{L}'-]{2,20} ){1,3}(?:Municipal|City|Metropolitan) Corporation(?![\p{L}])/gu,
  },
  // "Ravi Urban Development Authority"; a trade's authority is a country's.
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:(?!National|Federal|Information|Technology|Infocomm|Media|Communications?|Telecom|Industrial?|Investment|Energy|Enterprise|Export|Tourism|Highway|Railway|Aviation|Agricultur|Human|Skills|Economic|Maritime|Ports?\b)\p{Lu}[\p{L}-]{2,20} ){1,3}Development Authority(?: \(\p{Lu}{2,8}\))?/gu,
  },
  // "Landkreis Emsland", "Shire of Broome", "Comune di Lecce".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:Landkreis|Stadt|Kreis|Shire of|Ville de|Commune de|Comune di|Provincia di|Ayuntamiento de|Gobierno de|Gobernación de|Alcaldía de|Prefeitura de|Câmara Municipal de) \p{Lu}[\p{L}'-]{2,20}(?: \p{Lu}[\p{L}'-]{2,20})?/gu,
  },
  // "government of the Murmansk region", "Sula Islands Regency Government".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:the )?[Gg]overnment of (?:the )?(?:\p{Lu}[\p{L}'-]{2,20} ){1,2}(?:[Rr]egion|[Pp]rovince|[Oo]blast|[Tt]erritory|[Dd]istrict|[Cc]ounty|[Pp]refecture|[Rr]epublic|[Rr]egency)(?![\p{L}])|(?<![\p{L}])(?:\p{Lu}[\p{L}'-]{2,20} ){1,3}(?:Regency|Prefectural) Government(?![\p{L}])/gu,
  },
  // "Mills County Commissioners Court".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:\p{Lu}[\p{L}'-]{2,20} ){1,2}(?:County|Parish|Township|Borough)(?:'s)? (?:Commissioners(?:'? Court)?|Board of (?:County )?(?:Commissioners|Supervisors|Trustees)|Commission|Council|Police Jury|Fiscal Court|Government)(?![\p{L}])/gu,
  },
  // "municipal government of Westmoor".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he )?(?:[Mm]unicipal|[Cc]ity|[Pp]rovincial|[Cc]ounty|[Ss]tate|[Rr]egional|[Dd]istrict|[Ll]ocal|[Tt]own|[Pp]refectural|[Rr]egency) [Gg]overnment of (?:the )?\p{Lu}[\p{L}'-]{2,20}(?: \p{Lu}[\p{L}'-]{2,20}){0,2}/gu,
  },
  // "the German city Westmoor", "the Polish city of Westmoor".
  {
    kind: 'place',
    form: /(?<=\p{Lu}\p{L}{2,12} (?:port |coastal |capital )?)(?:city|town|municipality|province|region|county) (?:of )?\p{Lu}[\p{L}'-]{2,20}(?![\p{L}])(?! \p{Lu})/gu,
  },
  // "Council has signed contracts": at the head of a sentence.
  {
    kind: 'organ',
    form: /(?<=^|\n|[.:!?]["”')]? )Council(?= (?:has|have|had|will|today|yesterday|signed|approved|voted|agreed|entered|awarded)(?![a-z]))/gu,
  },
  // "the Akiak Native Community's tribal government", "Nisga'a Nation".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?<!(?:firm|company|start-?up|provider|operator|agency) )(?:\p{Lu}[\p{L}'’-]{2,20} ){1,4}(?:(?:[Tt]ribal|[Bb]and) (?:[Gg]overnment|[Cc]ouncil)|First Nations?|Tribe|Native Village|Native Community(?:'s tribal government)?|(?<!United )Nation)(?![\p{L}])(?! \p{Lu}| Network| Media)/gu,
  },
  // "the department of Côte-d'Or", "the authorities of Włocławek".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he )?(?:department|[Dd]épartement|Land|authorities|administration|voivodeship|community) of (?:the )?\p{Lu}[\p{L}'’-]{2,25}(?: (?:Region|Province|District|County))?(?![\p{L}])/gu,
  },
  // "the Diputación", "Diputació de Girona": a province's government by its own word.
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he )?(?:Diputación|Diputació|Deputación|Generalitat|Xunta|Cabildo|Junta de|Conselh? General|Conseil [Gg]énéral|Conseil [Rr]égional|Conseil [Dd]épartemental)(?: (?:[Ff]oral|[Pp]rovincial))?(?: de (?:la )?\p{Lu}[\p{L}'’-]{2,20}(?: y \p{Lu}[\p{L}]+)?)?(?![\p{L}])/gu,
  },
  // "the Marshal's Office of the Małopolska voivodeship".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he )?(?:Marshal|Governor|Mayor|Voivode|Prefect)'s Office(?: of (?:the )?\p{Lu}[\p{L}'’-]{2,20}(?: [Vv]oivodeship| [Rr]egion)?)?(?![\p{L}])/gu,
  },
  // "the governments of Quebec and Canada", "the Savoie department".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he )?[Gg]overnments of (?:the )?\p{Lu}[\p{L}'’-]{2,20}(?: \p{Lu}[\p{L}'’-]{2,20})?,? and (?:the )?\p{Lu}[\p{L}'’-]{2,20}(?![\p{L}])|(?<=\b[Tt]he )\p{Lu}[\p{L}'’-]{2,20}(?:-\p{L}+)* (?:department|département)(?= (?:and|has|have|signed|on|with|council)\b)/gu,
  },
  // "Torch Hi-tech zone committee", "the area's management committee", "new area administration".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he (?=\p{Ll}))?(?:(?!The )\p{Lu}[\p{L}'’.-]{1,20} |(?:[Hh]i(?:gh)?-?[Tt]ech|aerospace|free|trade|economic|technological|development|new|bonded|industrial|software|logistics|science|technology|and|experimental|demonstration|pilot) ){0,7}(?:[Zz]one|[Aa]rea|[Pp]ark)(?:'s)? (?:(?:[Aa]dministrative|[Mm]anagement|[Aa]dministration|managing|working) )?(?:[Cc]ommittee|administration|[Aa]uthority|commission)(?: of \p{Lu}[\p{L}-]{1,20}(?: county| district| city)?)?(?![\p{L}])/gu,
  },
  // "the fire brigade", "the county sheriff's office" of a place: "Los Angeles County Sheriff's Department".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:\p{Lu}[\p{L}'’.-]{1,20} ){1,3}(?:County|City|Parish)(?:'s)? (?:Sheriff|Fire|Police|Clerk)(?:'s)? (?:Office|Department)(?![\p{L}])/gu,
  },
  // "Bergen kommune", "the Métropole Nice Côte d'Azur", "the prefecture of Recife".
  {
    kind: 'organ',
    form: /(?<![\p{L}])\p{Lu}[\p{L}-]{2,20} (?:kommune|kommun|gemeente|fylkeskommune)(?![\p{L}])|(?<![\p{L}])(?:[Tt]he )?(?:Métropole|Communauté urbaine|Communauté d'agglomération|Agglomération) (?:de |d'|du )?\p{Lu}[\p{L}'’-]{2,20}(?: (?:\p{Lu}[\p{L}'’-]+|d'\p{Lu}\p{L}+)){0,3}|(?<![\p{L}])(?:[Tt]he )?prefecture of \p{Lu}[\p{L}-]{2,20}/gu,
  },
  // "as council and BT put pen to paper".
  {
    kind: 'organ',
    form: /(?<=\b(?:as|and|between|when) )(?:council|municipality)(?= and (?:\p{Lu}|the (?:operator|firm|company)))|(?<=\p{L} and )(?:council|municipality)(?= (?:sign|ink|seal|put|agree|conclude|reach|renew|have|has)(?:s|ed)?\b)/gu,
  },
  // "Region Skåne", "the Podkarpackie self-government".
  {
    kind: 'organ',
    form: /(?<![\p{L}])Region (?!(?:Manager|Director|Head|President|Chief|Office|One|Two|Three|[IVX]+)(?![\p{L}]))\p{Lu}[\p{L}-]{3,20}(?![\p{L}])|(?<![\p{L}])(?:[Tt]he )?\p{Lu}[\p{L}-]{3,25} self-government(?![\p{L}])/gu,
  },
  // "the management committee of Lin-gang Free Trade Zone".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he )?(?:[Aa]dministrative|[Mm]anagement|[Aa]dministration) [Cc]ommittee of (?:the )?(?:\p{Lu}[\p{L}'’-]{1,20} ){1,5}(?:Zone|Area|Park|City|Base|Port|District)(?![\p{L}])/gu,
  },
  // "the natural resources bureau", "Wuxi's high-tech district".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?:[Tt]he |[Ii]ts )(?!(?:news|press|credit|weather|marriage|travel|visitors) )(?:[a-z]+ (?:and )?){1,3}bureau(?![\p{L}])|(?<![\p{L}])\p{Lu}[\p{L}-]{2,15}'s (?:high-tech|hi-tech|economic|new|eastern|western|northern|southern|development) (?:district|zone|area)(?![\p{L}])/gu,
  },
  // "the TEDA Administrative Commission".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:\p{Lu}[\p{L}'-]{1,20} ){1,3}(?:Administrative|Administration|Management) Commission(?![\p{L}])/gu,
  },
  // "Main-Taunus-Kreis", "Hochsauerlandkreis".
  { kind: 'organ', form: /(?<![\p{L}])\p{Lu}[\p{L}-]{2,30}(?:kreis|-Kreis)(?![\p{L}])/gu },
  // "Victoria Police".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!(?:The|National|Federal|Police|Military|Transit|Railway) )\p{Lu}[\p{L}-]{3,20} Police(?! (?:Station|Academy|Chief|Commissioner|officer|Officer|Federation|Union))(?![\p{L}])/gu,
  },
  // "Chengdu Hi-Tech Zone (CDHT)".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:\p{Lu}[\p{L}'-]{2,20} ){1,2}(?:(?:National )?[Hh]i(?:gh)?-?[Tt]ech(?:nology)?(?: (?:Industry|Industrial))?(?: Development)?|Economic(?: and Technological)? Development|Industrial|New|Bonded|Free Trade) (?:Zone|Area|Park)(?: \(\p{Lu}{2,8}\))(?![\p{L}])/gu,
  },
  // "signed the convention between Municipality and Open Fiber".
  { kind: 'organ', form: /(?<=\b(?:between|with|by) )Municipality(?= (?:and|on|for)\b)/gu },
  // "Officials signed an agreement": of whom the sentence before has spoken.
  {
    kind: 'organ',
    form: /(?<=[.!?]["”')]? )Officials(?= (?:have |had )?(?:signed|inked|sealed|entered|finali[sz]ed)(?![a-z]))/gu,
  },
  // "the Dehong Dai and Jingpo autonomous prefecture".
  {
    kind: 'organ',
    form: /(?<![\p{L}])\p{Lu}[\p{L}'-]{2,20}(?: (?:\p{Lu}[\p{L}'-]{1,20}|and)){1,4} [Aa]utonomous (?:[Pp]refecture|[Cc]ounty|[Bb]anner)(?![\p{L}])/gu,
  },
  // "the towns of Nokia and Kangasala".
  {
    kind: 'organ',
    form: /(?<=[Tt]he (?:[a-z]+ )?)(?:[Mm]unicipalities|[Tt]owns|[Cc]ities|[Cc]ounties|[Dd]istricts|[Pp]rovinces|[Cc]ommunes|[Ss]hires) of (?:\p{Lu}[\p{L}'-]{2,20}, ){0,8}\p{Lu}[\p{L}'-]{2,20},? and \p{Lu}[\p{L}'-]{2,20}(?![\p{L}])/gu,
  },
  // "Harris County Broadband Office".
  {
    kind: 'organ',
    form: /(?<![\p{L}])(?!The )(?:\p{Lu}[\p{L}'-]{2,20} ){1,2}(?:County|Parish|Township|Borough)(?:'s)? (?:(?:\p{Lu}[\p{L}'-]+|and|of|&) ){1,5}(?:Office|Division|Agency|Authority|Board|Commission)(?![\p{L}])/gu,
  },
  // "Chesterfield, whose voters approved the plan".
  {
    kind: 'place',
    form: /(?<![\p{L}])\p{Lu}[\p{L}'-]{2,20}(?: \p{Lu}[\p{L}'-]{2,20})?(?=, whose (?:voters|residents|council|councillors|ratepayers|taxpayers|mayor|inhabitants|townspeople)(?![a-z]))/gu,
  },
  // "Urasoe City", "Kikuyo Town"; "Smart City" and the like are projects.
  {
    kind: 'place',
    form: /(?<![\p{L}])(?!(?:The|Smart|Safe|Digital|Ocean|Sports?|AI|Economic|Education|Media|Internet|Knowledge|Science|Medical|Innovation|New|Inner|Capital|Mega|Eco|Old|Each|Every|Green|Data|Cloud|Cyber|Film|Technology|Tech|Health|Aviation|University|Industrial|Financial|Global|World|Wireless|Broadband|Gigabit|Fiber|Fibre|Kansas|Panama|Mexico|Kuwait|Vatican|Our|Your|Future|Creative|Olympic|Forest|Sponge|Connected|Intelligent|Sustainable|Model|Pilot|Manchester|Leicester|Cape|George|Down|Home|Small|Bridge|Queens|China|Boom|Ghost|James|Charles|Freedom|Middle|Upper|Lower|Star|Water) )\p{Lu}[\p{L}'-]{2,20} (?:City|Town)(?![\p{L}])(?! (?:FC|Hotel|Mall|Bank|Hall|Press|Football|Council|Government|Centre|Center|project|Project|programme|program|Expo|Summit|Forum|Lab))/gu,
  },
  // "Pirkanmaa Region": a division by its unit. Parts of the world are none.
  {
    kind: 'place',
    form: /(?<![\p{L}])(?!(?:The|This|Asia|Pacific|Africa|Europe|Middle|Gulf|Southern|Northern|Western|Eastern|Central|Each|Every|Free|Special|Autonomous|Business|Administrative) )(?:\p{Lu}[\p{L}'-]{2,20} ){1,2}(?:County|Province|Prefecture|Regional State|Region|Canton|Governorate|Voivodeship|Oblast|Emirate|Shire|Municipality|District|Regency|province|region|oblast|krai|prefecture|regency)(?![\p{L}])(?! (?:Court|Attorney|Manager|Head|Director|Hospital|Chief))/gu,
  },
];
