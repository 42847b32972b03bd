/** Words that end like a company's name and name none: a field of work, a kind of thing, where a company sits. */

/** "Information and Communications Technology", "Science and Technology": a field of work. */
export function isField(name: string): boolean {
  return name
    .trim()
    .replace(/[,.]+$/, '')
    .split(/ +/)
    .every((word) => FIELD.test(word));
}

const FIELD =
  /^(?:Tech|Company|Firm|Information|Communications?|Technology|Technologies|Science|Sciences|Innovation|Innovations|Digital|Economy|Telecommunications?|Telecom|Media|Networks?|Education|Development|Research|Industry|Industries|Creative|Culture|Electronics|Engineering|Computer|Computing|Smart|Green|New|Modern|Systems|Services|Data|Cyber|Security|Software|Internet|and|of|the|for|&)$/;

/** "Optical Fiber Cable", "High Speed Broadband": a kind of thing, by words that anybody uses. */
export function isProduct(name: string, after: string): boolean {
  const words = name.trim().replace(/,$/, '');
  return (
    /(?:Fibre|Fiber|Broadband|Wireless|Networks?|Systems|Solutions|Software|Technology|Technologies|Communications|Telecommunications)$/.test(
      words,
    ) &&
    (/^,? (?:(?:\p{Lu}\p{Ll}+|and|&),? ){1,5}(?:[Dd]epartment|[Mm]inistry|[Dd]irectorate)\b/u.test(after) ||
      /^ (?:\p{Lu}\p{Ll}+ )?(?:Board|Council|Authority|Agency|Commission|Bureau|Code|Act|Bill|Law|Regulations?)\b/u.test(
        after,
      ) ||
      /^ (?:Cables?|Networks?|Infrastructure|Projects?|Connectivity|Services?|Backbone|Policy|Plan|Programme|Program|Department|Park|Centre|Center|Board|Authority|Agency|Office|Committee|Council|Commission|Bureau|Ministry|Minister|Secretary|Administration|Regulator|Week|Summit|Fair|Forum|Expo|Exhibition|Conference|Show|Day|Days|Institute|University|School|Association|Festival|Awards?|Deals?|Contracts?|Agreements?|Pact|MoU|MOU|Tie-up|Roll-?out|Scheme|Boost|Upgrade|Build)\b/.test(
        after,
      ) ||
      // "CEOs of Information Technology (IT) companies".
      /\b(?:of|for|in|and) Information (?:Technology|Systems)$/.test(words) ||
      words
        .split(' ')
        .slice(0, -1)
        .every((word) =>
          /^(?:The|Full|Gigabit|Superfast|Ultrafast|Optical|High|Speed|High-Speed|National|State|Digital|Smart|Mobile|Public|Free|Information|Rural|Urban|Fixed|Advanced|Emerging|New|Open|Modern|and|&|of|for)$/.test(
            word,
          ),
        ))
  );
}

/** "Quezon City-based " in "Quezon City-based Advan Solutions": how long what only says where it sits is. */
export function seat(name: string): number {
  const lead =
    /^(?:[\p{L}'-]+ ){0,3}?[\p{L}'-]+-(?:based|led|owned|backed|headquartered) (?=\p{Lu})/u.exec(name)?.[0]
      .length ?? 0;
  // "Broad-based Communications Limited": nothing is left that would be a name.
  const rest = name
    .slice(lead)
    .trim()
    .replace(/,$/, '')
    .replace(/,? (?:Ltd|Limited|Inc|Plc|LLC)\.?$/, '');
  return isField(rest) ? 0 : lead;
}
