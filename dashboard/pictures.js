// Saves SVG drawings as PNG and SVG in one zip, without a library and without a request.

const CRC = Array.from({length: 256}, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc32 = (bytes) => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

// Little-endian fields, given as [size in bytes, value].
const packed = (fields) => {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    size === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
};

// A zip whose members are stored as they are: PNG is compressed already. Names are ASCII. The clock is left out, so
// that the same brief gives the same archive. Source: PKWARE, APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
const zipped = (files) => {
  const parts = [], directory = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const title = new TextEncoder().encode(name);
    const common = [[2, 20], [2, 0], [2, 0], [2, 0], [2, 0x21], [4, crc32(bytes)], [4, bytes.length],
      [4, bytes.length], [2, title.length], [2, 0]];
    const local = packed([[4, 0x04034b50], ...common]);
    directory.push(packed([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), title);
    parts.push(local, title, bytes);
    offset += local.length + title.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = files.length;
  const end = packed([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]]);
  return new Blob([...parts, ...directory, end], {type: 'application/zip'});
};

const painted = async (svg, scale) => {
  const address = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    await new Promise((done, failed) => {
      image.onload = done;
      image.onerror = () => failed(new Error('a drawing cannot be shown'));
      image.src = address;
    });
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('a drawing is too large for this browser');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
};

const save = (blob, name) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

export default function ({data, parentElement}) {
  const button = parentElement.querySelector('button'), said = parentElement.querySelector('[role="status"]');
  const drawings = Object.entries(data.pictures), encoder = new TextEncoder();
  button.textContent = data.label;
  button.disabled = !drawings.length;
  button.title = drawings.length ? 'Every chart of the brief, with the proof, in one zip' : 'No figure here is a chart';
  button.onclick = async () => {
    button.disabled = true;
    said.textContent = '';
    try {
      const files = [];
      for (const [name, svg] of drawings) {
        files.push([name.replace(/svg$/, 'png'), await painted(svg, data.scale)], [name, encoder.encode(svg)]);
      }
      for (const [name, text] of Object.entries(data.proof)) files.push([name, encoder.encode(text)]);
      save(zipped(files), data.file);
    } catch (error) {
      said.textContent = `The pictures were not made: ${error.message}.`;
    } finally {
      button.disabled = false;
    }
  };
}
