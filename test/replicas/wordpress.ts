/** WordPress: an English newsroom with excerpts, older posts on `/page/2/`, a feed and a sidebar. */
import {
  type Dated,
  days,
  HTML,
  type Replica,
  type ReplicaArticle,
  type Route,
  twoPages,
} from './replica.ts';

const SITE = 'Lake Amara Telecom Watch';

interface Story {
  title: string;
  signs: boolean;
  paragraphs: string[];
}

const STORIES: Story[] = [
  {
    title: 'Redwater Province and Kestrel Telecom sign five-year fibre agreement',
    signs: true,
    paragraphs: [
      'The government of Redwater Province and Kestrel Telecom signed a five-year framework agreement on Monday to bring fibre broadband to every district capital.',
      'Under the agreement the operator will invest 240 million dollars between now and the end of the decade, while the province clears rights of way along its roads and opens public buildings as hub sites.',
      'Governor Anne Lowell said the network would carry telemedicine and school traffic first. Work begins in the northern valleys, where most households still depend on satellite links.',
    ],
  },
  {
    title: 'Ferry passengers get free wireless on the eastern route',
    signs: false,
    paragraphs: [
      'Travellers on the eastern ferry can now read mail and watch films during the forty-minute crossing, after technicians fitted antennas on four vessels.',
      'The service uses a string of small masts along the shore. Engineers tested it through a stormy spring before they let the public in.',
      'Harbour staff say queues at the ticket office have become shorter, as people buy their return ticket on board.',
    ],
  },
  {
    title: 'How a village choir keeps an old exchange building alive',
    signs: false,
    paragraphs: [
      'When the last manual switchboard went silent, nobody in Dunvale knew what to do with the brick house beside the church.',
      'A choir moved in, then a repair café, and last winter a small museum with headsets, cords and a wall of faded subscriber cards.',
      'Visitors may place a call to the room next door. Children, the curator says, are surprised that a telephone needs no charging.',
    ],
  },
  {
    title: 'Harrow County council seals cloud services memorandum with Northfield Data',
    signs: true,
    paragraphs: [
      'Harrow County council and Northfield Data concluded a memorandum of understanding on cloud services on 14 May, the county clerk announced.',
      'The company will host land records and the licensing portal in two data centres inside the county, and train sixty municipal employees over three years.',
      'An audit office will publish response times every quarter. The opposition had asked for a clause on leaving the contract early, which the final text contains.',
    ],
  },
  {
    title: 'Regulator fines call centre over silent calls',
    signs: false,
    paragraphs: [
      'The communications regulator imposed a fine on a call centre whose dialling machine left thousands of people listening to nothing.',
      'Investigators counted nine complaints from one pensioner in a single week. The firm apologised and said a software update had gone wrong.',
      'Consumer groups welcomed the ruling but want higher penalties for repeat offenders.',
    ],
  },
  {
    title: 'Students map blind spots of mobile coverage by bicycle',
    signs: false,
    paragraphs: [
      'Twelve students pedalled eight hundred kilometres last month with a measuring device on the handlebar.',
      'Their map shows seventeen stretches of road without any signal, three of them near bus stops used by schoolchildren.',
      'Two operators have asked for the raw data; the students put it on a public site instead.',
    ],
  },
  {
    title: 'Snow cuts cable to mountain observatory',
    signs: false,
    paragraphs: [
      'An avalanche tore the only cable to the observatory on Mount Ellery early on Thursday, leaving its astronomers with a radio and a deck of cards.',
      'A helicopter took a splicing team up as soon as the wind dropped, and the first image came down the repaired line before midnight.',
      'The institute now plans a second route along the southern ridge.',
    ],
  },
];

export function wordpress(): Replica {
  const dates = days(STORIES.length);
  const all = STORIES.map((story, index) => ({
    story,
    when: dates[index] as Dated,
    path: pathOf(story, dates[index] as Dated),
  }));
  const [first, second] = twoPages(all);
  const articles: ReplicaArticle[] = all.map(({ story, when, path }) => ({
    path,
    title: story.title,
    published: `${when.date} ${when.time}`,
    publisher: SITE,
    body: story.paragraphs.join('\n'),
    signs: story.signs,
  }));
  return {
    family: 'wordpress',
    listingPath: '/news/',
    routes: new Map<string, Route>([
      [
        '/news/',
        {
          contentType: HTML,
          body: list(first, '<a class="next page-numbers" href="/news/page/2/">Older posts</a>'),
        },
      ],
      [
        '/news/page/2/',
        {
          contentType: HTML,
          body: list(second, '<a class="prev page-numbers" href="/news/">Newer posts</a>'),
        },
      ],
      ['/feed/', { contentType: 'application/rss+xml; charset=utf-8', body: feed(all) }],
      ...all.map((post): [string, Route] => [post.path, { contentType: HTML, body: page(post) }]),
    ]),
    articles,
  };
}

interface Post {
  story: Story;
  when: Dated;
  path: string;
}

function pathOf(story: Story, when: Dated): string {
  const slug = story.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/-$/, '');
  return `/${when.year}/${when.month}/${when.day}/${slug}/`;
}

function framedEnglish(title: string, head: string, main: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${SITE}</title><meta property="og:site_name" content="${SITE}">
<link rel="alternate" type="application/rss+xml" title="${SITE} feed" href="/feed/">${head}</head><body class="archive">
<header class="site-header"><a href="/">${SITE}</a><nav><a href="/about/">About</a><a href="/news/">News</a><a href="/contact/">Contact the editors</a></nav></header>
<main id="main">${main}</main><aside id="secondary"><h2>Categories</h2><ul><li><a href="/category/networks/">Networks and infrastructure</a></li><li><a href="/category/policy/">Policy and regulation</a></li></ul></aside>
<footer class="site-footer"><a href="/privacy-policy/">Privacy policy</a></footer></body></html>`;
}

function list(posts: readonly Post[], paging: string): string {
  const items = posts.map(
    ({ story, when, path }) =>
      `<article class="post"><header class="entry-header"><h2 class="entry-title"><a href="${path}" rel="bookmark">${story.title}</a></h2><time class="entry-date" datetime="${when.date}T${when.time}:00+08:00">${when.date}</time></header><div class="entry-summary"><p>${story.paragraphs[0]} <a class="more-link" href="${path}">Continue reading</a></p></div></article>`,
  );
  return framedEnglish('News', '', `${items.join('')}<nav class="navigation pagination">${paging}</nav>`);
}

function page({ story, when }: Post): string {
  return framedEnglish(
    story.title,
    `<meta property="og:type" content="article"><meta property="og:title" content="${story.title}"><meta property="article:published_time" content="${when.date}T${when.time}:00+08:00">`,
    `<article class="post"><h1 class="entry-title">${story.title}</h1><div class="entry-meta">Published <time datetime="${when.date}T${when.time}:00+08:00">${when.date}</time></div><div class="entry-content">${story.paragraphs.map((text) => `<p>${text}</p>`).join('')}</div></article>`,
  );
}

function feed(posts: readonly Post[]): string {
  const items = posts.map(({ story, when, path }) => {
    const at = new Date(`${when.date}T${when.time}:00+08:00`).toUTCString();
    return `<item><title>${story.title}</title><link>${path}</link><pubDate>${at}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${SITE}</title><link>/</link>${items.join('')}</channel></rss>`;
}
