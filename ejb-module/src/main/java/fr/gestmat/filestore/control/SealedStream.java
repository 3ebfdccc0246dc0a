package fr.gestmat.filestore.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts a stream piece by piece (AES-256-GCM on 64 KiB), so that no file is ever whole in memory
 * and nothing is handed on that was not verified. The nonce of a piece holds its number and whether
 * it is the last one: pieces can be neither moved, nor left out, nor cut off.
 */
final class SealedStream {

  /** Bytes of a piece before it is sealed. */
  static final int PIECE = 1 << 16;

  /** Bytes of the random part of the nonces; one key seals one file. */
  static final int PREFIX = 7;

  private static final int TAG = 16;

  private final SecretKey key;
  private final byte[] prefix;
  private int number;

  private SealedStream(SecretKey key, byte[] prefix) {
    this.key = key;
    this.prefix = prefix.clone();
  }

  /** Seals what is written; the last piece goes when it is closed, which closes {@code out} too. */
  static OutputStream sealing(SecretKey key, byte[] prefix, OutputStream out) {
    return new Output(new SealedStream(key, prefix), out);
  }

  /** Opens what is read; a piece that was changed is a {@link ChangedFileException}. */
  static InputStream opening(SecretKey key, byte[] prefix, InputStream in) throws IOException {
    return new Input(new SealedStream(key, prefix), in);
  }

  private byte[] next(int mode, byte[] piece, int length, boolean last) throws IOException {
    if (mode == Cipher.DECRYPT_MODE && length < TAG) {
      throw new ChangedFileException("a sealed file was cut off");
    }
    byte[] nonce =
        ByteBuffer.allocate(PREFIX + 5)
            .put(prefix)
            .putInt(number++)
            .put((byte) (last ? 1 : 0))
            .array();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
      return cipher.doFinal(piece, 0, length);
    } catch (GeneralSecurityException e) {
      throw new ChangedFileException("a sealed file was changed, or its key is another one", e);
    }
  }

  private static final class Output extends OutputStream {

    private final SealedStream seal;
    private final OutputStream out;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private boolean closed;

    Output(SealedStream seal, OutputStream out) {
      this.seal = seal;
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int at = offset;
      int left = length;
      while (left > 0) {
        if (filled == PIECE) {
          flushPiece(false);
        }
        int taken = Math.min(left, PIECE - filled);
        System.arraycopy(bytes, at, piece, filled, taken);
        filled += taken;
        at += taken;
        left -= taken;
      }
    }

    private void flushPiece(boolean last) throws IOException {
      out.write(seal.next(Cipher.ENCRYPT_MODE, piece, filled, last));
      filled = 0;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        try (out) {
          flushPiece(true);
        } finally {
          Arrays.fill(piece, (byte) 0);
        }
      }
    }
  }

  private static final class Input extends InputStream {

    private final SealedStream seal;
    private final InputStream in;
    private byte[] ahead;
    private byte[] open = new byte[0];
    private int at;
    private boolean done;

    Input(SealedStream seal, InputStream in) throws IOException {
      this.seal = seal;
      this.in = in;
      this.ahead = in.readNBytes(PIECE + TAG);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (at == open.length) {
        if (done) {
          return -1;
        }
        nextPiece();
      }
      int taken = Math.min(length, open.length - at);
      System.arraycopy(open, at, target, offset, taken);
      at += taken;
      return taken;
    }

    private void nextPiece() throws IOException {
      byte[] sealed = ahead;
      ahead = in.readNBytes(PIECE + TAG);
      done = ahead.length == 0;
      open = seal.next(Cipher.DECRYPT_MODE, sealed, sealed.length, done);
      at = 0;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
