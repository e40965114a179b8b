// Calendar files are read back by a parser that is not ours: the right instant in all three capitals, also across changes of clock.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { Person, raw, together } from './portal.mjs';

const here = together();
const ZONES = { Jerusalem: 'Asia/Jerusalem', Damascus: 'Asia/Damascus', Washington: 'America/New_York' };

/** The year after this one, so that every day lies ahead. */
const year = new Date().getFullYear() + 1;
/** The last Sunday of a month, on or before its last day. */
function lastSunday(month) {
  const day = new Date(Date.UTC(year, month, 0));
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  return day;
}
/** A Sunday of a month, by its number. */
function sunday(month, number) {
  const first = new Date(Date.UTC(year, month - 1, 1));
  return new Date(first.getTime() + (((7 - first.getUTCDay()) % 7) + 7 * (number - 1)) * 86_400_000);
}
const near = (day, days) => new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10);
/** Before and after Jerusalem puts its clock on and back, and Washington its own. */
const DAYS = [sunday(3, 2), lastSunday(3), lastSunday(10), sunday(11, 1)].flatMap((change) => [near(change, -4), near(change, 2)]);

const events = (text) => ICAL.Component.fromString(text).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const clock = (date, zone) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(date);
const day = (date, zone) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date);

function follows(text) {
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets`);
  assert.ok(!/[^\r]\n/.test(text), 'lines end in CRLF');
}

test('the file of a meeting has its instant, across changes of clock', async () => {
  const dan = await Person.signIn(here.server, here.browser, 'dan@il.example', 'en');
  for (const date of DAYS) {
    await dan.open('/desk/meetings/new?group=agriculture');
    assert.equal(await dan.deed('/do/plan-meeting', { date, time: '10:00', minutes: '90', place: 'Room 4, north wing', link: 'https://video.example/4' }), 200);
    const home = new URL(dan.page.url()).pathname.replace('/agenda', '');
    const answer = await raw(here.server, `${home}/meeting.ics`, { headers: { cookie: await dan.cookies() } });
    assert.equal(answer.status, 200);
    follows(answer.text);
    const [event] = events(answer.text);
    const [start, end] = [event.startDate.toJSDate(), event.endDate.toJSDate()];
    assert.equal(`${day(start, ZONES.Jerusalem)} ${clock(start, ZONES.Jerusalem)}`, `${date} 10:00`, 'as it was typed');
    assert.equal((end - start) / 60_000, 90);
    for (const [name, zone] of Object.entries(ZONES)) {
      assert.ok(event.description.includes(`${name} ${clock(start, zone)}`), `${name} on ${date}: ${event.description}`);
    }
    assert.match(event.location, /Room 4, north wing/);
    assert.ok(event.summary.includes('agriculture'));
  }
  await dan.context.close();
});

test('a private feed tells what was moved and called off, in three languages, and nothing of what it is about', async () => {
  for (const lang of ['en', 'he', 'ar']) {
    const rana = await Person.signIn(here.server, here.browser, 'rana@sy.example', lang);
    await rana.open('/desk/account/notifications');
    assert.equal(await rana.deed('/do/renew-calendar'), 200);
    const address = new URL((await rana.page.locator('code').innerText()).trim()).pathname;
    await rana.open('/desk/meetings/new?group=agriculture');
    const secret = `Secret place ${lang}`;
    assert.equal(await rana.deed('/do/plan-meeting', { date: `${year}-06-01`, time: '09:00', minutes: '60', place: secret, link: '' }), 200);
    const home = new URL(rana.page.url()).pathname.replace('/agenda', '');
    const id = home.split('/').pop();
    await rana.deed('/do/write-agenda', { title: `Secret item ${lang}` }, { having: { edit: 'add' } });
    const feed = async () => raw(here.server, address);
    const own = async () => events((await feed()).text).find((event) => event.uid.startsWith(id));
    const first = await own();
    await rana.open(home);
    assert.equal(await rana.deed('/do/change-meeting', { time: '11:00' }), 200);
    const moved = await own();
    assert.equal(moved.uid, first.uid);
    assert.equal(moved.startDate.toJSDate() - first.startDate.toJSDate(), 2 * 3_600_000);
    assert.ok(moved.sequence > first.sequence);
    await rana.open(home);
    assert.equal(await rana.deed('/do/cancel-meeting', { reason: 'Snow' }), 200);
    const off = await own();
    assert.equal(off.component.getFirstPropertyValue('status'), 'CANCELLED');
    assert.ok(off.sequence > moved.sequence);
    const text = (await feed()).text;
    follows(text);
    assert.ok(!/Secret/.test(text), 'no place and no item');
    await rana.open('/desk/account/notifications');
    assert.equal(await rana.deed('/do/renew-calendar'), 200);
    assert.equal((await feed()).status, 404, 'the address before opens nothing');
    await rana.open('/desk/account/notifications');
    assert.equal(await rana.deed('/do/end-calendar'), 200);
    assert.deepEqual(rana.found, []);
    await rana.context.close();
  }
  const noa = await Person.signIn(here.server, here.browser, 'noa@il.example', 'en');
  const as = { headers: { cookie: await noa.cookies() } };
  const listed = await raw(here.server, '/desk/meetings', as);
  const dan = await Person.signIn(here.server, here.browser, 'dan@il.example', 'en', { script: false });
  await dan.open('/desk/meetings');
  const href = await dan.page.locator('.meeting-row a').first().getAttribute('href');
  assert.equal((await raw(here.server, `${href}/meeting.ics`, { headers: { cookie: await dan.cookies() } })).status, 200);
  assert.equal((await raw(here.server, `${href}/meeting.ics`, as)).status, 404, 'nor its file');
  assert.equal((await raw(here.server, `/calendar/${'a'.repeat(43)}`)).status, 404, 'a key that was made up opens nothing');
  await dan.context.close();
  assert.ok(!listed.text.includes('agriculture, meeting'), 'another group knows nothing of it');
  await noa.context.close();
});
