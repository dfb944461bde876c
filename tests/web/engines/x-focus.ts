// Gives the windows of an X display the focus of the keyboard: where no window
// manager runs nobody else does, and a page without it shows no focus.
// https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html
import { createConnection, type Socket } from 'node:net';

const QUERY_TREE = 15;
const SET_INPUT_FOCUS = 42;
/** Its answer comes after all that was asked before. */
const GET_INPUT_FOCUS = 43;
const REVERT_TO_POINTER_ROOT = 1;

/** Of the windows that can be seen, the topmost gets it. Others answer with an error, unheard. */
export async function focusWindows(display: string): Promise<void> {
  const socket = createConnection(`/tmp/.X11-unix/X${display.slice(1)}`);
  try {
    const answers = new Answers(socket);
    socket.write(setup());
    const root = rootOf(await answers.take((data) => 8 + 4 * data.readUInt16LE(6)));
    socket.write(request(QUERY_TREE, 0, root));
    const tree = await answers.take((data) => 32 + 4 * data.readUInt32LE(4));
    for (let i = 0; i < tree.readUInt16LE(16); i++) {
      const window = tree.readUInt32LE(32 + 4 * i);
      socket.write(request(SET_INPUT_FOCUS, REVERT_TO_POINTER_ROOT, window, 0));
    }
    socket.write(request(GET_INPUT_FOCUS, 0));
    await answers.take(() => 32);
  } finally {
    socket.destroy();
  }
}

class Answers {
  #data = Buffer.alloc(0);
  #wake = () => {};
  #error: Error | undefined;

  constructor(socket: Socket) {
    socket.on('data', (data) => {
      this.#data = Buffer.concat([this.#data, data]);
      this.#wake();
    });
    socket.on('error', (error) => {
      this.#error = error;
      this.#wake();
    });
  }

  /** The next answer, once it is whole; its start tells its length. */
  async take(lengthOf: (data: Buffer) => number): Promise<Buffer> {
    while (this.#data.length < 8 || this.#data.length < lengthOf(this.#data)) {
      if (this.#error) throw this.#error;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const answer = this.#data.subarray(0, lengthOf(this.#data));
    this.#data = this.#data.subarray(answer.length);
    return answer;
  }
}

/** Little-endian, protocol 11.0, no authorization. */
function setup(): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.write('l', 0);
  bytes.writeUInt16LE(11, 2);
  return bytes;
}

/** The root window of the first screen: after the vendor's name and the formats. */
function rootOf(answer: Buffer): number {
  if (answer[0] !== 1) throw new Error('the X server refuses');
  const vendor = answer.readUInt16LE(24);
  const formats = answer[29]!;
  return answer.readUInt32LE(40 + Math.ceil(vendor / 4) * 4 + formats * 8);
}

function request(opcode: number, detail: number, ...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * values.length);
  bytes[0] = opcode;
  bytes[1] = detail;
  bytes.writeUInt16LE(1 + values.length, 2);
  values.forEach((value, i) => {
    bytes.writeUInt32LE(value, 4 + 4 * i);
  });
  return bytes;
}
