import { codeListOf } from './dictionary.ts';

/** A capability as the public catalogue lists it. */
export interface CatalogueCapability {
  id: string;
  code: string;
  name: string;
  tier: string;
  baseLayer: string | null;
  category: string;
  description: string;
  status: string;
  versionText: string;
  dailyQuota: number;
  returnedFields: string[];
  endsOn: string | null;
  organization: { name: string | null };
}

export interface LayerOfCatalogue {
  layer: string;
  label: string;
  capabilities: CatalogueCapability[];
}

/** The catalogue by the layers of the infrastructure base (article 2), then what others add; empty ones are left out. */
export function byLayer(capabilities: readonly CatalogueCapability[]): LayerOfCatalogue[] {
  const layers = [
    ...Object.entries(codeListOf('baseLayer')).map(([layer, label]) => ({ layer, label: `底座 · ${label}` })),
    { layer: 'EXTENDED', label: '扩展能力' },
  ];
  return layers
    .map(({ layer, label }) => ({
      layer,
      label,
      capabilities: capabilities.filter((one) => (one.baseLayer ?? 'EXTENDED') === layer),
    }))
    .filter((one) => one.capabilities.length > 0);
}
