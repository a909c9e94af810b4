import classes from '../Inbox.module.css';

export function Typing({ label }: { readonly label: string }) {
  return (
    <div className={classes.typing} role="status">
      <span className={classes.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {label}
    </div>
  );
}
