import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ROLES, SECRET_VARIABLES, VARIABLES } from '@zgt/runtime/config.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { read, unreadKeys } from './unread-keys.ts';

const DEPLOY = resolve(import.meta.dirname, '../../deploy');
const BASE = `${DEPLOY}/kubernetes/base`;
const PRODUCTION = `${DEPLOY}/kubernetes/overlays/production`;
const DEPLOYED = ROLES.filter((role) => role !== 'all');
const API_GROUPS: Record<string, string> = {
  v1: 'CoreV1',
  'apps/v1': 'AppsV1',
  'autoscaling/v2': 'AutoscalingV2',
  'networking.k8s.io/v1': 'NetworkingV1',
  'policy/v1': 'PolicyV1',
};

type Labels = Record<string, string>;
interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Labels };
  [field: string]: any;
}

async function manifests(path: string): Promise<Manifest[]> {
  return parseAllDocuments(await readFile(path, 'utf8')).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

/** What a kustomization names, in its own folder. */
async function resourcesOf(folder: string): Promise<Manifest[]> {
  const { resources, patches = [] } = parse(await readFile(`${folder}/kustomization.yaml`, 'utf8'));
  const own = [...resources, ...patches.map(({ path }: { path: string }) => path)].filter(
    (name: string) => !name.startsWith('..'),
  );
  return (await Promise.all(own.map((name: string) => manifests(`${folder}/${name}`)))).flat();
}

/** What is wrong with a manifest by Kubernetes' own schemas, which leave unknown fields unread. */
async function faults(manifest: Manifest): Promise<string[]> {
  const { validate } = await import(
    `kubernetes-models/_schemas/IoK8sApi${API_GROUPS[manifest.apiVersion]}${manifest.kind}`
  );
  const watched = read(manifest);
  validate(watched.value);
  const wrong = (validate.errors ?? []).map(
    ({ instancePath, keyword }: { instancePath: string; keyword: string }) => `${instancePath} ${keyword}`,
  );
  return [...wrong, ...unreadKeys(watched).map((key) => `${key} unknown`)];
}

let base: Manifest[];
let production: Manifest[];
beforeAll(async () => {
  [base, production] = await Promise.all([resourcesOf(BASE), resourcesOf(PRODUCTION)]);
});

const named = (kind: string, name: string) =>
  base.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
const ofKind = (kind: string) => base.filter((manifest) => manifest.kind === kind);
const deployment = (role: string) => named('Deployment', role)!;
const podOf = (role: string) => deployment(role).spec.template;
const containerOf = (role: string) => podOf(role).spec.containers[0];
const selects = (selector: Labels, labels: Labels) =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);
/** The roles that a selector picks out. */
const picked = (selector: { matchLabels?: Labels }) =>
  DEPLOYED.filter((role) => selects(selector.matchLabels ?? {}, podOf(role).metadata.labels));

it('every file of a folder is named by its kustomization, and nothing else', async () => {
  for (const folder of [BASE, PRODUCTION]) {
    const { resources, patches = [] } = parse(await readFile(`${folder}/kustomization.yaml`, 'utf8'));
    const own = [...resources, ...patches.map(({ path }: { path: string }) => path)];
    const files = (await readdir(folder)).filter((name) => name !== 'kustomization.yaml');
    expect(own.filter((name: string) => !name.startsWith('..')).sort()).toEqual(files.sort());
  }
});

it('every manifest is a Kubernetes object as the schemas have it, with no field that they do not know', async () => {
  for (const manifest of [...base, ...production])
    expect(await faults(manifest), `${manifest.kind} ${manifest.metadata.name}`).toEqual([]);
});

it('the schemas find a field that is misspelt, one that is missing, and a value of the wrong type', async () => {
  const wrong = structuredClone(deployment('worker'));
  wrong.spec.template.spec.containers[0].readynessProbe = {};
  wrong.spec.revisionHistoryLimit = 'three';
  delete wrong.spec.selector;
  expect(await faults(wrong)).toEqual([
    '/spec required',
    '/spec/revisionHistoryLimit type',
    'spec.template.spec.containers.0.readynessProbe unknown',
  ]);
});

describe('environment', () => {
  const environmentOf = (config: Manifest) => Object.keys(config.data);

  it('every variable is one that the program knows', async () => {
    const given = [
      named('ConfigMap', 'zgt')!,
      ...production.filter(({ kind }) => kind === 'ConfigMap'),
    ].flatMap(environmentOf);
    for (const role of DEPLOYED)
      given.push(...containerOf(role).env.map(({ name }: { name: string }) => name));
    const compose = parse(await readFile(`${DEPLOY}/compose/compose.yaml`, 'utf8'), { merge: true });
    for (const role of DEPLOYED) given.push(...Object.keys(compose.services[role].environment));
    const image = await readFile(`${DEPLOY}/Containerfile`, 'utf8');
    for (const [, assignments] of image.matchAll(/^ENV (.*)$/gm))
      given.push(...[...assignments!.matchAll(/(\w+)=/g)].map(([, name]) => name!));
    const ofOthers = ['NODE_ENV', 'CI', 'ASTRO_TELEMETRY_DISABLED'];
    expect(given.filter((name) => !VARIABLES.includes(name) && !ofOthers.includes(name))).toEqual([]);
    expect(given.length).toBeGreaterThan(40);
  });

  it('no secret stands in a manifest: each is a file', async () => {
    const config = { ...named('ConfigMap', 'zgt')!.data };
    for (const name of SECRET_VARIABLES) expect(config[name]).toBeUndefined();
    expect([...base, ...production].filter(({ kind }) => kind === 'Secret')).toEqual([]);
    const compose = parse(await readFile(`${DEPLOY}/compose/compose.yaml`, 'utf8'), { merge: true });
    for (const role of DEPLOYED)
      for (const name of SECRET_VARIABLES) expect(compose.services[role].environment[name]).toBeUndefined();
  });

  it('every file of a secret lies in a volume that the container mounts', () => {
    const files = [named('ConfigMap', 'zgt')!, ...production.filter(({ kind }) => kind === 'ConfigMap')]
      .flatMap(({ data }) => Object.entries(data as Labels))
      .filter(([name]) => name.endsWith('_FILE'));
    expect(files.length).toBeGreaterThan(4);
    for (const role of DEPLOYED) {
      const mount = containerOf(role).volumeMounts.find(({ name }: { name: string }) => name === 'secrets');
      for (const [, path] of files) expect(path.startsWith(`${mount.mountPath}/`)).toBe(true);
    }
  });

  it('every address of a role is a Service of its own, at its port', () => {
    const config = named('ConfigMap', 'zgt')!.data;
    for (const role of DEPLOYED.filter((name) => name !== 'worker')) {
      const address = new URL(config[`${role.toUpperCase()}_URL`]);
      const service = named('Service', address.hostname)!;
      expect(service.spec.ports.map(({ port }: { port: number }) => String(port))).toContain(address.port);
      expect(picked({ matchLabels: service.spec.selector })).toEqual([role]);
      expect(service.spec.ports[0].targetPort).toBe(containerOf(role).ports[0].name);
    }
  });
});

describe.each(DEPLOYED)('%s', (role) => {
  it('is deployed under its own name, several times, and may be disturbed one at a time', () => {
    expect(containerOf(role).env).toEqual([{ name: 'ROLE', value: role }]);
    expect(picked(deployment(role).spec.selector)).toEqual([role]);
    const budget = named('PodDisruptionBudget', role)!;
    expect(picked(budget.spec.selector)).toEqual([role]);
    expect(budget.spec.maxUnavailable).toBe(1);
    const scaler = named('HorizontalPodAutoscaler', role)!;
    expect(scaler.spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: role });
    expect(scaler.spec.minReplicas).toBeGreaterThanOrEqual(2);
    expect(deployment(role).spec.replicas).toBeUndefined();
    expect(containerOf(role).resources.requests.cpu).toBeDefined();
    expect(containerOf(role).resources.limits.memory).toBeDefined();
  });

  it('is probed where the program answers, at the port that it is told', () => {
    const container = containerOf(role);
    const port = Number(named('ConfigMap', 'zgt')!.data.PORT);
    expect(container.ports).toEqual([{ name: 'http', containerPort: port }]);
    const path = (probe: string) => container[probe].httpGet.path;
    expect([path('startupProbe'), path('readinessProbe'), path('livenessProbe')]).toEqual([
      '/healthz',
      '/readyz',
      '/healthz',
    ]);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      expect(container[probe].httpGet.port).toBe('http');
  });

  it('has time to drain before it is killed, and is seen as not ready by then', () => {
    const drain = Number(named('ConfigMap', 'zgt')!.data.DRAIN_SECONDS);
    const { readinessProbe } = containerOf(role);
    expect(podOf(role).spec.terminationGracePeriodSeconds).toBeGreaterThan(drain + 10);
    expect(readinessProbe.periodSeconds * readinessProbe.failureThreshold).toBeLessThanOrEqual(drain);
  });

  it('runs with no right that it does not need', () => {
    const { spec } = podOf(role);
    const account = named('ServiceAccount', spec.serviceAccountName)!;
    expect([spec.automountServiceAccountToken, account.automountServiceAccountToken]).toEqual([false, false]);
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(containerOf(role).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('mounts what it declares, and declares what it mounts', () => {
    const { spec } = podOf(role);
    const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
    expect(names(spec.volumes)).toEqual(names(containerOf(role).volumeMounts));
    for (const { secret, persistentVolumeClaim } of spec.volumes) {
      if (secret) expect(['zgt-secrets', 'zgt-keys']).toContain(secret.secretName);
      if (persistentVolumeClaim)
        expect(named('PersistentVolumeClaim', persistentVolumeClaim.claimName)).toBeDefined();
    }
  });
});

describe('network policies', () => {
  /** Roles whose pods a policy lets in to, or out to. */
  const peers = (rules: any[], direction: 'from' | 'to') =>
    rules
      .flatMap((rule) => rule[direction] ?? [])
      .filter(({ podSelector, namespaceSelector }) => podSelector && !namespaceSelector)
      .flatMap(({ podSelector }) => picked(podSelector))
      .sort();
  const entrants = (role: string) =>
    ofKind('NetworkPolicy')
      .filter(({ spec }) => selects(spec.podSelector.matchLabels ?? {}, podOf(role).metadata.labels))
      .flatMap(({ spec }) => peers(spec.ingress ?? [], 'from'));

  it('forbid everything that is not named', () => {
    const all = ofKind('NetworkPolicy').find(({ spec }) => Object.keys(spec.podSelector).length === 0)!;
    expect(all.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  it('let only the gateway reach subgraphs, only gateway and portal each other, and nobody a worker', () => {
    for (const role of ['ecosystem', 'apps', 'operations']) expect(entrants(role)).toEqual(['gateway']);
    expect(entrants('portal')).toEqual(['gateway']);
    expect(entrants('gateway')).toEqual(['portal']);
    expect(entrants('worker')).toEqual([]);
  });

  it('let the gateway out to every role that it calls', () => {
    const out = ofKind('NetworkPolicy')
      .filter(({ spec }) => selects(spec.podSelector.matchLabels ?? {}, podOf('gateway').metadata.labels))
      .flatMap(({ spec }) => peers(spec.egress ?? [], 'to'));
    expect(out.sort()).toEqual(['apps', 'ecosystem', 'operations', 'portal']);
  });

  it('let only those who keep data reach PostgreSQL', () => {
    const { spec } = named('NetworkPolicy', 'postgresql')!;
    expect(peers(spec.ingress, 'from')).toEqual(['apps', 'ecosystem', 'gateway', 'operations', 'worker']);
    const reach = named('NetworkPolicy', 'reaches-database')!;
    expect(picked(reach.spec.podSelector)).toEqual(['gateway', 'ecosystem', 'apps', 'operations', 'worker']);
  });
});

it('the Ingress leads to the gateway, over TLS, under the public address', () => {
  const ingress = production.find(({ kind }) => kind === 'Ingress')!;
  const { hostname, protocol } = new URL(
    production.find(({ kind }) => kind === 'ConfigMap')!.data.PUBLIC_URL,
  );
  expect(protocol).toBe('https:');
  expect(ingress.spec.tls[0].hosts).toEqual([hostname]);
  expect(ingress.spec.rules.map(({ host }: { host: string }) => host)).toEqual([hostname]);
  const backends = ingress.spec.rules[0].http.paths.map(({ backend }: any) => backend.service);
  expect(backends).toEqual([{ name: 'gateway', port: { name: 'http' } }]);
});

describe('compose', () => {
  let compose: any;
  beforeAll(async () => {
    compose = parse(await readFile(`${DEPLOY}/compose/compose.yaml`, 'utf8'), { merge: true });
  });

  it('runs several of each role, without rights, on a file system that cannot be written', () => {
    for (const role of DEPLOYED) {
      const service = compose.services[role];
      expect(service.environment.ROLE).toBe(role);
      expect(service.deploy.replicas).toBeGreaterThanOrEqual(2);
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], user: '10001:10001' });
      expect(service.healthcheck.test.join(' ')).toContain(`127.0.0.1:${service.environment.PORT}/readyz`);
    }
  });

  it('opens to the world the gateway alone, and gives subgraphs to it alone', () => {
    const open = Object.entries<any>(compose.services).filter(([, { ports }]) => ports);
    expect(open.map(([name]) => name)).toEqual(['gateway']);
    const on = (network: string) =>
      Object.entries<any>(compose.services)
        .filter(([, { networks }]) => networks.includes(network))
        .map(([name]) => name)
        .sort();
    expect(on('subgraphs')).toEqual(['apps', 'ecosystem', 'gateway', 'operations']);
    expect(on('front')).toEqual(['gateway', 'portal']);
    expect(on('database')).toEqual(['apps', 'ecosystem', 'gateway', 'operations', 'postgres', 'worker']);
  });

  it('declares every volume, network and secret that is used, and every secret is a file', () => {
    for (const service of Object.values<any>(compose.services)) {
      for (const network of service.networks) expect(compose.networks).toHaveProperty(network);
      for (const secret of service.secrets ?? [])
        expect(compose.secrets[secret].file).toMatch(/^\.\/secrets\//);
      for (const volume of service.volumes ?? [])
        expect(compose.volumes).toHaveProperty(volume.split(':')[0]);
    }
  });
});

it('the image holds every package of the platform, belongs to root and runs as nobody in particular', async () => {
  const image = await readFile(`${DEPLOY}/Containerfile`, 'utf8');
  const { packages } = parse(await readFile(resolve(DEPLOY, '../pnpm-workspace.yaml'), 'utf8'));
  expect(packages).toEqual(['schema', 'subgraphs/*', 'gateway', 'portal', 'test']);
  const subgraphs = await readdir(resolve(DEPLOY, '../subgraphs'));
  for (const folder of ['schema', 'gateway', 'portal', ...subgraphs.map((name) => `subgraphs/${name}`)])
    expect(image).toContain(`COPY ${folder}/package.json ${folder}/\n`);
  expect(image).toMatch(/^USER 10001:10001$/m);
  expect(image).toContain('COPY --from=build /app /app\n');
  expect(image).toMatch(
    /^ENTRYPOINT \["\/app\/node_modules\/\.bin\/node", "--min-semi-space-size=64", "--max-semi-space-size=64", "gateway\/start\.ts"\]$/m,
  );
});
