package fr.gestmat.filestore.control;

import java.io.IOException;

/**
 * A kept file is not what was kept. Reading it again gives the same, unlike where a disk or a
 * connection fails.
 */
public class ChangedFileException extends IOException {

  private static final long serialVersionUID = 1L;

  ChangedFileException(String message) {
    super(message);
  }

  ChangedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
