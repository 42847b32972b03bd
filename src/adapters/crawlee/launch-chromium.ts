/** Starting Chromium so that nothing leaves it except through our proxy. */
import { userInfo } from 'node:os';
import { type Browser, chromium, type LaunchOptions } from 'playwright';
import type { GuardedProxy } from '../guard/guarded-proxy.ts';

const FLAGS = [
  // UDP would go past the proxy: HTTP/3 and WebRTC.
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
  '--no-first-run',
  '--no-pings',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-remote-fonts',
  '--blink-settings=imagesEnabled=false',
  '--mute-audio',
];

/** Starts a browser; rejects with what Playwright says about it. */
export async function launchChromium(executablePath: string, proxy: GuardedProxy): Promise<Browser> {
  const options: LaunchOptions = {
    executablePath,
    headless: true,
    args: FLAGS,
    // Chromium would reach loopback addresses past any proxy; `<-loopback>` takes that exception away.
    proxy: {
      server: proxy.server,
      username: proxy.username,
      password: proxy.password,
      bypass: '<-loopback>',
    },
    // Our own shutdown finishes the pages in hand first.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 30_000,
  };
  // Root cannot use the sandbox at all; in many containers nobody can.
  if (userInfo().uid === 0) return chromium.launch({ ...options, chromiumSandbox: false });
  return chromium
    .launch({ ...options, chromiumSandbox: true })
    .catch(() => chromium.launch({ ...options, chromiumSandbox: false }));
}
