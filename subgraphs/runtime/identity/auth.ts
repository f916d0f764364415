import type { BetterAuthPlugin } from 'better-auth';
import { betterAuth } from 'better-auth';
import { APIError, createAuthEndpoint, createAuthMiddleware, sessionMiddleware } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import { bearer, genericOAuth, twoFactor, username } from 'better-auth/plugins';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { KeyRing } from '../crypto/keys.ts';
import type { DatabaseHandle } from '../database/open.ts';
import { refuse } from '../refusal.ts';
import { isRealNameVerified } from './account-facts.ts';
import { membershipsOf } from './accounts.ts';
import { endedBySharing, endOtherDevices } from './devices.ts';
import { isRecentPassword, rememberPassword } from './password-rules.ts';
import { clearFailures, countFailure, secondsToWait } from './sign-in-throttle.ts';

const PASSWORD_PATHS = ['/change-password', '/set-password'];

/** Lets a signed-in person choose for which of their organisations this session acts. */
function actingOrganization(handle: DatabaseHandle): BetterAuthPlugin {
  return {
    id: 'acting-organization',
    endpoints: {
      actForOrganization: createAuthEndpoint(
        '/acting-organization',
        { method: 'POST', use: [sessionMiddleware], body: z.object({ organizationId: z.uuid() }) },
        async (ctx) => {
          const { session } = ctx.context.session;
          const memberships = await membershipsOf(handle.db, session.userId);
          const chosen = memberships.find(
            (membership) => membership.organizationId === ctx.body.organizationId,
          );
          if (!chosen)
            throw new APIError('FORBIDDEN', {
              code: 'FORBIDDEN_ROLE',
              message: '您不是该单位的成员，不能代表它办理。',
            });
          await ctx.context.internalAdapter.updateSession(session.token, {
            actingOrganizationId: chosen.organizationId,
          });
          return ctx.json({
            organizationId: chosen.organizationId,
            organizationName: chosen.organizationName,
          });
        },
      ),
    },
  };
}

/** Tells a browser why its session has ended, when it was ended because the account was used on another device. */
function endedSessions(handle: DatabaseHandle): BetterAuthPlugin {
  return {
    id: 'ended-sessions',
    endpoints: {
      sessionEnded: createAuthEndpoint('/session-ended', { method: 'GET' }, async (ctx) => {
        const { authCookies, secret } = ctx.context;
        const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
        const endedAt = token ? await endedBySharing(handle.db, token) : null;
        return ctx.json({ endedAt: endedAt?.toISOString() ?? null });
      }),
    },
  };
}

/** A loopback address is the same place under both of its names. */
function originsOf(publicUrl: string): string[] {
  const { protocol, hostname, port } = new URL(publicUrl);
  const names = ['127.0.0.1', 'localhost'].includes(hostname) ? ['127.0.0.1', 'localhost'] : [hostname];
  return names.map((name) => `${protocol}//${name}${port ? `:${port}` : ''}`);
}

function usernameOf(body: unknown): string {
  return String((body as { username?: unknown } | undefined)?.username ?? '')
    .toLowerCase()
    .slice(0, 64);
}

/** Accounts, sessions, second factor and external identity providers, kept in the `identity` schema. */
export function createAuth(handle: DatabaseHandle, config: Config, keys: KeyRing) {
  const { db } = handle;
  const sessionOf = async (headers: Headers | undefined) =>
    headers ? auth.api.getSession({ headers }) : null;
  const auth = betterAuth({
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: keys.sessionSecret,
    telemetry: { enabled: false },
    // Hooks below use the same single connection of the embedded database: no transaction may be open around them.
    database: {
      db: db.withoutPlugins(),
      type: 'postgres',
      transaction: false,
    },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 128, autoSignIn: true },
    session: {
      expiresIn: 12 * 3600,
      updateAge: 3600,
      additionalFields: { actingOrganizationId: { type: 'string', required: false, input: false } },
    },
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'zgt', useSecureCookies: config.publicUrl.startsWith('https:') },
    trustedOrigins: originsOf(config.publicUrl),
    databaseHooks: {
      account: {
        create: {
          after: async (account) => {
            if (account.password) await rememberPassword(db, account.userId, account.password);
          },
        },
        update: {
          after: async (account) => {
            if (account.password) await rememberPassword(db, account.userId, account.password);
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path === '/sign-in/username') {
          const seconds = await secondsToWait(db, usernameOf(ctx.body));
          if (seconds !== null)
            throw new APIError(
              'TOO_MANY_REQUESTS',
              { code: 'RATE_LIMITED', message: `失败次数过多，请 ${Math.ceil(seconds / 60)} 分钟后再试。` },
              { 'Retry-After': String(seconds) },
            );
        }
        if (ctx.path === '/update-user' && (ctx.body as { name?: unknown })?.name !== undefined) {
          const session = await sessionOf(ctx.headers);
          if (session && (await isRealNameVerified(db, session.user.id)))
            throw new APIError('FORBIDDEN', {
              code: 'ACCOUNT_NOT_TRANSFERABLE',
              message: refuse('ACCOUNT_NOT_TRANSFERABLE').message,
            });
        }
        if (PASSWORD_PATHS.includes(ctx.path)) {
          const session = await sessionOf(ctx.headers);
          const next = (ctx.body as { newPassword?: unknown })?.newPassword;
          if (session && typeof next === 'string' && (await isRecentPassword(db, session.user.id, next)))
            throw new APIError('BAD_REQUEST', {
              code: 'PASSWORD_REUSED',
              message: '新口令不能与最近用过的口令相同（第六十八条）。',
            });
        }
      }),
      after: createAuthMiddleware(async (ctx) => {
        const made = ctx.context.newSession;
        // With a second factor, nothing is decided before that is proved.
        const isProved = made?.user.twoFactorEnabled !== true || !ctx.path.startsWith('/sign-in');
        if (made && isProved) await endOtherDevices(db, made.session);
        if (ctx.path !== '/sign-in/username') return;
        const name = usernameOf(ctx.body);
        if (ctx.context.returned instanceof APIError) await countFailure(db, name);
        else await clearFailures(db, name);
      }),
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 32,
        usernameValidator: (name) => /^[a-zA-Z][a-zA-Z0-9._-]*$/.test(name),
      }),
      bearer(),
      twoFactor({ issuer: '智桂通开放生态平台' }),
      actingOrganization(handle),
      endedSessions(handle),
      ...(config.oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'unified-identity',
                  discoveryUrl: `${config.oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: config.oidc.clientId,
                  clientSecret: config.oidc.clientSecret,
                  scopes: ['openid', 'profile', 'email'],
                  pkce: true,
                },
              ],
            }),
          ]
        : []),
    ],
  });
  return auth;
}

export type Auth = ReturnType<typeof createAuth>;

/** Brings the library's own tables in the `identity` schema up to date. */
export async function migrateIdentity(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
}
