import { judgeCapitals } from './capitals';
import { type Change, judgeChange } from './changes';
import type { SourceToken, Step } from './compare';
import { type Gap, standsForWords } from './draft';
import { judgeEnds } from './ends';
import { enclosedBy, type GroupMatch, judgeGroup } from './groups';
import { judgeGap } from './omissions';
import { judgePunctuation } from './punctuation';
import { type Finding, finding, type Reading } from './reading';
import { judgeSpelling } from './spelling-changes';

/** Everything that the comparison of a quotation with its passage shows, in no order. */
export function judgeReading(reading: Reading, speakerNames: readonly string[] = []): Finding[] {
  const sorted = sortSteps(reading);
  return [
    ...sorted.omissions.flatMap(({ gap, omitted, sourceNext }) =>
      judgeGap(reading, gap, omitted, sourceNext),
    ),
    ...sorted.groups.flatMap((match) => judgeGroup(reading, match)),
    ...judgeChanges(reading, sorted.changes),
    ...judgeSpelling(reading),
    ...judgeCapitals(reading),
    ...judgePunctuation(reading),
    ...judgeEnds(reading),
    ...judgeSpeaker(reading, speakerNames),
  ];
}

interface SortedSteps {
  omissions: {
    gap: Gap;
    omitted: SourceToken[];
    sourceNext: number;
  }[];
  groups: GroupMatch[];
  changes: Change[];
}

/** Gives each step to the ellipsis or the brackets that account for it; the rest are changes. */
function sortSteps(reading: Reading): SortedSteps {
  const { draft, draftTokens, sourceTokens, steps } = reading;
  const omissions: SortedSteps['omissions'] = draft.gaps.map((gap) => ({
    gap,
    omitted: [],
    sourceNext: 0,
  }));
  const groups: GroupMatch[] = draft.groups.map((group) => ({
    group,
    matched: [],
    added: [],
    replaced: [],
    sourceNext: 0,
  }));
  const omissionAt = new Map(
    omissions.map((omission): [Gap | undefined, typeof omission] => [omission.gap, omission]),
  );
  const sourcesOwn = groupsOfSource(reading);
  const standsForSource = (number: number) =>
    number >= 0 && !sourcesOwn.has(number) && standsForWords(draft.groups[number]!);
  const changes: Change[] = [];
  const groupOfToken = (token: number) => {
    const first = draftTokens[token];
    const group = first ? draft.words[first.from]!.group : -1;
    return sourcesOwn.has(group) ? -1 : group;
  };
  /** The number of words of the draft before a token. */
  const wordAt = (token: number) => draftTokens[token]?.from ?? draft.words.length;

  let run: Step[] = [];
  const closeRun = (next: Step | undefined) => {
    const begin = run.length > 0 ? wordAt(run[0]!.draft) : Number.POSITIVE_INFINITY;
    const end = next ? wordAt(next.draft) : draft.words.length;
    const runGap = markWithin(begin, end, (at) => omissionAt.get(draft.gapAt.get(at)));
    const runGroup = markWithin(begin, end, (at) => {
      const near = [draft.words[at]?.group ?? -1, ...(draft.groupsAt.get(at) ?? [])];
      const number = near.find((one) => standsForSource(one));
      return number === undefined ? undefined : groups[number];
    });
    const own: Step[] = [];
    for (const step of run) {
      const inGroup = step.type === 'skip' ? -1 : groupOfToken(step.draft);
      if (inGroup >= 0) {
        const match = groups[inGroup]!;
        match.added.push(draftTokens[step.draft]!);
        if (step.type === 'replace') match.replaced.push(sourceTokens[step.source]!);
      } else if (step.type === 'skip' && runGap) runGap.omitted.push(sourceTokens[step.source]!);
      else if (step.type === 'skip' && runGroup) runGroup.replaced.push(sourceTokens[step.source]!);
      else own.push(step);
    }
    if (own.length > 0) changes.push(changeOf(reading, own, next));
    run = [];
  };
  for (const step of steps) {
    if (step.type !== 'match') {
      run.push(step);
      continue;
    }
    closeRun(step);
    const group = draft.words[draftTokens[step.draft]!.from]!.group;
    if (group >= 0) {
      const pair = { draft: draftTokens[step.draft]!, source: sourceTokens[step.source]! };
      groups[group]!.matched.push(pair);
    }
  }
  closeRun(undefined);

  // Where the source goes on after each ellipsis and each bracket.
  const nextMatch = matchFinder(reading);
  for (const omission of omissions) {
    omission.sourceNext = nextMatch(omission.gap.at)?.source ?? sourceTokens.length;
  }
  for (const match of groups) {
    match.sourceNext = nextMatch(match.group.to)?.source ?? sourceTokens.length;
  }
  return { omissions, groups, changes };
}

/**
 * The brackets of the draft that the source has too, by number: what differs within them is no
 * addition of the editor's.
 */
function groupsOfSource(reading: Reading): Set<number> {
  const own = new Set<number>();
  for (const step of reading.steps) {
    const number = groupNear(reading, step);
    if (number < 0 || step.type === 'add') continue;
    const bracket = enclosedBy(reading, reading.sourceTokens[step.source]!);
    const kind = reading.draft.groups[number]!.kind === 'bracket' ? '[' : '(';
    if (bracket === kind || (bracket !== null && step.type === 'match')) own.add(number);
  }
  return own;
}

/** The brackets that a step happens in, or right beside which it leaves words of the source out; -1 if none. */
function groupNear(reading: Reading, step: Step): number {
  const groupOf = (token: number) => {
    const first = reading.draftTokens[token];
    return first ? reading.draft.words[first.from]!.group : -1;
  };
  const here = groupOf(step.draft);
  return here < 0 && step.type === 'skip' ? groupOf(step.draft - 1) : here;
}

/** What the first place between two words of the draft (inclusive) has, if anything. */
function markWithin<T>(
  begin: number,
  end: number,
  markAt: (at: number) => T | undefined,
): T | undefined {
  for (let at = begin; at <= end; at++) {
    const mark = markAt(at);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** Finds the first match at or after a word of the draft, by halving. */
function matchFinder(reading: Reading): (word: number) => Step | undefined {
  const matches = reading.steps.filter((step) => step.type === 'match');
  const wordOf = (step: Step) => reading.draftTokens[step.draft]!.from;
  return (word) => {
    let low = 0;
    let high = matches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wordOf(matches[middle]!) < word) low = middle + 1;
      else high = middle;
    }
    return matches[low];
  };
}

function changeOf(reading: Reading, steps: readonly Step[], next: Step | undefined): Change {
  const ofDraft = steps.filter((step) => step.type !== 'skip');
  const ofSource = steps.filter((step) => step.type !== 'add');
  return {
    draft: ofDraft.map((step) => reading.draftTokens[step.draft]!),
    source: ofSource.map((step) => reading.sourceTokens[step.source]!),
    draftNext: next?.draft ?? reading.draftTokens.length,
    sourceNext: next?.source ?? (ofSource.at(-1)?.source ?? -1) + 1,
  };
}

/** Judges the changes; words that are gone at one place and added at another were moved. */
function judgeChanges(reading: Reading, changes: readonly Change[]): Finding[] {
  const keys = (tokens: readonly { key: string }[]) => tokens.map((token) => token.key).join(' ');
  const gone = changes.filter((change) => change.draft.length === 0);
  const added = changes.filter((change) => change.source.length === 0);
  const moved = new Set<Change>();
  const findings: Finding[] = [];
  for (const change of added) {
    const from = gone.find(
      (other) => !moved.has(other) && keys(other.source) === keys(change.draft),
    );
    if (!from) continue;
    moved.add(from).add(change);
    findings.push(finding(reading, 'reordered', change.draft, from.source));
  }
  const rest = changes.filter((change) => !moved.has(change));
  return [...findings, ...rest.flatMap((change) => judgeChange(reading, change))];
}

/** Labels that name nobody. */
const ANONYMOUS =
  /^(?:q|a|speaker|interviewer|interviewee|question|answer|voice|unknown|host|man|woman)\b/;

/** The words are there, in somebody else's turn. */
function judgeSpeaker(reading: Reading, names: readonly string[]): Finding[] {
  if (names.length === 0) return [];
  const label = reading.labelBefore();
  if (!label || ANONYMOUS.test(label)) return [];
  const parts = new Set(label.split(/[\s.]+/).filter((part) => part.length > 1));
  const known = names.some((name) =>
    name
      .toLowerCase()
      .split(/[\s.]+/)
      .some((part) => parts.has(part)),
  );
  return known ? [] : [{ code: 'wrong-speaker', source: label }];
}
