import type { Page } from 'playwright-core';
import type { StartArguments } from './arguments.ts';
import { openApp, pages } from './person.ts';
import { setStage } from './stage.ts';

/** Opens the browser for a person to try everything, until they close it. */
export async function openStage(options: StartArguments): Promise<void> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    console.error('Este equipo no tiene pantalla. Usa: npm start -- --headless');
    process.exitCode = 1;
    return;
  }
  const stage = await setStage({
    headless: false,
    log: (line) => console.log(`  ${line}`),
    ...(options.now && { now: options.now }),
    ...(options.profile !== undefined && { profile: options.profile }),
  });
  const { context } = stage.browser;
  const files = options.credential ?? stage.pki.credentials.person;
  const [first] = context.pages();
  await (first ?? (await context.newPage())).goto(pages.bridge);
  await (await context.newPage()).goto(pages.fill);
  const isApp = (page: Page): boolean => page.url().includes('/src/app/');
  const app = context.pages().find(isApp) ?? (await openApp(stage.browser, 'certificados'));
  await app.bringToFront();
  console.log(`
Firma Lista está en el navegador, junto con una réplica de los portales (no es el IMSS).
1. En la pestaña de Firma Lista, agrega esta e.firma de prueba:
   ${files.cerPath}
   ${files.keyPath}
   Contraseña: ${files.password}
2. Entra desde la página «Entrar», y desde «Buzón» con el icono de Firma Lista.
Cierra el navegador, o presiona Ctrl+C aquí, para terminar.
`);
  const closed = new Promise<void>((resolve) => context.on('close', () => resolve()));
  const interrupted = new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  await Promise.race([closed, interrupted]);
  await stage.close();
}
