// Puts the design system, htmx, two font weights and our own files into the jar, each under a name that carries
// its content's hash, so that browsers may keep them for a year. Run by Maven: node src/main/node/assets.mjs <classes>
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const module_ = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const classes = process.argv[2];
if (!classes) {
    console.error('usage: node assets.mjs <target/classes>');
    process.exit(2);
}

const packages = join(module_, 'node_modules');
const lock = readFileSync(join(module_, 'package-lock.json'));
const stamp = join(packages, '.installed-lock');
const wanted = createHash('sha256').update(lock).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: module_,
        stdio: 'inherit',
        shell: process.platform === 'win32',
    });
    if (npm.status !== 0) {
        console.error('npm ci failed: the pages need the packages of infra/portal-layout/package-lock.json once.');
        process.exit(1);
    }
    writeFileSync(stamp, wanted);
}

const kern = join(packages, '@kern-ux', 'native');
const htmx = join(packages, 'htmx.org');
const out = join(classes, 'META-INF', 'resources', 'assets');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const manifest = [];

function put(name, content) {
    const dot = name.lastIndexOf('.');
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    const hashed = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
    writeFileSync(join(out, hashed), content);
    manifest.push(`${name}=${hashed}`);
    return hashed;
}

const fonts = join(kern, 'dist', 'fonts', 'fira-sans');
const regular = put('fira-sans-regular.woff2', readFileSync(join(fonts, 'FiraSans-Regular.woff2')));
const semiBold = put('fira-sans-semibold.woff2', readFileSync(join(fonts, 'FiraSans-SemiBold.woff2')));

const kernCss = readFileSync(join(kern, 'dist', 'kern.min.css'), 'utf8');
put('kern.css', kernCss);

// Whoever reads in the dark theme still prints black on white: the light theme's own tokens, repeated for print.
const lightBlocks = [...kernCss.matchAll(/\[data-kern-theme=light\],\.kern-light\{(--[^}]*)\}/g)].map((match) => match[1]);
if (lightBlocks.length === 0) {
    console.error('kern.min.css no longer has the light theme where print looks for it.');
    process.exit(1);
}
const own = readFileSync(join(module_, 'src', 'main', 'assets', 'fk.css'), 'utf8')
    .replace('fira-sans-regular.woff2', regular)
    .replace('fira-sans-semibold.woff2', semiBold);
put('fk.css', `${own}\n@media print{[data-kern-theme=dark]{${lightBlocks.join(';')}}}\n`);
put('fk.js', readFileSync(join(module_, 'src', 'main', 'assets', 'fk.js')));
put('favicon.svg', readFileSync(join(module_, 'src', 'main', 'assets', 'favicon.svg')));
put('htmx.js', readFileSync(join(htmx, 'dist', 'htmx.min.js')));
writeFileSync(join(classes, 'META-INF', 'portal-assets.properties'), manifest.sort().join('\n') + '\n');

// The same face as TTF for documents (PDF/A embeds its fonts), with DejaVu for the letters that Fira Sans lacks.
const print = join(classes, 'META-INF', 'print-fonts');
mkdirSync(print, { recursive: true });
const fira = join(packages, '@expo-google-fonts', 'fira-sans');
cpSync(join(fira, '400Regular', 'FiraSans_400Regular.ttf'), join(print, 'fira-sans-regular.ttf'));
cpSync(join(fira, '600SemiBold', 'FiraSans_600SemiBold.ttf'), join(print, 'fira-sans-semibold.ttf'));
const dejavu = join(packages, 'dejavu-fonts-ttf');
cpSync(join(dejavu, 'ttf', 'DejaVuSans.ttf'), join(print, 'dejavu-sans.ttf'));

const licences = join(classes, 'META-INF', 'licenses');
mkdirSync(licences, { recursive: true });
cpSync(join(kern, 'LICENSE.md'), join(licences, 'kern-ux-native-EUPL-1.2.md'));
cpSync(join(htmx, 'LICENSE'), join(licences, 'htmx-0BSD.txt'));
cpSync(join(fira, 'LICENSE_FONT'), join(licences, 'fira-sans-OFL-1.1.txt'));
cpSync(join(dejavu, 'LICENSE'), join(licences, 'dejavu-fonts.txt'));
