/**
 * A WAV file (PCM, 16 bits, one channel) of so many seconds: a tone whose pitch steps up each second.
 */
export function wavOf(seconds: number, rate = 8_000): Buffer {
  const samples = Math.round(seconds * rate);
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  // Plain samples, in one channel.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index++) {
    const second = Math.floor(index / rate);
    const pitch = 220 + (second % 12) * 20;
    const value = Math.sin((2 * Math.PI * pitch * index) / rate) * 8_000;
    file.writeInt16LE(Math.round(value), 44 + index * 2);
  }
  return file;
}
