import { useTexts } from '../../../i18n/texts.ts';
import type { InboxCounts } from '../hooks/use-inbox.ts';
import { TABS, type Tab } from '../search.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

interface TabsProps {
  readonly tab: Tab;
  readonly counts: InboxCounts | undefined;
  readonly onChange: (tab: Tab) => void;
}

/** Filters of one list rather than panels: buttons that say which is pressed. */
export function Tabs({ tab, counts, onChange }: TabsProps) {
  const t = useTexts(inboxTexts);
  return (
    <div className={classes.tabs} role="group" aria-label={t.list}>
      {TABS.map((name) => {
        const count = counts?.[name] ?? 0;
        return (
          <button
            key={name}
            type="button"
            className={classes.tab}
            aria-pressed={tab === name}
            onClick={() => onChange(name)}
          >
            {t[name]}
            {count > 0 && (
              <span className={classes.tabCount} data-hot={name === 'waiting' || undefined}>
                {count >= 1000 ? '999+' : count}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
