import { useState } from 'react';
import * as v from 'valibot';
import {
  type MarkdownProfile,
  MarkdownProfileSchema,
} from '../../src-shared/model/markdown-profile';

const KEY = 'markdownProfile';

/** For whom Markdown is exported on this device: what was chosen last. */
export function useMarkdownProfile(): [MarkdownProfile, (profile: MarkdownProfile) => void] {
  const [profile, setProfile] = useState(() =>
    v.parse(v.fallback(MarkdownProfileSchema, 'generic'), localStorage.getItem(KEY)),
  );
  const choose = (chosen: MarkdownProfile) => {
    localStorage.setItem(KEY, chosen);
    setProfile(chosen);
  };
  return [profile, choose];
}
