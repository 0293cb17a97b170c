// Plain JavaScript, so that an old Node.js can still read it and say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Pasokh needs Node.js 24.15 or newer; this is ${process.versions.node}. On Linux x64 "npm install" brings it; elsewhere install it from your system.`,
  );
  process.exit(2);
}
