import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { usePhone } from '../../ui/kit/use-phone.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { ProductEditor } from './ProductEditor.tsx';
import { catalogueTexts } from './texts.ts';
import { useProduct } from './use-products.ts';
import { useFocusBack } from '../../ui/kit/use-focus-back.ts';

interface ProductDrawerProps {
  /** Null for a new one. */
  readonly id: string | null;
  readonly categories: readonly string[];
  readonly canEdit: boolean;
  readonly onClose: () => void;
}

/** One product beside the list; asks before changes are lost. */
export function ProductDrawer({ id, categories, canEdit, onClose }: ProductDrawerProps) {
  useFocusBack();
  const t = useTexts(catalogueTexts);
  const phone = usePhone();
  const product = useProduct(id);
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const shared = { categories, canEdit, onDirty: setDirty, onDone: onClose };
  return (
    <>
      <Drawer
        opened
        onClose={() => (dirty ? setLeaving(true) : onClose())}
        position="right"
        size={phone ? '100%' : 'xl'}
        title={id === null ? t.create : canEdit ? t.change : t.view}
      >
        {id === null ? (
          <ProductEditor product={null} {...shared} />
        ) : (
          <Loaded query={product}>
            {(row) => row && <ProductEditor key={row.id} product={row} {...shared} />}
          </Loaded>
        )}
      </Drawer>
      {leaving && <LeaveDialog onStay={() => setLeaving(false)} onLeave={onClose} />}
    </>
  );
}
