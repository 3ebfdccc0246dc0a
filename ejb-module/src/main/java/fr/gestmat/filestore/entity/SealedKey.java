package fr.gestmat.filestore.entity;

/**
 * The data key of one sealed file, as it is kept: wrapped by a numbered master key.
 *
 * @param master number of the master key that opens it
 * @param wrapped nonce and wrapped key
 */
public record SealedKey(int master, byte[] wrapped) {

  /** Copies the bytes. */
  public SealedKey {
    wrapped = wrapped.clone();
  }

  @Override
  public byte[] wrapped() {
    return wrapped.clone();
  }
}
