/**
 * Companies that are in no list and carry no form of a name, known by what the text calls them: "the telecom operator
 * Melita", "Zorvyn, a Nairobi-based internet service provider". The description says that the trade is ICT.
 */
import { type CompanyMention, unlistedCompany } from './mentions.ts';

const TRADE =
  '(?:[Ee]-wallet|[Ww]allet|[Hh]osting|[Bb]illing|[Pp]hone|[Cc]ircuit board|[Ss]martcard|[a-z]+-(?:software|technology|tech|fibre|fiber|app|hailing)|(?:optic|optical)[- ](?:fibre|fiber|cable)|[Cc]hip|[Cc]omputer|PC|[Qq]uantum(?:[- ][Cc]omput(?:er|ing))?|[Tt]elecom|[Tt]elecoms|[Tt]elecommunications?|[Tt]elco|[Tt]ech|[Tt]echnology|[Ss]oftware|[Ii]nternet|[Bb]roadband|[Ff]ibre|[Ff]iber|[Ff]ibre-optic|[Ff]iber-optic|[Mm]obile|[Cc]loud|[Cc]yber-?security|[Ss]atellite|[Ff]intech|AI|[Aa]rtificial intelligence|[Dd]ata[ -]cent(?:er|re)|[Ww]ireless|IT|ICT|[Dd]igital|[Ee]-commerce|[Ii]nformation technology|[Tt]owers?|5G|[Ii]nternet service|[Nn]etwork|[Ii]nternet of things|IoT|[Bb]ig data|[Mm]essaging|[Aa]pp|[Mm]essaging app|[Ss]earch engine|[Ss]ocial media|[Ss]martphone|[Gg]eospatial|[Pp]ayments?|[Rr]obotics|[Ss]emiconductor)';
const GOODS =
  '(?:[ -](?:services?|solutions?|infrastructure|network|equipment|platform|access|technology|gear))?';
const HOUSE =
  '(?:[Cc]ompany|[Ff]irm|[Gg]iant|[Oo]perator|[Pp]rovider|[Vv]endor|[Cc]arrier|[Gg]roup|[Ss]tart-?up|[Ss]upplier|[Cc]onglomerate|[Cc]orporation|ISP|[Ii]ntegrator|[Mm]anufacturer|[Tt]itan|[Dd]eveloper|[Bb]uilder|[Mm]ajor|[Hh]ouse|[Mm]aker|[Dd]esigner|[Ss]pecialist)';
/** Words of a headline that end a name written in capitals throughout. */
const NOT_NAMED =
  '(?!(?:(?:Sign|Ink|Seal|Announc|Reach|Form|Team|Partner|Enter|Conclud|Launch|Agree|Pledg)(?:e?s|e?d|ing)?|Win|Wins|Winning|Won|And|With|To|In|Into|On|For|Will|Has|Have|At|By|Of|The|Today|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|CEO|Chief|President|Chair(?:man|woman|person)?|Managing|Governor|Mayor|Minister|State|City|County|Province|Provincial|Government)(?![\\p{L}]))';
const NAME = `(?<name>${NOT_NAMED}\\d?\\p{Lu}[\\p{L}\\d&'-]*(?: (?:& )?${NOT_NAMED}[\\p{Lu}\\d][\\p{L}\\d&'-]*){0,3})`;

const BEFORE = new RegExp(
  `(?<![\\p{L}])${TRADE}${GOODS} ${HOUSE}(?: from (?:the )?\\p{Lu}[\\p{L}]+(?: \\p{Lu}[\\p{L}]+)?)?,? (?:the )?${NAME}`,
  'gu',
);
const AFTER = new RegExp(
  `(?<![\\p{L}\\d&'-])(?<!\\p{Lu}[\\p{L}\\d&'-]{0,20} )${NAME}(?: \\(\\p{Lu}{2,8}\\))?, (?:an?|the|one of (?:the|its|[A-Z][a-z]+'s)) (?:(?!and )[\\p{L}\\d'-]+ ){0,5}?${TRADE}${GOODS} (?:${HOUSE}|companies|firms|operators|providers)(?!'s|[\\p{L}]| (?:executive|founder|boss|chief|owner|engineer|analyst|official|veteran))`,
  'gu',
);

/** "Seaside Net is one of the region's leading communications technology companies", "Point X is a provider of fiber internet". */
const IS = new RegExp(
  `(?:(?<![\\p{L}\\d&'-] ?)|(?<=\\b(?:with|and|by|between) ))(?<!\\p{Lu}[\\p{L}\\d&'-]{0,20} )${NAME}(?: \\([^)]{1,20}\\))?(?:,| is| was) (?:an?|the|one of (?:the|its|[\\p{L} ]{1,40}'s)) (?:(?!in |of |that |which )[\\p{L}\\d'-]+ ){0,5}?(?:(?:[\\p{L}-]+ and )?${TRADE}(?: technology)?${GOODS} (?:${HOUSE}|companies|firms|operators|providers)|(?:provider|supplier|operator|carrier|developer|builder|maker|vendor)s? of (?:[\\p{L}-]+,? ){0,3}?${TRADE})(?!'s|[\\p{L}]| (?:executive|founder|boss|chief|owner|engineer|analyst|official|veteran))`,
  'gu',
);

/** "the Chinese operator Brivo": of a nation and nothing else, an operator is one of telecommunications. */
const OPERATOR = new RegExp(
  `(?<![\\p{L}])\\p{Lu}\\p{L}+(?:ese|an|ish|i|ch|ic) (?:[Oo]perator|[Tt]elco|[Cc]arrier) ${NAME}`,
  'gu',
);

/** "Jav Meer, CEO of Beijing-based Caravan Works": whoever has such a head is a company, of a trade that is not told. */
const HEADED = new RegExp(
  `(?<![\\p{L}])(?:CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Mm]anaging [Dd]irector|[Gg]eneral [Mm]anager|[Cc]ountry [Mm]anager|[Cc]o-?founder|[Ff]ounder)(?: \\(CEO\\))? of (?:\\p{Lu}[\\p{L}]+(?: \\p{Lu}\\p{L}+)?-based )?${NAME}(?= ?(?:[,.;:()]|$|(?:and|on|in|at|said|signed|have|has|who|was|is|for|put|attended|described|told)(?![\\p{L}])))`,
  'gmu',
);
/** "Nairobi start-up Savannah Informatics": a company, of a trade that its name may tell. */
const START_UP = new RegExp(
  `(?<![\\p{L}])(?:\\p{Lu}\\p{L}+|[a-z]+) [Ss]tart-?up ${NAME}(?= |[,.;:)]|$)`,
  'gmu',
);
const OFFICE = /(?:Board|Authority|Department|Ministry|Commission|Council|Government|University|Bureau)$/;
const NO_COMPANY =
  /^(?:Sales|Marketing|Operations|Engineering|Strategy|Finance|Enterprise|Business|Products?|Technology)(?![\p{L}])|Bank|Universit[iy]|University|College|School|Hospital|Foundation|Association|Institute|Council|Authority|Agency|Ministry|Department|Commission|Board|Committee|Airport|Port|Park|Club|Union|Chamber|Trust|Fund|Government|Region|Province|Bureau|Office/u;

/** "Estar, a company that, according to the governor, specialises in digital learning". */
const SPECIALISES = new RegExp(
  `(?<![\\p{L}\\d&'-])(?<!\\p{Lu}[\\p{L}\\d&'-]{0,20} )${NAME}(?: \\([^)]{1,20}\\))?, an? (?:[\\p{L}\\d'-]+ ){0,3}?(?:company|firm|start-?up|business) (?:that|which|specialis|specializ)[^.;]{0,70}?${TRADE}(?![\\p{L}])`,
  'gu',
);

/** "the housing developer Zaitoon Group": a company of another trade, by what the text calls it. */
const OTHERWISE = new RegExp(
  `(?<![\\p{L}])(?:[Hh]ousing|[Pp]roperty|[Rr]eal[ -]estate|[Cc]ement|[Ss]teel|[Oo]il|[Gg]as|[Ee]nergy|[Pp]ower|[Ff]ood|[Bb]everage|[Cc]ar|[Aa]utomotive|[Cc]onstruction|[Mm]ining|[Pp]harmaceutical|[Tt]extile|[Ii]nsurance|[Rr]etail|[Ff]arm|[Hh]otel|[Ff]urniture|[Cc]hemicals?|[Tt]yre|[Ss]hipping|[Ll]ogistics) (?:[Dd]eveloper|[Cc]ompany|[Gg]roup|[Gg]iant|[Ff]irm|[Pp]roducer|[Mm]anufacturer|[Mm]aker|[Bb]uilder|[Cc]onglomerate|[Rr]etailer|[Cc]hain) ${NAME}`,
  'gu',
);

/** "Morley and Associates Inc., engineers of Newburgh". */
const BY_CRAFT = new RegExp(
  `(?<![\\p{L}\\d&'-])${NAME}(?: (?:and|&) \\p{Lu}\\p{L}+)?(?:,? (?:Inc|LLC|Ltd|LLP|PLC)\\.?)?, (?:consulting |civil |local )?(?:engineers|architects|consultants|lawyers|attorneys|solicitors|accountants|auditors|surveyors|planners|builders)(?![\\p{L}])`,
  'gu',
);

/** Where the text calls a company one of another trade; ordered by start. */
export function otherTrades(text: string): number[] {
  const stated = [...text.matchAll(OTHERWISE)].map(
    (match) => match.index + match[0].lastIndexOf(match.groups?.name ?? ''),
  );
  // The form of the name may begin behind its first words: every word of it counts.
  const crafts = [...text.matchAll(BY_CRAFT)].flatMap(({ index, 0: words }) =>
    [...words.matchAll(/(?<![\p{L}])\p{Lu}/gu)].map((word) => index + word.index),
  );
  return [...stated, ...crafts].sort((a, b) => a - b);
}

const OF_THE_TRADE =
  /(?:Digital|Tech|Data|Cloud|Cyber|Net|Telecom|Software|Systems|Solutions|Communications|Wireless|Fibre|Fiber|Broadband|Mobile)/;

/** A name behind a row of companies: ", and Mobilitie". */
const NEXT = new RegExp(
  `^,? (?:and|&) ${NAME}(?=[,.;]| \\(| (?:on|to|for|in|have|had|signed|appended|formally|jointly|today|yesterday|put|affixed|will|that|which|at|as)(?![\\p{L}]))`,
  'u',
);

/** "agreements with Verizon, AT&T, and Mobilitie": the last of a row of at least two known ones; ordered by start. */
export function companiesInRow(text: string, known: readonly CompanyMention[]): CompanyMention[] {
  return known.flatMap(({ kind, end, start }, i) => {
    const before = known[i - 1];
    if (kind !== 'ict') return [];
    const rowed = before?.kind === 'ict' && text.slice(before.end, start) === ', ';
    const match = NEXT.exec(text.slice(end, end + 80));
    const name = match?.groups?.name;
    if (!match || name === undefined) return [];
    // "Comservice and Ahadi Digital Promise": behind one alone, a name that says its trade.
    if (!rowed && !(name.includes(' ') && OF_THE_TRADE.test(name) && !NO_COMPANY.test(name))) return [];
    const from = end + match[0].lastIndexOf(name);
    return [unlistedCompany(from, name, 'ict')];
  });
}

/** Names whose further mentions are looked for: each is a search through the text. */
const MOST_NAMES = 8;

/** The described companies of a text in which the known ones are blanked; ordered by start. */
export function describedCompanies(text: string): CompanyMention[] {
  const found: CompanyMention[] = [];
  for (const pattern of [BEFORE, AFTER, IS, SPECIALISES, OPERATOR]) {
    for (const match of text.matchAll(pattern)) {
      const name = (match.groups?.name ?? '').replace(/'s?$/, '');
      if (name.length < 2 || OFFICE.test(name)) continue;
      found.push(unlistedCompany(match.index + match[0].indexOf(name), name, 'ict'));
    }
  }
  for (const match of [...text.matchAll(HEADED), ...text.matchAll(START_UP)]) {
    const name = (match.groups?.name ?? '').replace(/'s?$/, '');
    if (name.length < 3 || NO_COMPANY.test(name)) continue;
    found.push(unlistedCompany(match.index + match[0].lastIndexOf(name), name, 'unknown'));
  }
  const names = new Set(found.map(({ canonical }) => canonical).filter((name) => name.includes(' ')));
  const starts = new Set(found.map(({ start }) => start));
  for (const name of [...names].slice(0, MOST_NAMES)) {
    const kind = found.some((one) => one.canonical === name && one.kind === 'ict') ? 'ict' : 'unknown';
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (!starts.has(at) && !/[\p{L}\d]/u.test(text[at + name.length] ?? ''))
        found.push(unlistedCompany(at, name, kind));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
