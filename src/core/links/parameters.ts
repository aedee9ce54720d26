// Parameters that say where a reader came from, never which page it is. A name that some sites use for the page itself
// (id, cid, source, page) is not here: one article shown twice is better than two taken for one.
const prefixes =
  /^(?:utm_|hsa_|pk_|mtm_|matomo_|piwik_|vero_|oly_|at_|wt_|ns_|trk_|stm_|guce_|gaa_|fb_|amp_|wt\.|__twitter|elq)/;
const names = new Set(
  `fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid twclid ttclid igshid igsh li_fat_id epik s_kwcid ef_id mkt_tok
  mibextid _ga _gl _kx mc_cid mc_eid cmp cmpid icid ncid ocid int_cid intcid intcmp smid smtyp smprod taid ref ref_src
  ref_url referrer reflink share share_id sh si feature guccounter sr_share xtor wtmc wtrid mod mbid cndid bxid esrc ito
  unlocked_article_code gift giftcopy st campaign_id instance_id segment_id regi_id emc usqp spm scm __source
  _branch_match_id dicbo ftag tblci oborigurl soc_src soc_trk sc_src srnd leadsource rdt_cid sfmc_id irclickid awc trk
  trkcampaign originalreferer _openstat hss_channel spmailingid spuserid spjobid spreportid _hsenc _hsmi cx_testid amp
  action_object_map action_type_map action_ref_map rss via sref wpisrc sharetype s_cid tpcc wpmm nonamp noamp ampmode amp_markup`.split(
    /\s+/,
  ),
);

/** Tells whether a parameter only says how a reader got to the page, or asks for its AMP form or the one for printing. */
export function isTrackingParameter(name: string, value: string): boolean {
  const key = name.toLowerCase().replace(/^amp;/, '');
  if (/^(?:output|outputtype|view|format|mode|type)$/.test(key)) return /^(?:amp|print|printable)$/i.test(value);
  if (/^(?:print|printable|pfstyle|print-posts)$/.test(key)) return true;
  // A shared post's own mark: two digits; a blog's search has words.
  if (key === 's') return /^\d{2}$/.test(value);
  // These say where a reader came from in a word; a number is as often which page it is.
  if (/^(?:ref|st|sh|feature)$/.test(key) && /^\d+$/.test(value)) return false;
  return names.has(key) || prefixes.test(key);
}
