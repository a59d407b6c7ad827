import type { MatterKind, MatterLevel, ProposerType } from '../ruleset.ts';
import type { Text } from '../words.ts';
import { compact } from './plain-text.ts';

/** The words of an export; the parsers below read them back, in either language. */
export const levelWords: Readonly<Record<MatterLevel, Text>> = {
  national: { zh: '全国', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
  district: { zh: '区县级', en: 'District' },
};

export const proposerTypeWords: Readonly<Record<ProposerType, Text>> = {
  individual: { zh: '个人或联名', en: 'Individual' },
  delegation: { zh: '代表团', en: 'Delegation' },
  sector: { zh: '界别', en: 'Sector' },
  party: { zh: '党派', en: 'Party' },
  peoplesOrganization: { zh: '人民团体', en: 'People’s organization' },
  specialCommittee: { zh: '专门委员会', en: 'Special committee' },
  memberGroup: { zh: '委员小组', en: 'Member group' },
};

const plain = (raw: string): string => compact(raw).toLowerCase().replace(/['’‘]/g, '');

const levels: readonly (readonly [RegExp, MatterLevel])[] = [
  [/^(?:全国|国家级?|中央|national)$/, 'national'],
  [/^(?:省|自治区|省区|provincial|province)$/, 'provincial'],
  [/^(?:市|设区的?市|地市|州|盟|本|本市|city|municipal)$/, 'city'],
  [/^(?:区县|县区|县|区|旗|县市区|市区县|区市县|县\(市、?区\)|district|county)$/, 'district'],
];

/** 省级, 市人大交办, 区县件, 全国政协提案 …: whose congress or committee it was handed in to; null when unreadable. */
export const parseLevel = (raw: string): MatterLevel | null => {
  const text = plain(raw);
  const bare = text
    .replace(/(?:交办|转办|办理)?(?:的)?(?:建议|提案|议案|件)?$/, '')
    .replace(/(?:交办|转办)$/, '')
    .replace(/(?:人大常委会|人民代表大会|人大|政协)?(?:代表|委员)?$/, '')
    .replace(/(?:层|一)?级$/, '');
  for (const form of [text, text.replace(/级$/, ''), bare])
    for (const [pattern, level] of levels) if (pattern.test(form)) return level;
  return null;
};

const parties =
  /党派|民革|民盟|民建|民进|农工|致公|九三|台盟|国民党革命委员会|民主同盟|民主建国会|民主促进会|^party$/;
const organizations =
  /人民团体|群团|^团体$|总?工会|团[市省区县]委|共青团|妇联|妇女联合会|青联|侨联|工商联|工商业联合会|科协|台联|^peoplesorganization$/;

/** Which body a name is that of: 民盟云川市委, 市工商联, 提案委员会, 经济界, 第三委员小组; null when it tells none. */
const bodyNamed = (text: string): Exclude<ProposerType, 'individual'> | null => {
  if (/代表团|^delegation$/.test(text)) return 'delegation';
  if (parties.test(text)) return 'party';
  if (organizations.test(text)) return 'peoplesOrganization';
  if (/小组|联组|活动组|^membergroup$/.test(text)) return 'memberGroup';
  if (/界别|界$|^sector$/.test(text)) return 'sector';
  return /专委会?|专门委员会|委员会$|^specialcommittee$/.test(text) ? 'specialCommittee' : null;
};

const individual =
  /^(?:委员|代表)?(?:个人|联名|联合|单独|独立|个人或联名|个人、联名|个人\/联名|多人|一人)(?:委员|代表)?(?:名义|领衔)?$|^(?:委员|代表|individual)$/;

/**
 * 个人, 联名, 代表团, 界别, 党派, 人民团体 …, with or without 提案 or 名义. `collective`: 集体 or 党派团体,
 * which does not say what body it is. Null when unreadable.
 */
export const parseProposerType = (raw: string): ProposerType | 'collective' | null => {
  const text = plain(raw).replace(/(?:提出)?(?:的)?(?:提案|建议|议案|件|类|名义)$/, '');
  if (individual.test(text)) return 'individual';
  if (/^集体(?:提出|名义)?$|^collective$/.test(text)) return 'collective';
  if (text.length > 40) return null;
  return parties.test(text) && /团体/.test(text) ? 'collective' : bodyNamed(text);
};

/**
 * Which body a 集体 is: of a congress the delegation (代表法 art. 24), of a committee what the names in the row say
 * (政协提案工作条例 2018: party, organisation, special committee, sector, group); null when they do not.
 */
export const bodyOf = (kind: MatterKind | null, names: readonly string[]): ProposerType | null => {
  if (kind === 'suggestion') return 'delegation';
  for (const name of names) {
    const found = bodyNamed(plain(name));
    if (found !== null) return found;
  }
  return null;
};

const priority =
  /^(?:是|√|✓|✔|☑|★|y|yes|true|1|重点|重点督办|督办|(?:市长|书记|主任|主席|领导|主任会议|主席会议|政府|市政府|党政)?(?:领衔|重点)?督办(?:件|建议|提案)?|重点(?:建议|提案|件|办理))$/;
const ordinary = /^(?:否|不是?|×|✗|✘|x|n|no|false|0|非重点|一般|普通|无|\/|-+|—+)(?:件|建议|提案)?$/;

/** Whether a matter is a priority 重点督办; null when unreadable. */
export const parsePriority = (raw: string): boolean | null => {
  const text = plain(raw);
  return priority.test(text) ? true : ordinary.test(text) ? false : null;
};

/** A leader who takes charge of a matter makes it a priority: 领衔督办领导, 督办市领导. */
export const namesLeader = (header: string): boolean =>
  /督办.{0,3}领导|领衔督办|督办人/.test(compact(header));
