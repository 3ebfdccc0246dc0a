package fr.gestmat.filestore.boundary;

import java.io.IOException;

/** A file that somebody sent is larger than what its page takes. Nothing of it was kept. */
public class FileTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  /** About a limit in bytes. */
  public FileTooLargeException(long limit) {
    super("more than " + limit + " bytes");
  }
}
