import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { formatPhone } from '../i18n/phone.ts';
import { useTexts } from '../i18n/texts.ts';
import { Logo } from '../ui/Logo.tsx';
import { useCustomers, type SimulatedCustomer } from './customers.ts';
import { Guide } from './Guide.tsx';
import { Phone } from './Phone.tsx';
import { simulatorTexts } from './texts.ts';
import { usePhone } from './use-phone.ts';
import classes from './Simulator.module.css';

/** Customers and guide at the left, the phone at the right; on a real phone, the chat fills the screen. */
export function Simulator() {
  const { customers, add } = useCustomers();
  const [phone, setPhone] = useState(customers[0]?.phone);
  const customer = customers.find((entry) => entry.phone === phone) ?? customers[0];
  if (!customer) return null;
  return (
    <Desk
      customer={customer}
      customers={customers}
      onChoose={setPhone}
      onAdd={() => setPhone(add().phone)}
    />
  );
}

interface DeskProps {
  readonly customer: SimulatedCustomer;
  readonly customers: readonly SimulatedCustomer[];
  readonly onChoose: (phone: string) => void;
  readonly onAdd: () => void;
}

function Desk({ customer, customers, onChoose, onAdd }: DeskProps) {
  const t = useTexts(simulatorTexts);
  const { language, setLanguage } = useLanguage();
  const phone = usePhone(customer);
  const [listShown, setListShown] = useState(false);
  const said = [
    ...phone.messages
      .filter((message) => message.from === 'customer')
      .map((message) => message.text),
    ...phone.unsent.map((item) => item.outgoing.text ?? ''),
  ];
  return (
    <div className={classes.page} data-list={listShown || undefined}>
      <aside className={classes.desk}>
        <div className={classes.deskHead}>
          <Logo size={36} />
          <p className={classes.title}>{t.title}</p>
        </div>
        <p className={classes.intro}>{t.intro}</p>
        <Guide
          said={said}
          onSend={(text) => {
            phone.send({ text });
            setListShown(false);
          }}
        />
        <section>
          <div className={classes.sectionHead}>
            <h2>{t.customers}</h2>
            <button
              type="button"
              className={classes.add}
              onClick={() => {
                onAdd();
                setListShown(false);
              }}
            >
              <IconPlus size={16} aria-hidden /> {t.newCustomer}
            </button>
          </div>
          <ul className={classes.customers}>
            {customers.map((entry) => (
              <li key={entry.phone}>
                <button
                  type="button"
                  aria-current={entry.phone === customer.phone || undefined}
                  onClick={() => {
                    onChoose(entry.phone);
                    setListShown(false);
                  }}
                >
                  <strong>{entry.name}</strong>
                  <span>{formatPhone(entry.phone)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <footer className={classes.deskFoot}>
          <a href="/">{t.dashboard}</a>
          <button
            type="button"
            lang={language === 'fr' ? 'en' : 'fr'}
            onClick={() => setLanguage(language === 'fr' ? 'en' : 'fr')}
          >
            {t.switchLanguage}
          </button>
        </footer>
      </aside>
      <main className={classes.stage}>
        <h1 className={classes.hidden}>{t.title}</h1>
        <Phone customer={customer} phone={phone} said={said} onBack={() => setListShown(true)} />
      </main>
    </div>
  );
}
