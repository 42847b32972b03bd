/** Every replica site. */
import { assetCommission } from './asset-commission.ts';
import { bodaVsb } from './boda-vsb.ts';
import { chinanews } from './chinanews.ts';
import { enorth } from './enorth.ts';
import { epoint } from './epoint.ts';
import { founder } from './founder.ts';
import { gkmlpt } from './gkmlpt.ts';
import { hanwebJcms } from './hanweb-jcms.ts';
import { hexNames } from './hex-names.ts';
import { jpaas } from './jpaas.ts';
import { months } from './months.ts';
import { nfcms } from './nfcms.ts';
import { people } from './people.ts';
import type { Replica } from './replica.ts';
import { trsWcm } from './trs-wcm.ts';
import { truecms } from './truecms.ts';
import { ucap } from './ucap.ts';
import { uuidColumns } from './uuid-columns.ts';
import { wordpress } from './wordpress.ts';
import { xinhua } from './xinhua.ts';

export function replicas(): Replica[] {
  return [
    trsWcm(),
    hanwebJcms(),
    jpaas(),
    gkmlpt(),
    nfcms(),
    ucap(),
    enorth(),
    founder(),
    people(),
    xinhua(),
    chinanews(),
    assetCommission(),
    bodaVsb(),
    epoint(),
    truecms(),
    months(),
    uuidColumns(),
    hexNames(),
    wordpress(),
  ];
}
