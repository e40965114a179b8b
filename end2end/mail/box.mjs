// Reads the mail that a portal wrote into its files.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One part of a mail as people read it. */
function decoded(part) {
  const [head, ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const bytes = /base64/i.test(head)
    ? Buffer.from(body, 'base64')
    : /quoted-printable/i.test(head)
      ? Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1')
      : Buffer.from(body);
  return bytes.toString('utf8');
}

/** A subject as people read it. */
const subject = (head) => {
  const line = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  return line.replace(/\r\n[ \t]/g, '').replace(/(=\?utf-8\?b\?[^?]+\?=)\s*/gi, '$1').replace(/=\?utf-8\?b\?([^?]+)\?=/gi, (_, text) => Buffer.from(text, 'base64').toString('utf8'));
};

/** All mail to an address, in no order: subject, text, HTML, headers. */
export function mailTo(server, address) {
  const folder = join(server.folder, 'mail');
  if (!existsSync(folder)) return [];
  const raw = readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => readFileSync(join(folder, name), 'utf8'));
  return raw.filter((mail) => new RegExp(`^To: .*${address}`, 'm').test(mail)).map((mail) => {
    const boundary = /boundary="([^"]+)"/.exec(mail)[1];
    const [head, text, html] = mail.split(`--${boundary}`);
    return { head, subject: subject(head), text: decoded(text.trimStart()), html: decoded(html.trimStart()) };
  });
}

/** Waits until a mail to this address fits. */
export async function waitFor(server, address, fits) {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = mailTo(server, address).find(fits);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no such mail to ${address}: ${JSON.stringify(mailTo(server, address).map((one) => one.subject))}`);
}
